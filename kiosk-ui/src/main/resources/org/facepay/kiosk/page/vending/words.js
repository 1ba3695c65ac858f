// Words of a vending machine.
/** @import { Said } from '../words.js' */

export const words = {
  vendingTitle: { zh: '点一下，选商品', en: 'Touch to choose' },
  vendingNothing: { zh: '还没有选', en: 'Nothing chosen yet' },
  vendingLeave: { zh: '不买了', en: 'Leave' },
  /** @type {Said<[name: string]>} */
  dispensingTitle: { zh: name => `${name}|正在出货`, en: name => `${name} is~coming` },
  dispensingText: { zh: '先别伸手，出来了再拿', en: 'Wait until it is out' },
  collectTitle: { zh: '出来了，从下面|取货口拿', en: 'It is out. Take it from the tray~below.' },
  collected: { zh: '拿到了', en: 'I have it' },
  oneMissing: { zh: '没拿到', en: 'It is missing' },
  /** @type {Said<[name: string]>} */
  notDeliveredTitle: { zh: name => `${name}|没出来`, en: name => `${name} did not come~out` },
  notDeliveredTitleShort: { zh: '商品没出来', en: 'It did not come~out' },
  reviewTitle: { zh: '看看下面|取货口有没有', en: 'Look into the tray~below' },
  notDeliveredREVIEW: { zh: '没有的话，店员会把钱退给你', en: 'If it is not there, staff will give your money back' },
  notDeliveredREFUNDING: { zh: '钱正在原路退回', en: 'Your money is going back' },
  notDeliveredREFUNDED: { zh: '钱已经原路退回', en: 'Your money is back' },
  notDeliveredSTAFF: { zh: '店员会把钱退给你', en: 'Staff will give your money back' },
  goesBack: { zh: '退款', en: 'Goes back' },
};
