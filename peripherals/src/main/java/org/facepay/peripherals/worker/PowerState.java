package org.facepay.peripherals.worker;

/** The UnifiedPOS power states. */
public enum PowerState {
  /** Powered and ready. */
  ONLINE,
  /** Switched off, or its plug pulled: its file or network address is gone. */
  OFF,
  /** Powered, but not able to answer. */
  OFFLINE,
  /** One of the two; which, nobody can tell from here. */
  OFF_OFFLINE;

  /** What a state of health means in these terms. */
  public static PowerState of(Health.State state) {
    return switch (state) {
      case ONLINE -> ONLINE;
      case DEGRADED -> OFFLINE;
      case CLOSED, OPENING, IDENTIFYING, OFFLINE -> OFF_OFFLINE;
    };
  }
}
