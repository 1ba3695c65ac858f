package org.facepay.terminal.session.visit;

/** A door by its switch. */
public enum DoorPosition {
  OPEN,
  CLOSED,
  /** Its switch cannot be read. */
  UNKNOWN
}
