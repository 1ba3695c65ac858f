package org.facepay.kiosk.screen;

/** What a notice is about. */
public enum NoticeKind {
  ITEM_NOT_FOUND,
  UNREADABLE,
  BASKET_FULL,
  PAY_CODE_TOO_EARLY,
  NOT_A_PAY_CODE,
  /** Something lies in the output of the machine: nothing falls on top of it. */
  TRAY_NOT_EMPTY,
  /** The shopper wants to pay in parts, and this wallet cannot. */
  NOT_FOR_INSTALMENTS,
  SCANNER_OFFLINE,
  /** A line was taken out, and can be put back; the detail is its name. */
  LINE_REMOVED,
  /** A member was recognised and has the member's prices; the detail is the masked name. */
  MEMBER_RECOGNISED,
  /** What was scanned or typed is of no member here. */
  MEMBER_NOT_FOUND,
  /** The members cannot be looked up now. */
  MEMBERS_UNAVAILABLE,
  /** The member is no member any more, and everything is deleted. */
  MEMBERSHIP_ENDED,
  FACE_NOT_RECOGNISED,
  NO_CAMERA,
  /** The face was withdrawn and is deleted. */
  FACE_DELETED,
  /** Past its date and not sold; the detail is the name. */
  EXPIRED_GOODS,
  /** Called back by its maker and not sold; the detail is the name. */
  RECALLED_GOODS,
  /** Its weight or price is none, or cannot be right; not sold. The detail is the name. */
  NOT_WEIGHED,
  /** A member of staff has seen that the shopper is old enough. */
  AGE_CONFIRMED,
  /** Too young for what was taken out of the basket; the detail is its name, or empty. */
  AGE_REFUSED,
  /** The code of a suspended basket was read, and whether it goes on here is asked. */
  BASKET_COMING,
  /** It goes on here. */
  BASKET_RESUMED,
  /** It goes on at another terminal already. */
  BASKET_USED,
  /** It was kept for too long. */
  BASKET_EXPIRED,
  /** Nobody can say whether it goes on at another terminal. */
  BASKET_UNREACHED,
  /** A coupon or a voucher, which is not taken. */
  COUPON,
  /** One that is: it takes off as soon as its terms are met. */
  COUPON_TAKEN,
  /** The bags weigh more than what was scanned. Nothing is blocked. */
  BAG_UNEXPECTED_ITEM,
  /** What was scanned last has not been put down; the detail is its name, or empty. */
  BAG_MISSING_ITEM,
  /** Something was taken out of the bags. */
  BAG_REMOVED,
  /** On the refund screen: a code, but not of a receipt. */
  NOT_A_RECEIPT,
  /** On the refund screen: of no sale that is known here. */
  RECEIPT_NOT_FOUND,
  /** On the refund screen: everything on it has gone back already, or is too old. */
  NOTHING_TO_REFUND,
  /** On the refund screen: the wallet did not give the money back. */
  REFUND_REFUSED,
  REFUND_OFFLINE
}
