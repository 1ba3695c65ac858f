// Words of a smart container: it opens, things are taken, it closes and is settled.
import { billWords } from './bill-words.js';
/** @import { Said } from '../words.js' */

export const words = {
  ...billWords,

  welcomeScan: { zh: '扫付款码，|就开门', en: 'Scan your payment code to~open' },
  welcomeTouch: { zh: '点按钮|就开门', en: 'Touch a button to~open' },
  welcomeShut: { zh: '现在|开不了门', en: 'It cannot be opened right~now' },
  stepOpen: { zh: '开门', en: 'Open' },
  stepTake: { zh: '拿商品', en: 'Take' },
  stepClose: { zh: '关门', en: 'Close' },
  stepPaid: { zh: '自动付款', en: 'Paid by itself' },
  openByFACE: { zh: '刷脸开门', en: 'Use my face' },
  openByWALLET_QR: { zh: '出码，我来扫', en: 'Show a code to scan' },
  openByALIPAY_QR: { zh: '用支付宝扫', en: 'Scan with Alipay' },
  openByWECHAT_QR: { zh: '用微信扫', en: 'Scan with WeChat' },

  openingTitle: { zh: '正在开门', en: 'Opening the door' },
  openingText: { zh: '马上就好', en: 'One moment' },
  pullTitle: { zh: '请拉开门', en: 'Open the door' },
  /** @type {Said<[seconds: number]>} */
  pullSeconds: {
    zh: n => (n === 0 ? '马上锁上' : `${n} 秒后|自动锁上`),
    en: n => (n === 0 ? 'Locking again now' : `It locks again in ${n} s`),
  },
  pullNot: { zh: '不开了', en: 'Do not open' },

  takingTitle: { zh: '门开了，|请取商品', en: 'It is open. Take what you~like.' },
  takingTitleShort: { zh: '门开了，请取商品', en: 'Take what you like' },
  taken: { zh: '已取走（预估）', en: 'You took (estimate)' },
  takenShort: { zh: '已取走（预估）', en: 'You took (est.)' },
  takenBack: { zh: '放回去就不算', en: 'Put back, not counted' },
  takenNothing: { zh: '还没有拿', en: 'Nothing taken yet' },
  takenNothingText: { zh: '拿了什么，|就显示在这里', en: 'What you take appears here' },
  justTaken: { zh: '刚取走', en: 'Just taken' },
  isBack: { zh: '已放回', en: 'Put back' },
  /** @type {Said<[shelf: number]>} */
  onShelf: { zh: n => `第 ${n} 层`, en: n => `shelf ${n}` },
  estimated: { zh: '预估合计', en: 'Estimated total' },
  estimatedShort: { zh: '预估合计', en: 'Estimate' },
  closeToPay: { zh: '拿好后关上门，|自动结算', en: 'Close the door to finish. You pay automatically.' },
  closeToPayShort: { zh: '拿好后关门，|自动结算', en: 'Close the door to~pay' },
  /** @type {Said<[most: string]>} */
  finalBill: {
    zh: most => `结算以关门后为准，|最多不超过 ¥${most}。`,
    en: most => `The final bill is made after the door closes, never above ¥${most}.`,
  },
  /** @type {Said<[most: string]>} */
  finalBillShort: {
    zh: most => `以关门后为准，|最多 ¥${most}`,
    en: most => `Final after closing, never above ¥${most}`,
  },

  /** @type {Said<[name: string, shelf: number]>} */
  belongs: { zh: (name, n) => `${name}|该放第 ${n} 层`, en: (name, n) => `${name} belongs on shelf~${n}` },
  /** @type {Said<[shelf: number]>} */
  belongsShort: { zh: n => `该放第 ${n} 层`, en: n => `It belongs on shelf~${n}` },
  /** @type {Said<[shelf: number]>} */
  liesOn: {
    zh: n => `现在在第 ${n} 层。|放好就不算钱。`,
    en: n => `It is on shelf ${n} now. Moved, it is not charged.`,
  },
  liesOnShort: { zh: '放好就不算钱', en: 'Moved, it is not charged' },
  afterMoving: { zh: '放好以后', en: 'After moving it' },
  keepHere: { zh: '我还是要它', en: 'I want it after all' },
  keepHereShort: { zh: '我还是要它', en: 'I want it' },
  cannotMove: { zh: '放不了，叫店员', en: 'Call staff' },

  doorOpenTitle: { zh: '门还开着，|请关好', en: 'The door is still open. Please close~it.' },
  doorOpenTitleShort: { zh: '门还开着，|请关好', en: 'The door is open. Please close~it.' },
  /** @type {Said<[seconds: number]>} */
  doorOpenSoon: {
    zh: n => (n === 0 ? '马上请店员|过来看看' : `${n} 秒后|请店员过来看看`),
    en: n => (n === 0 ? 'We ask staff to come now' : `In ${n} s we ask staff to come`),
  },
  doorOpenText: { zh: '关上就结算，|不会多收钱', en: 'Closing makes the bill. Nothing extra is charged.' },
  stillChoosing: { zh: '我还在选', en: 'Still choosing' },
  willNotClose: { zh: '门关不上', en: 'Will not close' },

  countingTitle: { zh: '门关好了，|正在结算', en: 'The door is closed. Making your~bill.' },
  countingText: { zh: '结果马上出来', en: 'It comes here in a moment' },

  askTitle: { zh: '拿的是哪一个？', en: 'Which one did you take?' },
  askTitleShort: { zh: '拿的是哪一个？', en: 'Which one was it?' },
  askMany: { zh: '拿的是哪些？', en: 'What did you take?' },
  askWhy: { zh: '重量很接近，|请你帮忙确认。', en: 'They weigh almost the same. Please tell us.' },
  askWhyMany: { zh: '没有看清，|请你帮忙确认。', en: 'We could not tell. Please tell us.' },
  /** @type {Said<[choices: number]>} */
  askUnsure: {
    zh: _ => '说不准也没关系：|只按最便宜的收，|以后只会少收、|不会多收。',
    en: n => `Not sure? We charge the ${n > 2 ? 'cheapest' : 'cheaper'} one, and never more later.`,
  },
  /** @type {Said<[choices: number]>} */
  askUnsureShort: {
    zh: _ => '说不准|就按最便宜的收，|以后不会多收。',
    en: n => `Not sure? You pay the ${n > 2 ? 'cheapest' : 'cheaper'} one, never more later.`,
  },
  /** @type {Said<[choices: number]>} */
  askNone: { zh: _ => '都没拿', en: n => (n > 2 ? 'None of them' : 'Neither') },
  askNot: { zh: '没有拿', en: 'Took none' },
  notSure: { zh: '说不准', en: 'Not sure' },
};
