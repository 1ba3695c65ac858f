package org.facepay.peripherals.printer;

/** How a print job ended. A receipt counts as printed only when the printer said so afterwards. */
public sealed interface PrintResult {
  /** The printer worked through every byte and was healthy after the last. */
  record Printed() implements PrintResult {}

  /**
   * No paper has moved: nothing was sent.
   *
   * @param reason for a technician
   */
  record NotPrinted(String reason) implements PrintResult {}

  /**
   * The receipt was sent, in whole or in part, but the printer did not confirm it or showed a
   * fault; do not print it again unasked.
   *
   * @param reason for a technician
   */
  record Uncertain(String reason) implements PrintResult {}

  /**
   * The receipt was sent whole to a printer that cannot tell what became of it; nothing is known to
   * be wrong.
   *
   * @param reason for a technician
   */
  record Unconfirmed(String reason) implements PrintResult {}
}
