// Words of a vending machine.
import { items } from '../shared/words.js';

/** @import { Said } from '../words.js' */

export const words = {
  vendingTitle: { zh: '点一下，加一件', en: 'Touch to add' },
  vendingTray: { zh: '先拿走取货口里的商品', en: 'Empty the tray below first' },
  vendingTrayShort: { zh: '先清空取货口', en: 'Empty the tray first' },
  keypadCHOOSE: { zh: '在键盘上|按编号', en: 'Key in a number' },
  keypadSTART: { zh: '先点开始，|再按编号', en: 'Touch start, then key in a~number' },
  keypadCHOOSE_NOW: { zh: '现在去键盘|按编号', en: 'Now key in a number' },
  keypadCODE_READ: { zh: '付款码读到了，|去按编号', en: 'Code read. Key in a~number' },
  keypadThenCHOOSE: {
    zh: '选好了在这里付款，先扫付款码也行',
    en: 'Then pay here. Your phone code may come first, too',
  },
  keypadThenSTART: { zh: '先扫付款码也行', en: 'Or hold your phone code to the scanner' },
  keypadThenCHOOSE_NOW: { zh: '选好了在这里付款', en: 'Then pay here' },
  keypadThenCODE_READ: { zh: '按了编号，就用这个码付款', en: 'The code pays what you key in' },
  keypadStart: { zh: '开始', en: 'Start' },
  notSoldNOT_SOLD: { zh: '这个现在不卖', en: 'This is not sold right~now' },
  notSoldWRONG_PRICE: { zh: '价格没对上，|先不卖', en: 'The price does not match, so it is not~sold' },
  notSoldText: {
    zh: '没有付款，也不会出货。|换一个试试。',
    en: 'You have not paid, and nothing comes out. Try another one.',
  },
  slotOff: { zh: '暂停销售', en: 'Not sold now' },
  slotSoldOut: { zh: '售完', en: 'Sold out' },
  vendingNothing: { zh: '还没有选', en: 'Nothing chosen yet' },
  /** @type {Said<[n: number]>} */
  vendingItems: { zh: n => `共 ${n} 件`, en: n => `${items(n)}, total` },
  /** @type {Said<[n: number]>} */
  vendingFull: { zh: n => `最多 ${n} 件`, en: n => `${items(n)} at most` },
  changeNumbers: { zh: '改件数', en: 'Change numbers' },
  changeNumbersShort: { zh: '改件数', en: 'Change' },
  vendingBack: { zh: '再选', en: 'Add more' },
  vendingPaid: { zh: '已付', en: 'Paid' },
  comma: { zh: '，', en: ', ' },
  vendingLeave: { zh: '不买了', en: 'Leave' },
  /** @type {Said<[name: string]>} */
  dispensingTitle: { zh: name => `${name}|正在出货`, en: name => `${name} is~coming` },
  dispensingText: { zh: '先别伸手，出来了再拿', en: 'Wait until it is out' },
  fallingTitle: { zh: '正在出货', en: 'Your items are coming' },
  fallingTitleShort: { zh: '正在出货', en: 'Coming out' },
  /** @type {Said<[n: number, of: number]>} */
  fallingPiece: { zh: (n, of) => `正在出第 ${n} 件，共 ${of} 件`, en: (n, of) => `Item ${n} of ${of} is coming` },
  fallingWait: { zh: '先别伸手，都出来了再拿', en: 'Wait until all are out' },
  vendNEXT: { zh: '等一下', en: 'Next' },
  vendCOMING: { zh: '正在出', en: 'Coming now' },
  vendOUT: { zh: '出来了', en: 'Out' },
  vendNOT_OUT: { zh: '没出来', en: 'Not out' },
  vendUNSEEN: { zh: '没看清', en: 'Not seen' },
  collectAllTitle: { zh: '都出来了，从下面|取货口拿', en: 'All out. Take them from the tray~below.' },
  collectTitle: { zh: '出来了，从下面|取货口拿', en: 'It is out. Take it from the tray~below.' },
  collectedAll: { zh: '都拿到了', en: 'I have them' },
  someMissing: { zh: '少了一件', en: 'One is missing' },
  collected: { zh: '拿到了', en: 'I have it' },
  oneMissing: { zh: '没拿到', en: 'It is missing' },
  /** @type {Said<[name: string]>} */
  notDeliveredTitle: { zh: name => `${name}|没出来`, en: name => `${name} did not come~out` },
  notDeliveredTitleShort: { zh: '商品没出来', en: 'It did not come~out' },
  /** @type {Said<[n: number]>} */
  notDeliveredMany: { zh: n => `${n} 件没出来`, en: n => `${items(n)} did not come~out` },
  vendingUnseen: { zh: '还有一样不知道出没出来，店员会来看', en: 'Staff will look whether the rest came out' },
  inReview: { zh: '待查金额', en: 'To be checked' },
  reviewTitle: { zh: '看看下面|取货口有没有', en: 'Look into the tray~below' },
  notDeliveredREVIEW: { zh: '没有的话，店员会把钱退给你', en: 'If it is not there, staff will give your money back' },
  notDeliveredREFUNDING: { zh: '钱正在原路退回', en: 'Your money is going back' },
  notDeliveredREFUNDED: { zh: '钱已经原路退回', en: 'Your money is back' },
  notDeliveredSTAFF: { zh: '店员会把钱退给你', en: 'Staff will give your money back' },
  goesBack: { zh: '退款', en: 'Goes back' },
};
