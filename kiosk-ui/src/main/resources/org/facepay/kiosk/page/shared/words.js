// Words that several features say, and those of the bar and the frame.
/** @import { Said } from '../words.js' */

export const words = {
  displayAndHelp: { zh: '显示与帮助', en: 'Display and help' },
  otherLanguage: { zh: 'English', en: '中文' },
  largerText: { zh: '大字', en: 'Larger text' },
  largerTextShort: { zh: '大字', en: 'Text' },
  contrast: { zh: '高对比', en: 'Contrast' },
  callStaff: { zh: '呼叫店员', en: 'Call staff' },
  callStaffShort: { zh: '帮助', en: 'Help' },
  /** @type {Said<[name: string]>} */
  staffMode: { zh: name => `店员模式·${name}`, en: name => `Staff mode · ${name}` },
  /** @type {Said<[seconds: number]>} */
  staffEnds: { zh: n => `${n} 秒不用就自动退出`, en: n => `Ends after ${n} s without use` },
  /** @type {Said<[seconds: number]>} */
  staffEndsShort: { zh: n => `${n} 秒后退出`, en: n => `ends in ${n} s` },
  callLead: { zh: '呼叫值班', en: 'Call the lead' },
  callLeadShort: { zh: '值班', en: 'Lead' },
  actions: { zh: '可以做的事', en: 'What you can do' },

  offlineShort: { zh: '网络不通', en: 'Network down' },

  /** @type {Said<[n: number]>} */
  moreKinds: { zh: n => `还有 ${n} 种`, en: n => `${n} more` },
  toTop: { zh: '回到最上面', en: 'Back to top' },
  toTopShort: { zh: '回最上面', en: 'To top' },
  total: { zh: '合计', en: 'Total' },
  toPay: { zh: '应付', en: 'To pay' },
  /** @type {Said<[amount: string]>} */
  saved: { zh: amount => `已省 ¥${amount}`, en: amount => `You save ¥${amount}` },
  /** @type {Said<[amount: string]>} */
  savedShort: { zh: amount => `已省 ¥${amount}`, en: amount => `Saved ¥${amount}` },
  taxIncluded: { zh: '含税', en: 'Incl. tax' },
  bag: { zh: '购物袋', en: 'Carrier bag' },
  cancelShort: { zh: '取消', en: 'Cancel' },
  /** @type {Said<[name: string]>} */
  oneLess: { zh: name => `${name}，减一件`, en: name => `One less: ${name}` },
  /** @type {Said<[name: string]>} */
  oneMore: { zh: name => `${name}，加一件`, en: name => `One more: ${name}` },

  backToBasket: { zh: '返回清单', en: 'Back to basket' },
  backToBasketShort: { zh: '返回清单', en: 'Back' },

  anotherWay: { zh: '换一种方式', en: 'Another way' },
  anotherWayShort: { zh: '换个方式', en: 'Another way' },

  tryAgain: { zh: '再试一次', en: 'Try again' },
  askStaff: { zh: '请店员帮忙', en: 'Ask staff' },

  staffRECEIVED: { zh: '呼叫已收到，请在这里等一下', en: 'Call received. Please wait here.' },
  staffCOMING: { zh: '店员正在过来', en: 'Staff are coming' },
  print: { zh: '打印', en: 'Print' },
  callAgain: { zh: '再叫一次店员', en: 'Call staff again' },

  receipt: { zh: '电子小票', en: 'E-receipt' },
  noPaper: { zh: '不要纸', en: 'No paper' },
  printed: { zh: '小票打好了，请拿好', en: 'Printed, please take it' },
  finish: { zh: '完成', en: 'Done' },

  putBack: { zh: '放回清单', en: 'Put back' },

  keepShopping: { zh: '继续购物', en: 'Keep shopping' },

  payAnotherWay: { zh: '用其他方式付款', en: 'Pay another way' },

  guideSTARTING: { zh: '正在打开|摄像头', en: 'Starting the~camera' },
  guideLOOKING: { zh: '看着镜头', en: 'Keep looking' },
  guideCOME_CLOSER: { zh: '再靠近|一点', en: 'Come a little~closer' },
  guideMOVE_BACK: { zh: '再退后|一点', en: 'Move back a~little' },
  guideMOVE_TO_CENTRE: { zh: '移到|圆圈中间', en: 'Move to the~middle' },
  guideMORE_LIGHT: { zh: '有点暗，|面向亮处', en: 'Turn to the~light' },
  guideLESS_LIGHT: { zh: '有点晃，|避开强光', en: 'Turn from the~light' },
  guideLOOK_HERE: { zh: '请看镜头', en: 'Look at the~camera' },
  guideHOLD_STILL: { zh: '保持|不动', en: 'Hold still' },
  guideONE_FACE_ONLY: { zh: '一次|一个人', en: 'One person at~a~time' },
  guideBLINK: { zh: '请眨|一下眼', en: 'Please blink' },
  guideTURN_LEFT: { zh: '慢慢|向左转头', en: 'Slowly turn left' },
  guideTURN_RIGHT: { zh: '慢慢|向右转头', en: 'Slowly turn right' },

  nextStep: { zh: '下一步', en: 'Next' },
  /** @type {Said<[name: string]>} */
  hello: { zh: name => (name ? `${name}，|你好` : '你好'), en: name => (name ? `Hello, ${name}` : 'Hello') },
  youPay: { zh: '这次付', en: 'You pay' },

  clear: { zh: '清空', en: 'Clear' },

  bagUNEXPECTED_ITEM: { zh: '装袋区多了东西', en: 'Something extra is in the bags' },
  bagMISSING_ITEM: { zh: '刚扫的|还没放进装袋区', en: 'The last item is not in the bags yet' },
  bagREMOVED: { zh: '装袋区少了东西', en: 'Something was taken out of the bags' },
};

/** @param {number} n */
export function items(n) {
  return n === 1 ? '1 item' : `${n} items`;
}
