package org.facepay.peripherals.printer;

import java.util.HexFormat;

/**
 * What a printer answers. A receipt is confirmed by a fence behind it: a request that is answered
 * in its turn, after everything before it, by Epson's ESC/POS command reference. Printers differ in
 * which of them they know.
 */
public enum Answers {
  /** {@code GS r 1}, the paper sensors: nearly every printer with a reply line. */
  PAPER_REPORT("1D7201", 0x90, 0x00),

  /** {@code GS I 1}, the printer's model. */
  IDENTITY("1D4901", 0x90, 0x00),

  /** {@code GS a}: the status of four bytes, sent when the command is reached, and switched off. */
  STATUS_BACK("1D61FF1D6100", 0x93, 0x10),

  /** {@code DLE EOT} alone: tells at once what keeps it from printing, never what it printed. */
  REAL_TIME("", 0, 0),

  /** A printer that only listens. */
  NEVER("", 0, 0);

  private final String fence;
  private final int bits;
  private final int value;

  Answers(String fence, int bits, int value) {
    this.fence = fence;
    this.bits = bits;
    this.value = value;
  }

  /** Whether it answers {@code DLE EOT}. */
  boolean status() {
    return this != NEVER;
  }

  /** Whether it answers anything in its turn. */
  boolean inTurn() {
    return !fence.isEmpty();
  }

  /** The request that is answered in its turn; empty if there is none. */
  byte[] fence() {
    return HexFormat.of().parseHex(fence);
  }

  /** Whether a byte is the fence's answer, or its first one; never one to {@code DLE EOT}. */
  boolean isFence(int b) {
    return inTurn() && (b & bits) == value;
  }
}
