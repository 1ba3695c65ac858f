// Words of the camera, of confirming, and of what a face led to.
/** @import { Said } from '../words.js' */

export const words = {
  cameraOn: { zh: '摄像头开着，画面不保存', en: 'Camera on, no picture kept' },
  cameraOnShortest: { zh: '画面不保存', en: 'No picture kept' },
  stopFace: { zh: '取消刷脸', en: 'Stop' },
  captureText: { zh: '看着|屏幕上方的镜头', en: 'Look at the lens above the screen' },
  captureTextShort: { zh: '看屏幕|上方的镜头', en: 'Look at the lens above' },
  captureSoon: { zh: '马上就好', en: 'One moment' },
  captureWhere: { zh: '镜头在屏幕上方', en: 'It is above the screen' },
  captureChallenge: { zh: '这样照片|就代替不了你', en: 'So that no photo can stand in for you' },

  isThisYou: { zh: '是你本人吗？', en: 'Is this you?' },
  paysFrom: { zh: '付款账户', en: 'Pays from' },
  memberBalance: { zh: '会员余额', en: 'Member balance' },
  linkedAccount: { zh: '支付宝（已签约）', en: 'Alipay, as agreed' },
  before: { zh: '付款前', en: 'Balance' },
  after: { zh: '付款后', en: 'After' },
  fromBalance: { zh: '从会员余额付，', en: 'From your balance,' },
  leftAfter: { zh: '付后剩 ', en: 'leaving ' },
  fromLinked: { zh: '从你签约的|支付宝付', en: 'From your Alipay, as agreed' },
  yesPay: { zh: '是我，付款', en: 'Yes, pay' },
  /** @type {Said<[amount: string]>} */
  yesPayAmount: { zh: amount => `是我，付 ¥${amount}`, en: amount => `Yes, pay ¥${amount}` },
  notMe: { zh: '不是我', en: 'Not me' },
  otherWayShortest: { zh: '换方式', en: 'Other' },
  followTitle: { zh: '请看|付款摄像头', en: 'Look at the payment~camera' },
  followText: { zh: '跟着它的提示做，结果|会回到这里', en: 'It guides you. The result comes back here.' },
  followTextShort: { zh: '跟着它的提示做', en: 'It guides you from here' },

  joinTitle: { zh: '要加入|会员吗？', en: 'Would you like to~join?' },
  joinText: {
    zh: '没有认出你是|哪位会员。加入后，|下次刷脸就有会员价。',
    en: 'We did not recognise a member. Members pay member prices, next time by face.',
  },
  join: { zh: '加入会员', en: 'Join' },
  joinNot: { zh: '这次不用', en: 'Not now' },
  noMoneyTaken: { zh: '没有扣钱', en: 'No money was taken.' },
  stillToPay: { zh: '还没付', en: 'Still to pay' },
  endedNOT_RECOGNISED: {
    zh: ['没有认出|是哪位会员', '可以换一种方式，价格一样，|或再试一次。', '可以再试一次，也可以|照常购物。'],
    en: [
      'We did not recognise a~member',
      'Another way costs the same, or try again.',
      'Try again, or just keep shopping.',
    ],
  },
  endedNOT_RECOGNISEDSTORAGE: {
    zh: ['这次|没有看清', '', '可以再试一次，也可以|照常购物。'],
    en: ['We could not see you clearly', '', 'Try again, or just keep shopping.'],
  },
  endedNO_CAMERA: {
    zh: ['摄像头|暂时用不了', '可以换一种方式，价格一样，|或再试一次。', '可以照常购物，或过一会儿|再试一次。'],
    en: [
      'The camera is not available',
      'Another way costs the same, or try again.',
      'Keep shopping, or try again in a moment.',
    ],
  },
  endedTOO_MANY_TRIES: {
    zh: ['这次还|不能确认是你', '请换一种方式，价格一样。', '可以照常购物，也可以|请店员帮忙。'],
    en: [
      'We are not sure it is you',
      'Please pay another way, it costs the same.',
      'Just keep shopping, or ask our staff.',
    ],
  },
  endedNO_ACCOUNT: {
    zh: ['还没有|能付款的会员账户', '请换一种方式，价格一样。', '可以照常购物，用其他方式付款。'],
    en: [
      'There is no account to pay from yet',
      'Please pay another way, it costs the same.',
      'Just keep shopping and pay another way.',
    ],
  },
  endedBALANCE_TOO_LOW: {
    zh: ['余额不够|付这一单', '请换一种方式，价格一样。', '可以照常购物，用其他方式付款。'],
    en: [
      'Your balance is too low for this',
      'Please pay another way, it costs the same.',
      'Just keep shopping and pay another way.',
    ],
  },
  endedALREADY_MEMBER: {
    zh: [
      '你可能|已经是会员',
      '请换一种方式，价格一样。',
      '这个手机号或这张脸|登记过了。请店员帮你看一下，也可以|照常购物。',
    ],
    en: [
      'You may be a member already',
      'Please pay another way, it costs the same.',
      'Our staff can have a look, or just keep shopping.',
    ],
  },
};
