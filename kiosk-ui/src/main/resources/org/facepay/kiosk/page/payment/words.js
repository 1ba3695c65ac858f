// Words of choosing a way to pay, paying, and what came of it.
import { items } from '../shared/words.js';
/** @import { Said } from '../words.js' */

export const words = {
  /** @type {Said<[n: number]>} */
  itemsLong: { zh: n => `${n} 件商品`, en: n => items(n) },

  payTitle: { zh: '怎么付？', en: 'How would you like to~pay?' },
  payTitleShort: { zh: '怎么付？', en: 'How to pay?' },
  samePrice: { zh: '哪种方式|价格都一样。', en: 'Every way costs the same.' },
  samePriceShort: { zh: '哪种方式|价格都一样', en: 'Same price every way' },
  /** @type {Said<[n: number]>} */
  andMore: { zh: n => `另外 ${n} 种`, en: n => `and ${n} more` },
  outOfReach: { zh: '现在连不上', en: 'offline' },
  payCode: { zh: '付款码', en: 'Phone code' },
  payStaff: { zh: '请店员收款', en: 'Pay with staff' },
  payStaffText: { zh: '现金或其他方式', en: 'cash or another way' },

  presentTitle: { zh: '请把付款码|对准扫描口', en: 'Hold your pay code to~the~scanner' },
  presentTitleShort: { zh: '请把|付款码|对准|扫描口', en: 'Hold your code to the scanner' },
  presentText: { zh: '打开手机钱包，|点“付款码”', en: 'Open your wallet app and show its payment code' },
  presentMember: { zh: '请把付款码|或会员码|对准扫描口', en: 'Hold your pay code or~member code to~the~scanner' },
  presentMemberShort: { zh: '付款码|或会员码|对准|扫描口', en: 'Hold a pay or member code to the scanner' },
  payCodeOnPhone: { zh: '付款码', en: 'Pay code' },

  /** @type {Said<[wallet: string]>} */
  payInParts: { zh: wallet => `用${wallet}分期付`, en: wallet => `Pay monthly with ${wallet}` },
  payInPartsShort: { zh: '分期付', en: 'Pay monthly' },
  /** @type {Said<[months: number, each: string]>} */
  partsOf: {
    zh: (months, each) => `分 ${months} 期，每期 ¥${each}`,
    en: (months, each) => `${months} months, ¥${each} each`,
  },
  /** @type {Said<[wallet: string]>} */
  partsBy: { zh: wallet => `请出示${wallet}付款码`, en: wallet => `Show your ${wallet} code` },

  processing: { zh: '正在付款', en: 'Paying now' },
  processingText: { zh: '不用再操作，结果|马上出来', en: 'Nothing more to do. The result comes here.' },
  processingTextShort: { zh: '不用再操作，结果|马上出来', en: 'Nothing more to do' },
  confirmOnPhone: { zh: '请在手机上确认', en: 'Please confirm on your phone' },
  confirmOnPhoneText: { zh: '手机钱包在等你|确认或输入密码', en: 'Your wallet app is waiting for you.' },
  confirmOnPhoneTextShort: { zh: '手机钱包在等你确认', en: 'Your wallet app is waiting' },

  declinedTitle: { zh: '没有付成功，|也没有扣钱', en: 'Not paid. No~money was~taken.' },
  declinedBANK_REFUSED: {
    zh: '银行没有通过|这笔付款。可以|换一种方式，或再试一次。',
    en: 'The bank did not approve this payment. Try another way, or try again.',
  },
  declinedBALANCE_TOO_LOW: {
    zh: '账户里的钱|不够付这一单。可以|换一种方式，或再试一次。',
    en: 'There is not enough money in the account. Try another way, or try again.',
  },
  declinedCODE_EXPIRED: {
    zh: '付款码过期了。刷新一下|付款码，再试一次。',
    en: 'The payment code was too old. Refresh it on your phone, then try again.',
  },
  declinedCODE_NOT_ACCEPTED: {
    zh: '这个付款码|用不了。可以|换一种方式，或再试一次。',
    en: 'This payment code cannot be used here. Try another way, or try again.',
  },
  declinedNOT_CONFIRMED_IN_TIME: {
    zh: '手机上|没有及时确认，这笔付款|已经取消。',
    en: 'It was not confirmed on the phone in time, so it was cancelled.',
  },
  declinedCANCELLED_BY_SHOPPER: { zh: '你在手机上|取消了|这笔付款。', en: 'You cancelled this payment on your phone.' },
  declinedNETWORK_DOWN: {
    zh: '现在连不上|这种付款。可以|换一种方式，或|请店员收款。',
    en: 'This way to pay cannot be reached at the moment. Try another way, or ask our staff.',
  },
  declinedLIMIT_REACHED: {
    zh: '这笔超过了|付款的限额。可以|换一种方式，或请店员帮忙。',
    en: 'This is above the payment limit. Try another way, or ask our staff.',
  },
  declinedWRONG_PIN: {
    zh: '密码没有对上。可以|再试一次，或|换一种方式。',
    en: 'The PIN did not match. Try again, or try another way.',
  },
  declinedCARD_NOT_ACCEPTED: {
    zh: '这张卡|在这里用不了。可以|换一张卡，或|换一种方式。',
    en: 'This card cannot be used here. Try another card, or another way.',
  },
  declinedACCOUNT_CLOSED: {
    zh: '这个账户|现在用不了。可以|换一种方式，或|问一下开户的银行。',
    en: 'This account cannot pay at the moment. Try another way, or ask your bank.',
  },
  declinedNOT_COMPLETED: {
    zh: '这笔付款|没有完成，已经撤销。可以|再试一次，或|换一种方式。',
    en: 'This payment did not go through and was cancelled. Try again, or another way.',
  },
  basketKept: { zh: '购物清单', en: 'Your basket' },
  /** @type {Said<[n: number]>} */
  itemsKept: { zh: n => `${n} 件，都还在`, en: n => `${items(n)}, all kept` },

  unknownTitle: { zh: '请勿重复支付', en: 'Do not pay again' },
  unknownText: {
    zh: '这笔付款的结果|还没有确认。钱可能|已经扣了。',
    en: 'We do not know yet whether this payment went through.',
  },
  unknownTextShort: { zh: '付款结果|还没有确认，钱可能|已经扣了', en: 'The result is not known yet.' },
  reference: { zh: '参考号', en: 'Reference' },
  amount: { zh: '金额', en: 'Amount' },
  staffNotCalled: {
    zh: '请呼叫店员，或带着参考号|去柜台',
    en: 'Please call staff, or take the reference to the counter',
  },
  staffNotCalledShort: { zh: '请呼叫店员，或去柜台', en: 'Please call staff' },
  askingBank: { zh: '一直在核对，有结果|就显示在这里', en: 'We keep asking until the bank answers' },
  referencePrinted: { zh: '参考号已经打印，请拿好', en: 'Reference printed, please take it' },
  moneyComesBack: {
    zh: '如果钱扣了、|订单没成，会全额|原路退回。你可以|放心等。',
    en: 'If money was taken without a sale, all of it goes back. You can wait here safely.',
  },
  moneyComesBackShort: {
    zh: '如果钱扣了、|订单没成，会全额|原路退回。',
    en: 'If money was taken without a sale, all of it goes back to you.',
  },
  printReference: { zh: '打印参考号', en: 'Print reference' },
  printAgain: { zh: '再打印一次', en: 'Print again' },

  handedTitle: { zh: '店员接手了，|请不要再付', en: 'Staff have it. Do not pay~again.' },
  handedText: { zh: '这笔付款|由店员查清。', en: 'They settle this payment with you.' },
  slipPrinting: { zh: '凭条正在打印', en: 'Printing your slip' },
  slipPrinted: { zh: '凭条打好了，请拿好', en: 'Printed, please take it' },
  slipSent: { zh: '已发给打印机，没出纸|请找店员', en: 'Sent to the printer. No paper? Ask staff.' },
  slipNotPrinted: { zh: '没有打印出来，请记下|参考号', en: 'No paper this time. Please note the number.' },

  paidTitle: { zh: '付好了，谢谢', en: 'Paid. Thank you.' },
  paidTitleShort: { zh: '付好了，谢谢', en: 'Paid. Thanks.' },
  /** @type {Said<[amount: string]>} */
  savedNow: { zh: amount => `这次省了 ¥${amount}`, en: amount => `You saved ¥${amount}` },
  /** @type {Said<[amount: string]>} */
  savedNowShort: { zh: amount => `省了 ¥${amount}`, en: amount => `Saved ¥${amount}` },
  receiptText: { zh: '手机扫一下就带走', en: 'Scan to take it along' },
  receiptMore: { zh: '退换货时|出示它，和纸质小票|一样。', en: 'Show it for returns, just like paper.' },
  receiptCode: { zh: '电子小票的二维码', en: 'QR code of the e-receipt' },
  paperQuestion: { zh: '还要纸质小票吗？', en: 'A paper receipt, too?' },
  printReceipt: { zh: '打印小票', en: 'Print receipt' },
  printing: { zh: '小票正在打印', en: 'Printing your receipt' },
  sentToPrinter: { zh: '已发给打印机，|没出纸请扫码', en: 'Sent to the printer. No paper? Scan the code.' },
  notPrinted: { zh: '这次没有|纸质小票', en: 'No paper receipt this time' },
  notPrintedShort: { zh: '没有纸，扫码|一样有效', en: 'No paper. Scan the code instead.' },
  notPrintedText: { zh: '扫一下|电子小票，一样有效。', en: 'The e-receipt is just as good.' },
  /** @type {Said<[n: number]>} */
  endsIn: {
    zh: n => (n > 0 ? `${n} 秒后自动结束` : '马上结束'),
    en: n => (n > 0 ? `Ends by itself in ${n} s` : 'Ending now'),
  },

  payFace: { zh: '刷脸', en: 'Face' },
  payFaceText: { zh: '会员，先看说明', en: 'members, notice first' },
  payWalletFace: { zh: '钱包刷脸', en: 'Wallet face pay' },
  payWalletFaceText: { zh: '看付款摄像头', en: 'at the payment camera' },

  payCard: { zh: '银行卡', en: 'Bank card' },
  payCardText: { zh: '插卡或贴卡', en: 'insert or tap' },
  payWalletQr: { zh: '手机扫码', en: 'Scan to pay' },
  walletTitle: { zh: '用哪个扫码？', en: 'Which wallet?' },
  payAlipayQr: { zh: '支付宝', en: 'Alipay' },
  payAlipayQrText: { zh: '用支付宝扫屏幕上的码', en: 'scan with Alipay' },
  payWechatQr: { zh: '微信支付', en: 'WeChat Pay' },
  payWechatQrText: { zh: '用微信扫屏幕上的码', en: 'scan with WeChat' },
  /** @type {Said<[wallet: string]>} */
  scanWith: { zh: wallet => `用${wallet}|扫这个码`, en: wallet => `Scan with ${wallet}` },
  scanThis: { zh: '用手机|扫这个码', en: 'Scan with your phone' },
  payQrCode: { zh: '付款的二维码', en: 'QR code to pay' },
  /** @type {Said<[minutes: number, seconds: number]>} */
  validFor: {
    zh: (minutes, seconds) => (minutes > 0 ? `${minutes} 分 ${seconds} 秒内有效` : `${seconds} 秒内有效`),
    en: (minutes, seconds) => `Valid for ${minutes}:${String(seconds).padStart(2, '0')}`,
  },
  codeClosing: { zh: '正在关掉|刚才的码', en: 'Closing the code' },
  codeClosingWhy: {
    zh: '它还能付，所以现在|不能换别的方式，免得|付两次。',
    en: 'It can still be paid. Until it is closed, another way could charge you twice.',
  },
  codeClosingWhyShort: { zh: '关掉之前|不能换方式，免得|付两次', en: 'So that you never pay twice' },
  backToCode: { zh: '还是用这个码', en: 'Back to the code' },
  /** @type {Said<[seconds: number]>} */
  codeClosingText: {
    zh: seconds => `最多 ${seconds} 秒，|就能换一种方式付`,
    en: seconds => `You can pay another way in ${seconds} s at most`,
  },
  /** @type {Said<[seconds: number]>} */
  codeClosingTextShort: { zh: seconds => `最多 ${seconds} 秒`, en: seconds => `${seconds} s at most` },
  codeExpired: { zh: '这个码过期了', en: 'This code has run out' },
  codeExpiredText: {
    zh: '如果刚刚付过，请等一下，|先不要再付。',
    en: 'If you have just paid, please wait and do not pay again.',
  },
  newCode: { zh: '换个新码', en: 'New code' },
  readerINSERT_OR_TAP: {
    zh: ['请插卡，|或把卡|贴一下', '刷卡机在屏幕旁边', '刷卡机在屏幕旁边'],
    en: ['Insert or tap your~card', 'The card reader is beside the screen', 'The reader is beside the screen'],
  },
  readerENTER_PIN: {
    zh: ['请在刷卡机上|输密码', '输的时候|用手挡一下', '用手挡一下'],
    en: ['Enter your PIN on~the~reader', 'Cover it with your hand', 'Cover it with your hand'],
  },
  readerPROCESSING: {
    zh: ['正在付款', '先不要拔卡，结果|马上出来', '先不要拔卡'],
    en: ['Paying now', 'Leave the card in. The result comes here.', 'Leave the card in'],
  },
  readerREMOVE_CARD: {
    zh: ['请把卡|拿好', '别忘了你的卡，结果|马上出来', '结果马上出来'],
    en: ['Please take your~card', 'The result comes here in a moment', 'The result comes here'],
  },
};
