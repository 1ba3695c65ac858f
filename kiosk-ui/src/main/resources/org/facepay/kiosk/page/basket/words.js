// Words of the basket and its lines.
import { items } from '../shared/words.js';
/** @import { Said } from '../words.js' */

export const words = {
  basket: { zh: '购物清单', en: 'Your basket' },
  basketShort: { zh: '购物清单', en: 'Basket' },
  /** @type {Said<[n: number]>} */
  itemsTouch: { zh: n => `${n} 件，点商品可修改`, en: n => `${items(n)}, touch one to change` },
  /** @type {Said<[n: number]>} */
  items: { zh: n => `${n} 件`, en: n => items(n) },
  /** @type {Said<[n: number]>} */
  moreBelow: { zh: n => `下面还有 ${n} 种`, en: n => `${n} more below` },
  pay: { zh: '去付款', en: 'Pay' },
  bagShort: { zh: '购物袋', en: 'Bag' },
  cancel: { zh: '取消购物', en: 'Cancel shopping' },
  justScanned: { zh: '刚扫入', en: 'Just scanned' },
  remove: { zh: '删除', en: 'Remove' },
  /** @type {Said<[name: string]>} */
  removeNamed: { zh: name => `删除${name}`, en: name => `Remove ${name}` },
  removeLine: { zh: '删除这件', en: 'Remove' },
  /** @type {Said<[name: string]>} */
  change: { zh: name => `修改${name}`, en: name => `Change ${name}` },
  emptyBasket: { zh: '清单是空的', en: 'Your basket is empty' },
  emptyBasketText: { zh: '扫一下商品，它就会|出现在这里。', en: 'Scan an item and it appears here.' },

  /** @type {Said<[name: string]>} */
  ageBanner: {
    zh: name => (name ? `${name}要店员看一下年龄。|你接着扫就好。` : '有的商品要店员看一下年龄。|你接着扫就好。'),
    en: name =>
      name ? `Staff will check age for ${name}. Keep scanning.` : 'Staff will check your age. Keep scanning.',
  },
  ageBannerShort: { zh: '店员来看年龄，|你接着扫', en: 'Staff will check age. Keep scanning.' },
  ageReady: { zh: '请准备好证件，|只看不记录。', en: 'Have your ID ready: it is looked at, not stored.' },
  ageRECEIVED: { zh: '店员已收到通知。', en: 'Staff have been told. ' },
  ageCOMING: { zh: '店员正在过来。', en: 'Staff are coming. ' },
  ageHeld: { zh: '等店员核对年龄', en: 'Age check waiting' },
  ageHeldShort: { zh: '待核对', en: 'Age check' },
  payAfterAge: { zh: '核对年龄后付款', en: 'Pay after the age check' },
  payAfterAgeShort: { zh: '核对后付款', en: 'Pay after check' },
  /** @type {Said<[name: string]>} */
  ageLeave: { zh: name => `不买${name}`, en: name => `Leave ${name}` },
  ageLeaveShort: { zh: '不买了', en: 'Leave it' },

  lineTitle: { zh: '修改商品', en: 'Change item' },
  lineWeighed: { zh: '称重商品，不能改数量', en: 'Sold by weight' },
  done: { zh: '改好了', en: 'Done' },

  noBarcode: { zh: '没有条码', en: 'No barcode' },
  noBarcodeShort: { zh: '无条码', en: 'No code' },
};
