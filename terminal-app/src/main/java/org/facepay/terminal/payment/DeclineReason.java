package org.facepay.terminal.payment;

/** Why a payment ended without money, in the words a shopper can act on. */
public enum DeclineReason {
  BANK_REFUSED,
  BALANCE_TOO_LOW,
  CODE_EXPIRED,
  CODE_NOT_ACCEPTED,
  NOT_CONFIRMED_IN_TIME,
  CANCELLED_BY_SHOPPER,
  NETWORK_DOWN,
  /** Above what the shopper, the card or the wallet may pay at once or in a day. */
  LIMIT_REACHED,
  WRONG_PIN,
  CARD_NOT_ACCEPTED,
  ACCOUNT_CLOSED,
  /** It was asked for, no answer could be trusted, and it has been taken back. */
  NOT_COMPLETED
}
