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
  removeLine: { zh: '删除这件', en: 'Remove' },
  /** @type {Said<[name: string]>} */
  change: { zh: name => `修改${name}`, en: name => `Change ${name}` },
  emptyBasket: { zh: '清单是空的', en: 'Your basket is empty' },
  emptyBasketText: { zh: '扫一下商品，它就会|出现在这里。', en: 'Scan an item and it appears here.' },

  lineTitle: { zh: '修改商品', en: 'Change item' },
  lineWeighed: { zh: '称重商品，不能改数量', en: 'Sold by weight' },
  done: { zh: '改好了', en: 'Done' },

  noBarcode: { zh: '没有条码', en: 'No barcode' },
  noBarcodeShort: { zh: '无条码', en: 'No code' },
};
