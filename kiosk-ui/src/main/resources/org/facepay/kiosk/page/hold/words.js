// Words of instalments and of money that is held.
/** @import { Said } from '../words.js' */

export const words = {
  instalmentsTitle: { zh: '分几期付？', en: 'Pay over how many months?' },
  instalmentsTitleShort: { zh: '分几期付？', en: 'How many months?' },
  instalmentsText: { zh: '要多付的钱，|都写在这里。', en: 'All that it costs is written here.' },
  /** @type {Said<[n: number]>} */
  months: { zh: n => `分 ${n} 期`, en: n => `${n} months` },
  eachPart: { zh: '期', en: 'mo' },
  payAtOnce: { zh: '一次付清', en: 'All at once' },
  payAtOnceText: { zh: '不加钱', en: 'no fee' },
  backShort: { zh: '返回', en: 'Back' },
  holdTitle: { zh: '开门前，|先看这四点', en: 'Before the door opens' },
  holdTitleShort: { zh: '先看这四点', en: 'Before it opens' },
  /** @type {Said<[amount: string], string[]>} */
  holdFrozen: {
    zh: amount => [`先冻结 ¥${amount}`, '不是扣款，钱还在你的账户里', `先冻结 ¥${amount}`],
    en: amount => [`¥${amount} is set aside`, 'Not charged, it stays in your account', `¥${amount} is set aside`],
  },
  holdNothing: {
    zh: ['现在不冻结钱', '先拿商品，后付款', '现在不冻结钱'],
    en: ['Nothing is set aside', 'Take your items first, pay after', 'Nothing is set aside'],
  },
  holdBill: {
    zh: ['关上门再结算', '只收你拿走的', '关门后，只收拿走的'],
    en: ['The bill comes after the door closes', 'Only what you took', 'You pay what you took'],
  },
  /** @type {Said<[amount: string], string[]>} */
  holdMost: {
    zh: amount => [`最多 ¥${amount}`, '不会比这更多', `最多 ¥${amount}`],
    en: amount => [`Never above ¥${amount}`, 'Whatever you take', `Never above ¥${amount}`],
  },
  holdRest: {
    zh: ['多的自动解冻', '结算以后，不用你操作', '多的自动解冻'],
    en: ['The rest is released by itself', 'After the bill, nothing to do for you', 'The rest is released'],
  },
  holdLater: {
    zh: ['结算后自动付款', '从你选的账户付', '结算后自动付款'],
    en: ['Paid by itself after the bill', 'From the account you chose', 'Paid after the bill'],
  },
  holdOther: { zh: '用其他方式', en: 'Another way' },
  holdAgree: { zh: '同意，开门', en: 'Agree and open' },
  holdAgreeShort: { zh: '同意开门', en: 'Agree, open' },
  held: { zh: '先冻结', en: 'Set aside' },
  atMost: { zh: '最多付', en: 'At most' },
};
