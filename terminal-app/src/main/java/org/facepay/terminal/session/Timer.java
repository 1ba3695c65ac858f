package org.facepay.terminal.session;

/** What time can bring. One timer of a kind runs at most; starting it again replaces it. */
public enum Timer {
  IDLE,
  WIPE,
  PAYMENT,
  REFUND,
  DOUBT,
  CLOSING,
  VIEW_RESET,
  LOOK,
  DISPENSING,
  /** A door that was not opened in time, or is open for long. */
  DOOR,
  /** The attendant's menu nobody touches. */
  ATTENDED
}
