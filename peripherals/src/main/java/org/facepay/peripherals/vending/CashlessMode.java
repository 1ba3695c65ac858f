package org.facepay.peripherals.vending;

/** What a cashless device offers to the machine, MDB/ICP 4.3 section 7. */
public enum CashlessMode {
  /** Nothing: the machine sells for cash alone, or not at all. */
  OFF,
  /** A product may be chosen after a session has begun: level 1 and 2. */
  SESSIONS,
  /** A product may be chosen at any time: level 3, "always idle". */
  ALWAYS_IDLE
}
