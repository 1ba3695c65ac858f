package org.facepay.peripherals.printer;

import java.util.Optional;
import org.facepay.peripherals.problem.Problem;

/**
 * What a receipt printer says of itself; the union of the four {@code DLE EOT} answers.
 *
 * @param online false while it cannot print, for whatever reason
 * @param paperNearEnd it prints, but the roll should be changed soon
 */
public record PrinterStatus(
    boolean online,
    boolean paperOut,
    boolean paperNearEnd,
    boolean coverOpen,
    boolean cutterError) {

  /** Bits 0, 1, 4 and 7 are fixed in every answer, which tells it from other bytes. */
  private static final int FIXED_BITS = 0x93;

  private static final int FIXED_VALUE = 0x12;

  /** Of a printer that never tells: nothing is known to keep it from printing. */
  static final PrinterStatus ASSUMED = new PrinterStatus(true, false, false, false, false);

  /** Whether a byte can be an answer to {@code DLE EOT} at all. */
  public static boolean isStatus(int b) {
    return (b & FIXED_BITS) == FIXED_VALUE;
  }

  /**
   * Reads the answers to {@code DLE EOT 1} (printer), 2 (offline cause), 3 (error cause) and 4
   * (roll paper sensor), by Epson's ESC/POS command reference; a healthy printer answers 0x12 four
   * times.
   *
   * @return empty if any of the bytes is no such answer
   */
  public static Optional<PrinterStatus> decode(int printer, int offline, int error, int paper) {
    if (!isStatus(printer) || !isStatus(offline) || !isStatus(error) || !isStatus(paper)) {
      return Optional.empty();
    }
    boolean failed = (offline & 0x40) != 0 || (error & 0x60) != 0;
    boolean cutterError = (error & 0x08) != 0;
    boolean paperOut = (paper & 0x60) != 0 || (offline & 0x20) != 0;
    boolean coverOpen = (offline & 0x04) != 0;
    boolean online = (printer & 0x08) == 0 && !failed;
    return Optional.of(
        new PrinterStatus(online, paperOut, (paper & 0x0C) != 0, coverOpen, cutterError));
  }

  /** Whether a receipt sent now would come out. */
  public boolean ready() {
    return online && !paperOut && !coverOpen && !cutterError;
  }

  /** What keeps it from printing and what to do; empty if it is ready. */
  public Optional<Problem> problem() {
    if (paperOut) {
      return Optional.of(Problem.of(Problem.Kind.PAPER_OUT));
    }
    if (coverOpen) {
      return Optional.of(Problem.of(Problem.Kind.COVER_OPEN));
    }
    if (cutterError) {
      return Optional.of(Problem.of(Problem.Kind.CUTTER_ERROR));
    }
    return online ? Optional.empty() : Optional.of(Problem.of(Problem.Kind.PRINTER_OFFLINE));
  }
}
