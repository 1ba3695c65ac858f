package org.facepay.terminal.lab.sandbox;

/**
 * What the sandbox does with one payment; the money of each is told by the ledger, whatever the
 * answer said.
 */
public enum Behaviour {
  /** Pays at once. */
  APPROVE,
  /** Refuses: not enough money. */
  BALANCE_TOO_LOW,
  /** Refuses: the code has expired. */
  CODE_EXPIRED,
  /** The shopper confirms on the phone at the second query. */
  CONFIRM_LATER,
  /** The shopper never confirms. */
  NEVER_CONFIRM,
  /** Pays, but answers 20000 "service unavailable". */
  PAID_BUT_SYSTEM_ERROR,
  /** Does not pay, and answers 20000. */
  SYSTEM_ERROR,
  /** Pays, but the connection breaks before the answer. */
  PAID_BUT_CUT,
  /** Does not even take the request in, the connection breaks. */
  CUT,
  /** Pays, but the answer comes long after anybody waits for it. */
  PAID_BUT_LATE,
  /** Pays only a while after the connection broke: the request was still on its way. */
  PAID_AFTER_CUT,
  /** Pays, but a proxy answers 502. */
  PAID_BUT_BAD_GATEWAY,
  /** Pays; the answer is not signed. */
  PAID_BUT_UNSIGNED,
  /** Does not pay; somebody answers "paid" with another key. */
  FORGED,
  /** Does not pay; the answer is a genuine one of another order. */
  OTHER_ORDER,
  /** Pays; the answer breaks off in the middle. */
  PAID_BUT_TRUNCATED
}
