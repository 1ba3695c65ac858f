package org.facepay.terminal.lab.sandbox.card;

/** What a simulated terminal does with one payment. */
public enum CardBehaviour {
  APPROVE,
  /** The bank refuses. */
  REFUSED,
  WRONG_PIN,
  /** Refuses, but breaks the connection before the answer. */
  WRONG_PIN_BUT_HANGS_UP,
  /** The terminal does not take this kind of card. */
  CARD_NOT_ACCEPTED,
  /** The shopper presses the red key. */
  SHOPPER_CANCELS,
  /** The terminal cannot reach its host. */
  HOST_DOWN,
  /** Another dialogue is under way; this one is not begun. */
  BUSY,
  /** Nobody presents a card: it takes until it is aborted. */
  NO_CARD,
  /** Approves a part only. */
  PARTIAL,
  /** Breaks the connection before anything. */
  HANGS_UP,
  /** Approves, but breaks the connection before the answer. */
  APPROVED_BUT_HANGS_UP,
  /** Approves, but answers only when nobody waits any more. */
  APPROVED_BUT_SLOW,
  /** Approves without its host, although it may not; forwards it with the others. */
  APPROVED_OFFLINE_UNASKED,
  /** Approves; the answer breaks off in the middle. */
  APPROVED_BUT_TRUNCATED,
  /** Approves; the answer was made with another key, or none. */
  APPROVED_BUT_WRONGLY_SEALED,
  /** Does not take the payment; answers with a genuine answer to another order. */
  ANSWER_OF_ANOTHER
}
