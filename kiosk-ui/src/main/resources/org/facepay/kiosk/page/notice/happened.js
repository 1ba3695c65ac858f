// One sentence about what just happened, beside the basket or where a code is shown.
import { nothing } from '/lit/lit-html.js';
import { notice } from '../shared/parts.js';

/** @import { Notice, NoticeKind } from '../messages.js' */
/** @import { Part } from '../shared/page.js' */

/**
 * Per kind how it is shown, its icon, its sentence and what to do.
 *
 * @satisfies {Record<NoticeKind, readonly string[]>}
 */
const NOTICES = /** @type {const} */ ({
  ITEM_NOT_FOUND: ['warn', 'question', 'noticeNotFound', 'noticeNotFoundText'],
  UNREADABLE: ['warn', 'barcode', 'noticeUnreadable', 'noticeUnreadableText'],
  BASKET_FULL: ['warn', 'bag', 'noticeFull', 'noticeFullText'],
  PAY_CODE_TOO_EARLY: ['info', 'code', 'noticeTooEarly', 'noticeTooEarlyText'],
  NOT_A_PAY_CODE: ['warn', 'code', 'noticeNotPayCode', 'noticeNotPayCodeText'],
  NOT_FOR_INSTALMENTS: ['warn', 'code', 'noticeNotInParts', 'noticeNotInPartsText'],
  SCANNER_OFFLINE: ['warn', 'barcode', 'noticeScanner', 'noticeScannerText'],
  MEMBER_RECOGNISED: ['ok', 'user-check', 'noticeMember', 'noticeMemberText'],
  FACE_NOT_RECOGNISED: ['info', 'face', 'noticeNotKnown', 'noticeNotKnownText'],
  NO_CAMERA: ['info', 'camera-off', 'noticeNoCamera', 'noticeNoCameraText'],
  FACE_DELETED: ['ok', 'check', 'noticeFaceDeleted', 'noticeFaceDeletedText'],
  EXPIRED_GOODS: ['warn', 'clock', 'noticeExpired', 'noticeExpiredText'],
  RECALLED_GOODS: ['warn', 'undo', 'noticeRecalled', 'noticeRecalledText'],
  NOT_WEIGHED: ['warn', 'scale', 'noticeNotWeighed', 'noticeNotWeighedText'],
  AGE_CONFIRMED: ['ok', 'user-check', 'noticeAgeConfirmed', 'noticeAgeConfirmedText'],
  AGE_REFUSED: ['warn', 'age', 'noticeAgeRefused', 'noticeAgeRefusedText'],
  COUPON: ['info', 'tag', 'noticeCoupon', 'noticeCouponText'],
  BAG_UNEXPECTED_ITEM: ['info', 'bag', 'bagUNEXPECTED_ITEM', 'noticeBagUnexpectedText'],
  BAG_MISSING_ITEM: ['info', 'bag', 'noticeBagMissing', 'noticeBagMissingText'],
  BAG_REMOVED: ['info', 'bag', 'bagREMOVED', 'noticeBagRemovedText'],
  NOT_A_RECEIPT: ['warn', 'code', 'noticeNotReceipt', 'noticeNotReceiptText'],
  RECEIPT_NOT_FOUND: ['warn', 'question', 'noticeNoReceipt', 'noticeNoReceiptText'],
  REFUND_REFUSED: ['warn', 'undo', 'noticeRefundRefused', 'noticeRefundRefusedText'],
  REFUND_OFFLINE: ['warn', 'undo', 'noticeRefundRefused', 'noticeRefundOfflineText'],
  NOTHING_TO_REFUND: ['info', 'info', 'noticeNothingBack', 'noticeNothingBackText'],
});

/** @type {Part<[Notice | null]>} */
export const happened = (page, what) => {
  if (!what) return nothing;
  const [kind, name, title, text] = NOTICES[what.kind];
  const said = page.words[title];
  const sentence = typeof said === 'function' ? said(what.detail) : said;
  return notice(kind, name, sentence, page.small && (page.largerText || what.detail) ? '' : page.words[text]);
};
