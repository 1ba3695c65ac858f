package org.facepay.terminal.sale.gs1;

/** What came of reading a code as GS1 data. */
public sealed interface Gs1Reading permits Gs1Message, Gs1Reading.Refused {
  /**
   * It is none, or damaged.
   *
   * @param reason for the log; holds no data
   */
  record Refused(String reason) implements Gs1Reading {}
}
