// Words of a smart container's bill: what it came to, what is not right about it, what is still owed.
/** @import { Said } from '../words.js' */

export const billWords = {
  billNOTHING: { zh: '没有拿，|也没有扣钱', en: 'Nothing taken, nothing~charged' },
  billUNCLEAR: { zh: '没有看清，|先不扣钱', en: 'We could not tell. Nothing is charged~now.' },
  billNotCharged: { zh: '没有扣钱', en: 'Nothing charged' },
  billCHARGING: { zh: '结算好了，|正在扣款', en: 'Your bill is being charged' },
  billCHARGED: { zh: '结算好了，|已扣款', en: 'Paid. Here is your~bill.' },
  billOWED: { zh: '没有扣成，|下次再付', en: 'Could not be charged. Pay it next~time.' },
  billShortNOTHING: { zh: '没有扣钱', en: 'Nothing charged' },
  billShortUNCLEAR: { zh: '先不扣钱', en: 'Not charged now' },
  billShortCHARGING: { zh: '正在扣款', en: 'Being charged' },
  billShortCHARGED: { zh: '已扣款', en: 'Charged' },
  billShortOWED: { zh: '下次再付', en: 'Pay next time' },
  /** @type {Said<[time: string]>} */
  closedAt: { zh: time => `${time} 关门`, en: time => `Door closed ${time}` },
  seenCLEARLY: { zh: '看得很清楚', en: 'Seen clearly' },
  seenLIKELY: { zh: '大概没看错', en: 'Most likely' },
  seenTOLD: { zh: '你确认过', en: 'You told us' },
  seenNOT_CLEAR: { zh: '没看清，先不收钱', en: 'Not clear, not charged' },
  seenShortCLEARLY: { zh: '很清楚', en: 'Seen' },
  seenShortLIKELY: { zh: '大概没错', en: 'Likely' },
  seenShortTOLD: { zh: '你确认过', en: 'You told us' },
  seenShortNOT_CLEAR: { zh: '先不收钱', en: 'Not charged' },
  billLess: { zh: '只会少收，|不会多收', en: 'It can only get less' },
  /** @type {Said<[days: number]>} */
  billLessText: {
    zh: n => `觉得不对，|${n} 天内都可以申诉。`,
    en: n => `If it is not right, object within ${n} days.`,
  },
  billUnclear: { zh: '没看清的，|先不收钱', en: 'What was not clear is not charged now' },
  billUnclearText: {
    zh: '由店员核对。|不是你拿的|就不收。',
    en: 'Staff check it. If you did not take it, you do not pay.',
  },
  /** @type {Said<[days: number]>} */
  objectWithin: { zh: n => `${n} 天内|都可以申诉`, en: n => `Object within ${n} days` },
  notRight: { zh: '有一项不对', en: 'Not right' },
  allCorrect: { zh: '没问题', en: 'All correct' },

  disputeTitle: { zh: '哪一项不对？', en: 'Which line is wrong?' },
  disputeTitleShort: { zh: '哪一项不对？', en: 'Which line?' },
  disputeNOT_TAKEN: { zh: '我没拿', en: 'I did not take it' },
  disputeWRONG_NUMBER: { zh: '数量不对', en: 'Wrong number' },
  disputeShortNOT_TAKEN: { zh: '我没拿', en: 'Not taken' },
  disputeShortWRONG_NUMBER: { zh: '数量不对', en: 'Count' },
  disputeChosen: { zh: '已选', en: 'Chosen' },
  /** @type {Said<[complaint: string]>} */
  disputeChosenAs: { zh: complaint => `已选：${complaint}`, en: complaint => `Chosen: ${complaint}` },
  disputeCheck: { zh: '我们马上核对', en: 'We check at once' },
  disputeCheckText: {
    zh: '看不清楚的，|钱马上退给你。|看得清楚的，|店员一天内答复，|并给你看依据。',
    en: 'Where we cannot be sure, the money goes back now. Otherwise staff answer within a day and show you why.',
  },
  disputeCheckShort: {
    zh: '看不清楚的，|钱马上退给你。',
    en: 'Where we cannot be sure, the money goes back now.',
  },
  disputeLineFirst: { zh: '先选一项', en: 'Choose a line' },
  disputeHow: { zh: '再说哪里不对', en: 'Say what is wrong' },
  /** @type {Said<[amount: string]>} */
  refundMe: { zh: amount => `退我 ¥${amount}`, en: amount => `Refund me ¥${amount}` },
  /** @type {Said<[amount: string]>} */
  refundMeShort: { zh: amount => `退我 ¥${amount}`, en: amount => `Refund ¥${amount}` },
  toStaff: { zh: '请店员核对', en: 'Send to staff' },
  disputeBack: { zh: '返回', en: 'Back' },

  /** @type {Said<[amount: string]>} */
  objectedREFUNDING: { zh: amount => `¥${amount} |正在退给你`, en: amount => `¥${amount} is going back to~you` },
  /** @type {Said<[amount: string]>} */
  objectedREFUNDED: { zh: amount => `¥${amount} |已经退给你`, en: amount => `¥${amount} is back with~you` },
  /** @type {Said<[amount: string]>} */
  objectedREVIEW: { zh: _ => '店员一天内|答复你', en: _ => 'Staff answer within a~day' },
  /** @type {Said<[amount: string]>} */
  objectedSTAFF: { zh: amount => `店员会把 |¥${amount} 退给你`, en: amount => `Staff will give ¥${amount} back` },
  objectedTextREFUNDING: { zh: '原路退回，|不用再操作。', en: 'It goes back the way it came. Nothing more to do.' },
  objectedTextREFUNDED: { zh: '钱原路退回了。', en: 'It went back the way it came.' },
  objectedTextREVIEW: { zh: '他们会看|关门前后的重量记录。', en: 'They look at the weights that were recorded.' },
  objectedTextSTAFF: { zh: '这里退不了。', en: 'It cannot be given back from here.' },

  /** @type {Said<[amount: string]>} */
  debtTitle: {
    zh: amount => `上次有 ¥${amount} 没付，|付清了门就开`,
    en: amount => `¥${amount} is open from last time. Pay it and the door~opens.`,
  },
  debtTitleShort: { zh: '付清上次的，|门就开', en: 'Pay for last time, then it~opens' },
  debtWhen: { zh: '什么时候', en: 'When' },
  debtWhat: { zh: '拿了什么', en: 'What' },
  debtWhy: { zh: '为什么没付成', en: 'Why' },
  debtBALANCE_TOO_LOW: { zh: '当时余额不够', en: 'balance was too low' },
  debtREFUSED: { zh: '支付平台没通过', en: 'the wallet refused it' },
  debtHOLD_EXPIRED: { zh: '冻结的钱已到期', en: 'the hold had ended' },
  debtNoFee: { zh: '没有利息，|没有手续费。', en: 'No interest, no fee.' },
  debtDoubt: {
    zh: '觉得不对，|可以不付，|店员一天内答复。',
    en: 'If it is not right, do not pay: staff answer within a day.',
  },
  debtSum: { zh: '上次没付的', en: 'From last time' },
  debtNotRight: { zh: '这笔不对', en: 'Not right' },
  /** @type {Said<[amount: string]>} */
  debtPay: { zh: amount => `付 ¥${amount}，开门`, en: amount => `Pay ¥${amount}, open` },
  debtPayShort: { zh: '付清，开门', en: 'Pay, open' },
  debtNotToday: { zh: '今天不买了', en: 'Not today' },

  notOpenedTitle: { zh: '门没有开，|也没有扣钱', en: 'Not opened. No~money was~taken.' },
  notOpenedTitlePaid: { zh: '门没有开', en: 'Not opened' },
  notOpenedNO_PROMISE: {
    zh: '钱包没有通过。|可以再试一次，|或换一种方式。',
    en: 'Your wallet did not agree. Try again, or another way.',
  },
  notOpenedNETWORK: {
    zh: '现在连不上钱包。|可以再试一次，|或稍后再来。',
    en: 'The wallet cannot be reached right now. Try again, or come back later.',
  },
  notOpenedLOCK: {
    zh: '这扇门|现在打不开。|可以再试一次，|或请店员帮忙。',
    en: 'This door does not open right now. Try again, or ask our staff.',
  },
  notOpenedNOT_PULLED: { zh: '门没有拉开，|已经锁上了。', en: 'Nobody opened it in time, so it is locked again.' },
  notOpenedLIMIT: {
    zh: '今天|可以先拿后付的|已经用完了，|明天再来。',
    en: 'You have reached what can be taken in a day. Please come back tomorrow.',
  },
  notOpenedPAID: { zh: '上次的已经付清。|再扫一次就开门。', en: 'Last time is paid. Scan again and it~opens.' },
  notOpenedNOT_PAID: { zh: '上次的还没有付，|门先不开。', en: 'What is open from last time is not paid yet.' },
};
