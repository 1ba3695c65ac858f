package org.facepay.peripherals.lock;

/** A door by its switch. */
public enum DoorState {
  OPEN,
  CLOSED,
  /** The switch has not been read for too long, or the board is not there. */
  UNKNOWN
}
