// Words of what staff see behind their badge.
/** @import { Said } from '../words.js' */

export const words = {
  staffTitle: { zh: '要处理什么？', en: 'What is needed?' },
  staffDue: { zh: '待处理', en: 'Waiting' },
  jobAGE: { zh: '核对年龄', en: 'Age' },
  jobWEIGHT: { zh: '核对重量', en: 'Weight' },
  jobVOID: { zh: '取消一项', en: 'Void a line' },
  jobDISCOUNT: { zh: '打折', en: 'Discount' },
  jobREPRINT: { zh: '补打小票', en: 'Reprint' },
  jobCASH: { zh: '收现金', en: 'Take cash' },
  jobPAUSE: { zh: '暂停本机', en: 'Pause kiosk' },
  jobDAY_END: { zh: '日结', en: 'End of day' },
  jobSUSPEND: { zh: '存清单', en: 'Keep basket' },
  keptTitle: { zh: '清单存好了，|换一台接着买', en: 'The basket is kept for another kiosk' },
  keptTitleShort: { zh: '清单存好了', en: 'Basket kept' },
  /** @type {Said<[time: string]>} */
  keptUntil: { zh: time => `任何一台都可以扫，留到 ${time}`, en: time => `Scan it at any kiosk, until ${time}` },
  /** @type {Said<[n: number]>} */
  keptItems: { zh: n => `${n} 种商品`, en: n => (n === 1 ? '1 line' : `${n} lines`) },
  keptDone: { zh: '好，交给顾客', en: 'OK, done' },
  jobPHONE: { zh: '配对手机', en: 'Pair a phone' },
  phoneScan: { zh: '用手机相机|扫这个码', en: 'Scan this with the phone' },
  phoneScanText: {
    zh: '呼叫会到这部手机，10 分钟内有效，只用一次。',
    en: 'Calls reach that phone. Good once, for 10 minutes.',
  },
  phoneCertificate: {
    zh: '手机提醒证书时，请核对指纹',
    en: 'If the phone warns of the certificate, compare its fingerprint',
  },
  phoneAsking: { zh: '正在出配对码', en: 'Fetching the code' },
  phoneNone: { zh: '现在配不了', en: 'Not possible now' },
  phoneNoneText: {
    zh: '店里的服务没有应答，请稍后再试。',
    en: 'The server of the shop did not answer. Try again later.',
  },
  staffShopper: { zh: '这位顾客', en: 'This shopper' },
  /** @type {Said<[n: number]>} */
  staffUnpaid: { zh: n => `${n} 件·还没付款`, en: n => `${n === 1 ? '1 item' : `${n} items`} · not paid` },
  staffNobody: { zh: '现在没有顾客。|扫小票可以退款。', en: 'Nobody is shopping. Scan a receipt to give money back.' },
  /** @type {Said<[names: string]>} */
  staffWaits: { zh: names => `${names}|要核对年龄`, en: names => `${names}: check age` },
  staffWaitsShort: { zh: '要核对年龄', en: 'Check age' },
  staffExit: { zh: '退出，还给顾客', en: 'Back to shopper' },
  staffExitNobody: { zh: '退出店员模式', en: 'Leave staff mode' },
  staffExitShort: { zh: '退出', en: 'Exit' },
  staffMenuBack: { zh: '返回', en: 'Back' },
  doneVOIDED: { zh: '已取消', en: 'Taken out' },
  doneVOID_UNDONE: { zh: '放回清单了', en: 'Back in the basket' },
  doneDISCOUNTED: { zh: '折扣已记好', en: 'Discount is in' },
  doneBAGS_ACCEPTED: { zh: '重量已核对', en: 'Bags accepted' },
  donePAUSES: { zh: '没有顾客时暂停；|再扫工牌恢复', en: 'Pauses when nobody shops. A badge resumes it.' },
  donePRINTING: { zh: '正在打印', en: 'Printing' },
  donePRINTED: { zh: '打好了', en: 'Printed' },
  doneSENT: { zh: '已送到打印机', en: 'Sent to the printer' },
  doneNOT_PRINTED: { zh: '没打出来', en: 'Not printed' },
  asksLINE: { zh: '哪一项？', en: 'Which line?' },
  asksPERCENT: { zh: '减多少？', en: 'How much off?' },
  asksREASON: { zh: '为什么？', en: 'Why?' },
  cashDue: { zh: '应收', en: 'To take' },
  cashReceived: { zh: '收到', en: 'Received' },
  cashChange: { zh: '找零', en: 'Change' },
  cashDone: { zh: '已找零，完成', en: 'Given, done' },
  cashDoneShort: { zh: '完成', en: 'Done' },
  cashFirst: { zh: '先收钱、找零，再按完成', en: 'Take and give the money first, then finish' },
  cashFirstText: { zh: '完成后记账，不能再改，只能退货。', en: 'Then it is booked. Later it can only be returned.' },
  cashDelete: { zh: '退格', en: 'Delete' },

  /** @type {Said<[lane: string]>} */
  useByAsk: { zh: lane => `${lane} 号货道|到期日`, en: lane => `Use-by date of~lane ${lane}` },
  /** @type {Said<[lane: string]>} */
  useByShort: { zh: lane => `${lane} 号到期日：年月日`, en: lane => `Lane ${lane} use by: YYMMDD` },
  useByHow: { zh: '年、月、日|各两位，如 261224', en: 'Year, month, day: 261224' },
  useByWrong: { zh: '没有这一天，请再输一次', en: 'There is no such day. Please type it again.' },
  useByWrongShort: { zh: '没有这一天，再输一次', en: 'No such day. Again, please' },
  restockReading: { zh: '正在读库存', en: 'Reading the stock' },
  /** @type {Said<[lane: string, n: number]>} */
  restockPut: { zh: (lane, n) => `放到 ${lane}，还要 ${n} 件`, en: (lane, n) => `Put into ${lane}: ${n} more` },
  /** @type {Said<[lane: string]>} */
  restockFull: { zh: lane => `${lane} 满了`, en: lane => `${lane} is full` },
  /** @type {Said<[lane: string]>} */
  restockCount: { zh: lane => `${lane} 里有几件？`, en: lane => `How many are in ${lane}?` },
  restockIn: { zh: '现有', en: 'In it' },
  /** @type {Said<[n: number]>} */
  restockFilled: { zh: n => `放满了 ${n} 件`, en: n => `Full: ${n}` },
  restockSkip: { zh: '跳过', en: 'Skip' },
  restockEnd: { zh: '结束补货', en: 'End restock' },
  restockEndShort: { zh: '结束', en: 'End' },
  restockUnknown: { zh: '没数过', en: 'not counted' },
  restockTO_DO: { zh: '还没放', en: 'To do' },
  restockHERE: { zh: '正在放', en: 'Placing' },
  restockDONE: { zh: '数好了', en: 'Counted' },
  restockSKIPPED: { zh: '跳过了', en: 'Skipped' },
  restockLooked: { zh: '处理好了，恢复销售', en: 'All well, sell again' },
  restockLookedShort: { zh: '处理好了', en: 'All well' },
  troubleTOO_WARM: { zh: '冷藏食品超温', en: 'Fresh food was too~warm' },
  troubleCOLD_UNKNOWN: { zh: '冷藏温度不明', en: 'Cold chain unknown' },
  troubleEXPIRED: { zh: '有商品过期', en: 'Goods past their date' },
  troubleSLOT_OFF: { zh: '有货道停售', en: 'A slot is off' },

  staffBack: { zh: '先不处理，还给顾客', en: 'Not now, back to shopper' },
  staffBackShort: { zh: '还给顾客', en: 'Back' },

  /** @type {Said<[years: number]>} */
  ageQuestion: { zh: years => `满 ${years} 周岁了吗？`, en: years => `${years} or over?` },
  ageHow: {
    zh: '请当面看人或看证件。证件只看不记录；你的名字和决定一起记下。',
    en: 'Look at the person or the ID. Nothing from it is stored; your name and answer are.',
  },
  ageHowShort: { zh: '看人或看证件，只看不记录。', en: 'Look at the person or ID.' },
  ageYes: { zh: '满了，可以买', en: 'Yes, allow' },
  /** @type {Said<[amount: string]>} */
  ageNo: { zh: amount => `没满，|拿掉 ¥${amount}`, en: amount => `Not yet, take off ¥${amount}` },
};
