// Words about what just happened.
/** @import { Said } from '../words.js' */

export const words = {
  /** @type {Said<[detail: string]>} */
  noticeNotFound: {
    zh: detail => (detail ? `没有找到|这件商品：${detail}` : '没有找到|这件商品'),
    en: detail => (detail ? `We could not find this item: ${detail}` : 'We could not find this item'),
  },
  noticeNotFoundText: { zh: '先放在一边，店员可以帮你。', en: 'Put it aside, our staff can help.' },
  noticeUnreadable: { zh: '没有扫清楚', en: 'That was not clear' },
  noticeUnreadableText: { zh: '把条码展平，再扫一次。', en: 'Flatten the barcode and scan again.' },
  noticeFull: { zh: '清单满了', en: 'The basket is full' },
  noticeFullText: { zh: '先付这一单，剩下的|再扫一单。', en: 'Pay for this one first, then scan the rest.' },
  noticeTooEarly: { zh: '这是付款码', en: 'This is a payment code' },
  noticeTooEarlyText: { zh: '商品都扫好后，先点|“去付款”。', en: 'When all items are scanned, touch Pay first.' },
  /** @type {Said<[name: string]>} */
  noticeRemoved: {
    zh: name => (name ? `已删除：|${name}` : '已删除'),
    en: name => (name ? `Removed: ${name}` : 'Removed'),
  },
  noticeNotInParts: { zh: '分期只能用支付宝', en: 'Parts are paid with Alipay' },
  noticeNotInPartsText: {
    zh: '请出示支付宝付款码，|或返回选一次付清。',
    en: 'Show its payment code, or go back and pay at once.',
  },
  noticeNotPayCode: { zh: '这不是付款码', en: 'This is not a payment code' },
  noticeNotPayCodeText: {
    zh: '打开手机钱包，点“付款码”|再出示。',
    en: 'Open your wallet app and show its payment code.',
  },
  noticeTray: { zh: '先拿走|取货口里的商品', en: 'Empty the tray below first' },
  noticeTrayText: { zh: '拿走后再出示付款码。', en: 'Then show your payment code.' },
  noticeScanner: { zh: '现在扫不了商品', en: 'Scanning is paused' },
  noticeScannerText: { zh: '请稍等一下，或呼叫店员。', en: 'Please wait a moment, or call staff.' },

  /** @type {Said<[name: string]>} */
  noticeMember: {
    zh: name => (name ? `${name}，你好` : '会员价算好了'),
    en: name => (name ? `Hello, ${name}` : 'Member prices are in'),
  },
  noticeMemberText: { zh: '会员价已经算好了。', en: 'Your member prices are in.' },
  noticeNoMember: { zh: '没有找到这位会员', en: 'No such member here' },
  noticeNoMemberText: { zh: '可以照常购物，或请店员|帮忙。', en: 'Just carry on, or ask our staff.' },
  noticeMembersOut: { zh: '会员暂时查不了', en: 'Members cannot be looked up now' },
  noticeLeft: { zh: '已经退出会员', en: 'Your membership has ended' },
  noticeLeftText: { zh: '你的资料已经删除。', en: 'Your data is deleted.' },
  noticeNotKnown: { zh: '没有认出来', en: 'We did not recognise you' },
  noticeNotKnownText: { zh: '可以照常购物，也可以|再试一次。', en: 'Just carry on, or try once more.' },
  noticeNoCamera: { zh: '摄像头暂时用不了', en: 'The camera is not available' },
  noticeNoCameraText: { zh: '可以照常购物、付款。', en: 'You can shop and pay as always.' },
  noticeFaceDeleted: { zh: '面部信息已经删除', en: 'Your face data is deleted' },
  noticeFaceDeletedText: { zh: '你的同意也一起撤回了。', en: 'Your consent is withdrawn, too.' },

  /** @type {Said<[detail: string]>} */
  noticeExpired: {
    zh: detail => (detail ? `${detail}：|已经过期，不能卖` : '这件已经过期，不能卖'),
    en: detail => (detail ? `${detail}: past its date` : 'This item is past its date'),
  },
  noticeExpiredText: { zh: '放在一边就好，换一件吧。', en: 'We cannot sell it. Put it aside and take another.' },
  /** @type {Said<[detail: string]>} */
  noticeRecalled: {
    zh: detail => (detail ? `${detail}：|厂家召回了，不能卖` : '这件厂家召回了，不能卖'),
    en: detail => (detail ? `${detail}: recalled by its maker` : 'This item was recalled by its maker'),
  },
  noticeRecalledText: { zh: '请交给店员。', en: 'We cannot sell it. Please give it to our staff.' },
  /** @type {Said<[detail: string]>} */
  noticeNotWeighed: {
    zh: detail => (detail ? `请再称一次：|${detail}` : '请再称一次'),
    en: detail => (detail ? `Please weigh it again: ${detail}` : 'Please weigh it again'),
  },
  noticeNotWeighedText: {
    zh: '重量或价格不对，|还没放进清单。',
    en: 'Its weight or price cannot be right, so it is not sold yet.',
  },
  noticeAgeConfirmed: { zh: '年龄核对好了', en: 'Your age is checked' },
  noticeAgeConfirmedText: { zh: '可以接着扫，也可以付款。', en: 'You can go on scanning, or pay.' },
  /** @type {Said<[name: string]>} */
  noticeAgeRefused: {
    zh: name => (name ? `${name}|从清单里拿掉了` : '要看年龄的商品|从清单里拿掉了'),
    en: name => (name ? `${name} was taken out` : 'The age-restricted items were taken out'),
  },
  noticeAgeRefusedText: { zh: '年龄没到，不能卖。别的照常。', en: 'They are for older shoppers. The rest stays.' },
  noticeKeptComing: { zh: '正在取回清单', en: 'Fetching your basket' },
  noticeKeptComingText: { zh: '请稍等。', en: 'One moment.' },
  noticeKeptResumed: { zh: '清单取回来了', en: 'Your basket is here' },
  noticeKeptResumedText: { zh: '接着扫，或去付款。', en: 'Go on scanning, or pay.' },
  noticeKeptUsed: { zh: '这个清单|已经在别处用了', en: 'This basket was used already' },
  noticeKeptUsedText: { zh: '每个码只能用一次，请店员帮忙。', en: 'A code counts once. Our staff can help.' },
  noticeKeptExpired: { zh: '这个码过期了', en: 'This code is too old' },
  noticeKeptExpiredText: { zh: '请把商品重新扫一遍。', en: 'Please scan your items again.' },
  noticeKeptUnreached: { zh: '现在取不回清单', en: 'Your basket cannot be fetched now' },
  noticeKeptUnreachedText: {
    zh: '网络不通；请重新扫商品，或稍后再试。',
    en: 'No connection. Scan the items again, or try later.',
  },
  noticeCoupon: { zh: '这张券现在不能用', en: 'This coupon cannot be used now' },
  noticeCouponText: { zh: '请收好，可以接着扫。', en: 'Please keep it, and go on scanning.' },
  noticeCouponTaken: { zh: '优惠券记下了', en: 'Coupon noted' },
  noticeCouponTakenText: {
    zh: '满足条件就自动减，可以接着扫。',
    en: 'It counts once its terms are met. Please go on.',
  },
  noticeBagUnexpectedText: { zh: '没扫的扫一下，或先拿开。', en: 'Scan it, or take it out for now.' },
  /** @type {Said<[detail: string]>} */
  noticeBagMissing: {
    zh: detail => (detail ? `请把${detail}|放进装袋区` : '请把刚扫的|放进装袋区'),
    en: detail => (detail ? `Please put ${detail} into the bags` : 'Please put the last item into the bags'),
  },
  noticeBagMissingText: { zh: '可以接着扫。', en: 'You can go on scanning.' },
  noticeBagRemovedText: { zh: '请放回去，或把那一件|从清单里删掉。', en: 'Put it back, or remove it from the basket.' },
  noticeNotReceipt: { zh: '这不是小票上的码', en: 'This is not a receipt code' },
  noticeNotReceiptText: {
    zh: '请出示电子小票，或纸质小票|上的码。',
    en: 'Show the code of your e-receipt or paper receipt.',
  },
  noticeNoReceipt: { zh: '没有找到这张小票', en: 'We could not find this receipt' },
  noticeNoReceiptText: { zh: '请店员帮你看一下。', en: 'Our staff can have a look.' },
  noticeRefundRefused: { zh: '钱没有退成', en: 'No money has gone back' },
  noticeRefundRefusedText: { zh: '支付平台没有同意，请找店员。', en: 'The wallet refused. Please ask our staff.' },
  noticeRefundOfflineText: {
    zh: '现在网络不通，请稍后再来。',
    en: 'There is no connection now. Please come back later.',
  },
  noticeNothingBack: { zh: '这张小票|没有能退的了', en: 'Nothing on it can go back now' },
  noticeNothingBackText: { zh: '有疑问，请店员帮忙。', en: 'If that seems wrong, ask our staff.' },
};
