// One sentence about what just happened, beside the basket or where a code is shown.
import { nothing } from '/lit/lit-html.js';
import { button, notice } from '../shared/parts.js';

/** @import { Notice, NoticeKind } from '../messages.js' */
/** @import { Page, Part } from '../shared/page.js' */
/** @import { Words } from '../words.js' */

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
  TRAY_NOT_EMPTY: ['info', 'bag', 'noticeTray', 'noticeTrayText'],
  NOT_FOR_INSTALMENTS: ['warn', 'code', 'noticeNotInParts', 'noticeNotInPartsText'],
  SCANNER_OFFLINE: ['warn', 'barcode', 'noticeScanner', 'noticeScannerText'],
  LINE_REMOVED: ['info', 'trash', 'noticeRemoved', ''],
  MEMBER_RECOGNISED: ['ok', 'user-check', 'noticeMember', 'noticeMemberText'],
  MEMBER_NOT_FOUND: ['warn', 'member', 'noticeNoMember', 'noticeNoMemberText'],
  MEMBERS_UNAVAILABLE: ['warn', 'member', 'noticeMembersOut', 'noticeNoMemberText'],
  MEMBERSHIP_ENDED: ['ok', 'check', 'noticeLeft', 'noticeLeftText'],
  FACE_NOT_RECOGNISED: ['info', 'face', 'noticeNotKnown', 'noticeNotKnownText'],
  NO_CAMERA: ['info', 'camera-off', 'noticeNoCamera', 'noticeNoCameraText'],
  FACE_DELETED: ['ok', 'check', 'noticeFaceDeleted', 'noticeFaceDeletedText'],
  EXPIRED_GOODS: ['warn', 'clock', 'noticeExpired', 'noticeExpiredText'],
  RECALLED_GOODS: ['warn', 'undo', 'noticeRecalled', 'noticeRecalledText'],
  NOT_WEIGHED: ['warn', 'scale', 'noticeNotWeighed', 'noticeNotWeighedText'],
  AGE_CONFIRMED: ['ok', 'user-check', 'noticeAgeConfirmed', 'noticeAgeConfirmedText'],
  AGE_REFUSED: ['warn', 'age', 'noticeAgeRefused', 'noticeAgeRefusedText'],
  BASKET_COMING: ['info', 'clock', 'noticeKeptComing', 'noticeKeptComingText'],
  BASKET_RESUMED: ['ok', 'check', 'noticeKeptResumed', 'noticeKeptResumedText'],
  BASKET_USED: ['warn', 'bag', 'noticeKeptUsed', 'noticeKeptUsedText'],
  BASKET_EXPIRED: ['warn', 'clock', 'noticeKeptExpired', 'noticeKeptExpiredText'],
  BASKET_UNREACHED: ['warn', 'network', 'noticeKeptUnreached', 'noticeKeptUnreachedText'],
  COUPON: ['info', 'tag', 'noticeCoupon', 'noticeCouponText'],
  COUPON_TAKEN: ['ok', 'tag', 'noticeCouponTaken', 'noticeCouponTakenText'],
  BAG_UNEXPECTED_ITEM: ['info', 'bag', 'bagUNEXPECTED_ITEM', 'noticeBagUnexpectedText'],
  BAG_MISSING_ITEM: ['info', 'bag', 'noticeBagMissing', 'noticeBagMissingText'],
  BAG_REMOVED: ['info', 'bag', 'bagREMOVED', 'noticeBagRemovedText'],
  NOT_A_RECEIPT: ['warn', 'code', 'noticeNotReceipt', 'noticeNotReceiptText'],
  RECEIPT_NOT_FOUND: ['warn', 'question', 'noticeNoReceipt', 'noticeNoReceiptText'],
  REFUND_REFUSED: ['warn', 'undo', 'noticeRefundRefused', 'noticeRefundRefusedText'],
  REFUND_OFFLINE: ['warn', 'undo', 'noticeRefundRefused', 'noticeRefundOfflineText'],
  NOTHING_TO_REFUND: ['info', 'info', 'noticeNothingBack', 'noticeNothingBackText'],
});

/** @type {Part<[Notice]>} */
const undo = (page, { kind }) =>
  kind === 'LINE_REMOVED' ? button('undo', page.words.putBack, 'small slim', () => page.send('putBack')) : nothing;

/** A name or a number where there is room for it; who is greeted is greeted by name or not at all. */
const detail = (/** @type {Page} */ page, /** @type {Notice} */ what) => {
  if (what.kind === 'MEMBER_RECOGNISED') return what.detail;
  const brief = page.small && (page.largerText || what.kind === 'LINE_REMOVED');
  const low = page.medium && page.largerText && what.kind === 'LINE_REMOVED';
  return brief || low ? '' : what.detail;
};

/**
 * What just happened, in words.
 *
 * @param {Words} words
 * @param {Notice} what
 * @param {string} about a name or a number
 */
export const sentence = (words, what, about) => {
  const said = words[NOTICES[what.kind][2]];
  return typeof said === 'function' ? said(about) : said;
};

/** @type {Part<[Notice | null]>} */
export const happened = (page, what) => {
  if (!what) return nothing;
  const [kind, name, , text] = NOTICES[what.kind];
  const silent = text === '' || (page.largerText && !page.portrait) || (page.small && what.detail);
  return notice(
    kind,
    name,
    sentence(page.words, what, detail(page, what)),
    silent ? '' : page.words[text],
    undo(page, what),
  );
};
