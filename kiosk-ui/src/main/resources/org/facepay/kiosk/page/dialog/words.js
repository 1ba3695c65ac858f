// Words of the dialogs.
/** @import { Said } from '../words.js' */

export const words = {
  idleTitle: { zh: '还在吗？', en: 'Still there?' },
  /** @type {Said<[n: number]>} */
  idleText: {
    zh: n => `${n} 秒后会结束|这次购物，保护你的隐私。`,
    en: n => `In ${n} ${n === 1 ? 'second' : 'seconds'} your shopping ends to protect your privacy.`,
  },
  idleFinish: { zh: '结束并清空', en: 'Finish and clear' },
  calledRECEIVED: { zh: '呼叫已收到', en: 'Your call was received' },
  calledTextRECEIVED: { zh: '请在这里|等一下店员。', en: 'Please wait here for staff.' },
  calledCOMING: { zh: '店员正在过来', en: 'Staff are coming' },
  calledTextCOMING: { zh: '已经有人|接了你的呼叫。', en: 'Somebody has answered your call.' },
  notCalledTitle: { zh: '还没有叫到店员', en: 'Staff not reached yet' },
  notCalledText: { zh: '请到柜台|找店员，或再叫一次。', en: 'Please go to the counter, or call once more.' },
  callOnceMore: { zh: '再叫一次', en: 'Call again' },
  gotIt: { zh: '知道了', en: 'OK' },
  confirmTitle: { zh: '要取消购物吗？', en: 'Cancel shopping?' },
  /** @type {Said<[n: number]>} */
  confirmText: {
    zh: n => `清单里的 ${n} 件商品|会全部清空。`,
    en: n => `${n === 1 ? 'The item' : `All ${n} items`} in your basket will be removed.`,
  },
  confirmYes: { zh: '全部清空', en: 'Remove all' },

  withdrawTitle: { zh: '删除面部信息？', en: 'Delete your face data?' },
  withdrawText: {
    zh: '马上删除，找不回来。你的同意|也一起撤回。',
    en: 'It is deleted at once and for good, and your consent is withdrawn.',
  },
  withdrawNo: { zh: '先不删', en: 'Keep it' },
  leaveTitle: { zh: '退出会员？', en: 'End your membership?' },
  leaveText: {
    zh: '手机号和会员码马上删除，|找不回来。',
    en: 'Your number and your code are deleted at once and for good.',
  },
  leaveYes: { zh: '退出', en: 'Leave' },
  withdrawYes: { zh: '删除', en: 'Delete' },

  bagStaffRECEIVED: {
    zh: '已请店员|来看一下。你可以接着扫。',
    en: 'Staff were asked to have a look. You can go on scanning.',
  },
  bagStaffCOMING: {
    zh: '店员正在过来，帮你|看一下。你可以接着扫。',
    en: 'Staff are coming to have a look. You can go on scanning.',
  },
  bagStaffNOT_REACHED: { zh: '可以接着扫，也可以|请店员看一下。', en: 'You can go on scanning, or call our staff.' },
  keepScanning: { zh: '接着扫', en: 'Go on scanning' },
};
