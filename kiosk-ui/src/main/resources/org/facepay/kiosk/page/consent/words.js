// Words of what is agreed to before a face is looked at.
/** @import { Said } from '../words.js' */

export const words = {
  cameraOff: { zh: '摄像头没有打开', en: 'The camera is off' },
  cameraOffShort: { zh: '摄像头没开', en: 'Camera off' },
  consentTitlePAYMENT: { zh: '刷脸前，|先看这四点', en: 'Before we use your~face' },
  consentTitleRECOGNITION: { zh: '刷脸前，|先看这四点', en: 'Before we use your~face' },
  consentTitleSTORAGE: { zh: '刷脸入会前，|先看这四点', en: 'Before you join' },
  consentTitleMEMBERSHIP: { zh: '入会前，|先看这四点', en: 'Before you join' },
  consentTitleShort: { zh: '先看这四点', en: 'Please read' },
  pointPay: {
    zh: ['只用来|确认是你本人', '确认后，从会员余额或签约的支付宝付', '只确认是你本人', '从会员余额或支付宝付'],
    en: ['Only to know it is you', 'then your balance or Alipay pays', 'Only to know it is you', ''],
  },
  pointKnow: {
    zh: ['只用来|认出你是哪位会员', '认出后，马上用会员价', '只看你是哪位会员', '马上用会员价'],
    en: ['Only to know which member you are', 'member prices at once', 'Only to know you', ''],
  },
  pointKeep: {
    zh: ['留下|面部特征和手机号', '下次刷脸，就知道你是会员', '存面部特征和号码', '下次刷脸就认得你'],
    en: ['Face features and phone are kept', 'next time we know you are a member', 'Face features and phone kept', ''],
  },
  pointMember: {
    zh: ['扫码或报手机号，|就有会员价', '不用刷脸', '扫码就有会员价', '不用刷脸'],
    en: ['Member prices by code or phone', 'no face needed', 'Prices by code or phone', ''],
  },
  pointNumber: {
    zh: ['留下|手机号', '加密，只在这台机器上', '只留手机号', '加密，只存本机'],
    en: ['Your phone number is kept', 'encrypted, on this machine only', 'Only your number is kept', ''],
  },
  pointNoMember: {
    zh: ['不入会|也照常购物', '付款方式都一样', '不入会照常购物', '付款方式都一样'],
    en: ['You can shop without joining', 'every way to pay stays open', 'You can shop without it', ''],
  },
  pointLeave: {
    zh: ['随时可以退出', '退出后，马上删除你的资料', '随时可以退出', '退出后马上删除'],
    en: ['Leave at any time', 'your data is deleted at once', 'Leave at any time', ''],
  },
  pointPicture: {
    zh: ['照片不离开|这台机器', '比对完马上删除', '照片不出这台机器', '比对完马上删除'],
    en: ['Your picture stays in this machine', 'and is deleted right after the check', 'The picture stays in here', ''],
  },
  pointEncrypted: {
    zh: ['加密保存，|只在这台机器上', '只存数字，不存照片', '加密，只存本机', '只存数字，不存照片'],
    en: ['Encrypted, on this machine only', 'numbers, never a picture', 'Encrypted, only in here', ''],
  },
  pointOtherWay: {
    zh: ['不刷脸也能付', '付款码、请店员收款都可以', '不刷脸也能付', '付款码、店员都可以'],
    en: ['You can pay another way', 'by phone code or with our staff', 'You can pay another way', ''],
  },
  pointShop: {
    zh: ['不刷脸|也照常购物', '其他付款方式都可以用', '不刷脸照常购物', '其他付款方式都在'],
    en: ['You can shop without it', 'every other way to pay stays open', 'You can shop without it', ''],
  },
  pointWithdraw: {
    zh: ['随时可以撤回', '撤回后，马上删除你的面部信息', '随时可以撤回', '撤回后马上删除'],
    en: ['Withdraw at any time', 'your face data is deleted at once', 'Withdraw at any time', ''],
  },
  guardian: { zh: '未满 14 周岁，请由监护人同意。', en: 'Under 14: a guardian must agree.' },
  /** @type {Said<[version: string]>} */
  noticeVersion: { zh: version => `说明版本 ${version}`, en: version => `Notice version ${version}` },
  fullNotice: { zh: '完整说明', en: 'Full notice' },
  fullNoticeShort: { zh: '完整说明', en: 'Details' },
  noThanks: { zh: '不用了，谢谢', en: 'No, thanks' },
  withoutFace: { zh: '用会员码|或手机号', en: 'Code or phone number' },
  withoutFaceShort: { zh: '不刷脸', en: 'No face' },
  agreeMember: { zh: ['同意，加入会员', '同意入会'], en: ['Agree and join', 'Agree'] },
  agreeFace: { zh: ['同意，开始刷脸', '同意刷脸'], en: ['Agree and start', 'Agree'] },
  agreeJoin: { zh: ['同意，刷脸入会', '同意入会'], en: ['Agree and join', 'Agree'] },

  fullTitle: { zh: '完整说明', en: 'Full notice' },
  readOn: { zh: '往下看', en: 'Read on' },
  noticeRead: { zh: '看好了', en: 'Done' },
  fullWho: {
    zh: ['谁负责', '{shop}负责处理你的信息。有问题，按下面的按钮呼叫店员。'],
    en: ['Who is responsible', '{shop} is responsible for your data. Questions? Call staff with the button below.'],
  },
  fullWhyPAYMENT: {
    zh: [
      '用来做什么',
      '只用来确认付款的是你本人。确认后，再由你看过名字和金额，才从你的会员余额，或你签约的支付宝付款。',
    ],
    en: [
      'What it is for',
      'Only to know that it is you who pays. You see name and amount first and say yes. ' +
        'Then your member balance pays, or the Alipay you signed up with.',
    ],
  },
  fullWhyRECOGNITION: {
    zh: ['用来做什么', '只用来认出你是哪位会员，马上用会员价。不会用来付款，付款要另外问你。'],
    en: [
      'What it is for',
      'Only to know which member you are, so that you get member prices. ' +
        'Not for paying: for that we ask you separately.',
    ],
  },
  fullWhySTORAGE: {
    zh: ['用来做什么', '让你成为会员，下次刷脸就认得你。用来付款，会另外问你。'],
    en: ['What it is for', 'To make you a member whose face we know next time. For paying we ask you separately.'],
  },
  fullWhyMEMBERSHIP: {
    zh: ['用来做什么', '让你成为会员：扫会员码，或报手机号和会员码下面的数字，就有会员价。不用刷脸。'],
    en: ['What it is for', 'To make you a member: your code, or your number and its digits, bring member prices.'],
  },
  fullWhatMEMBERSHIP: {
    zh: ['保存什么', '你的手机号，加密保存。不用摄像头，不存照片。'],
    en: ['What is kept', 'Your phone number, encrypted. No camera and no picture.'],
  },
  fullLongMEMBERSHIP: {
    zh: ['保存多久', '到你退出为止。退出后马上删除，找不回来。'],
    en: ['How long', 'Until you leave. Then it is deleted at once and for good.'],
  },
  fullFreeMEMBERSHIP: {
    zh: ['可以不同意', '不入会也照常购物、付款。'],
    en: ['You can say no', 'You can shop and pay without joining.'],
  },
  fullWithdrawMEMBERSHIP: {
    zh: ['怎么退出', '在会员页上点“退出会员”，或请店员帮忙。马上生效。'],
    en: ['How to leave', 'Touch "Leave" on your member page, or ask our staff. It works at once.'],
  },
  fullWhat: {
    zh: [
      '处理什么',
      '摄像头的画面，和从画面算出的一串数字。画面不保存，比对完马上删除。留下的只有：你同意的记录，和认出与否的结果，里面没有照片。',
    ],
    en: [
      'What is used',
      'The picture of the camera, and a row of numbers worked out from it. ' +
        'The picture is not kept and is deleted right after the check. ' +
        'What stays is the record of your consent and whether you were recognised, without a picture.',
    ],
  },
  fullWhatSTORAGE: {
    zh: ['保存什么', '从画面算出的一串数字，和你的手机号，都加密保存。不存照片，也不存视频。数字变不回你的照片。'],
    en: [
      'What is kept',
      'A row of numbers worked out from the picture, and your phone number, both encrypted. ' +
        'No picture, no video. The numbers cannot be turned back into your picture.',
    ],
  },
  fullLong: {
    zh: ['保存多久', '比对完马上删除。同意的记录会留着，用来证明你同意过什么。'],
    en: ['How long', 'Until the check is over. The record of your consent stays, to show what you agreed to.'],
  },
  fullLongSTORAGE: {
    zh: ['保存多久', '到你撤回为止。撤回后马上删除，找不回来。'],
    en: ['How long', 'Until you withdraw. Then it is deleted at once and for good.'],
  },
  fullWhere: {
    zh: ['放在哪里', '只在这台机器上，不上传，也不给别人。'],
    en: ['Where', 'On this machine only. It is not uploaded and not given to anybody.'],
  },
  fullFree: {
    zh: ['可以不同意', '不刷脸也照常购物、付款；会员价要先认出你是会员。'],
    en: ['You can say no', 'You can shop and pay without it. Member prices need to know you as a member.'],
  },
  fullWithdraw: {
    zh: ['怎么撤回', '在会员页上点“删除我的面部信息”，或请店员帮忙。马上生效。撤回前的付款不受影响。'],
    en: [
      'How to withdraw',
      'Touch "Delete my face data" on your member page, or ask our staff. ' +
        'It works at once. Payments made before stay as they are.',
    ],
  },
  fullRights: {
    zh: ['你的权利', '你可以查看、复制、更正和删除你的信息，也可以投诉。请店员帮忙就行。'],
    en: ['Your rights', 'You can see, copy, correct and delete your data, and you can complain. Just ask our staff.'],
  },
  fullGuardian: {
    zh: ['未满 14 周岁', '请由父母或其他监护人看完并同意，再开始。'],
    en: ['Under 14', 'A parent or guardian must read this and agree first.'],
  },
};
