// Words of goods without a barcode and of the scale.
/** @import { Said } from '../words.js' */

export const words = {
  produceTitle: { zh: '点一下，选商品', en: 'Touch what you have' },
  findByLetters: { zh: '按首字母找', en: 'Find by letter' },
  lettersHint: { zh: '按名字的|拼音首字母找', en: 'Find it by the first letters of its name' },
  nothingFound: { zh: '没有找到', en: 'Nothing found' },
  showAll: { zh: '看全部商品', en: 'Show all' },
  /** @type {Said<[n: number]>} */
  showFound: { zh: n => `看这 ${n} 种`, en: n => `Show ${n === 1 ? 'it' : `these ${n}`}` },
  pageBack: { zh: '上一页', en: 'Up' },
  pageOn: { zh: '下一页', en: 'Down' },
  notNow: { zh: '暂时不卖', en: 'Not now' },
  price: { zh: '价格', en: 'Price' },
  addToBasket: { zh: '放进清单', en: 'Add to basket' },
  otherGood: { zh: '换一种', en: 'Choose again' },
  inBag: { zh: '扣除袋重', en: 'Bag weight off' },
  inBagShort: { zh: '扣袋重', en: 'Bag off' },
  /** @type {Said<[weight: string]>} */
  bagTakenOff: { zh: weight => `已经扣掉袋子 ${weight}`, en: weight => `${weight} taken off for the bag` },
  bagFirst: { zh: '先只放空袋子', en: 'Empty bag first' },
  scaleWAITING: { zh: '请放到秤上', en: 'Put it on the scale' },
  scaleMOVING: { zh: '请稍等，数字|还在动', en: 'One moment, it is still~moving' },
  scaleSTABLE: { zh: '称好了', en: 'Weighed' },
  scaleTOO_HEAVY: { zh: '太重了，请分两次称', en: 'Too heavy, weigh it in two parts' },
  scaleTOO_LIGHT: { zh: '太轻了，请多放一点', en: 'Too light, put a little more on' },
  scaleBELOW_ZERO: { zh: '请把秤上清空，再放一次', en: 'Take everything off, then put it on again' },
  scaleNO_SCALE: { zh: '秤暂时用不了，请店员帮忙', en: 'The scale is not available, please ask staff' },
  scaleEXPIRED: { zh: '请拿起来，再称一次', en: 'Lift it and weigh it again' },
};
