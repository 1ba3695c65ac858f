package org.facepay.peripherals.vending;

/** The seven states of a cashless device, MDB/ICP 4.3 section 7. */
public enum CashlessState {
  /** After power on; the machine has not set it up. */
  INACTIVE,
  /** Set up, but not to be used. */
  DISABLED,
  /** To be used; nobody has begun. */
  ENABLED,
  /** A session has begun. */
  IDLE,
  /** A product was chosen and is being paid for and dispensed. */
  VEND,
  /** Money is put on a card. */
  REVALUE,
  /** An article is returned against money. */
  NEGATIVE_VEND
}
