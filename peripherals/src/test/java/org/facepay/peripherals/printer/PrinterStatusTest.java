package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.facepay.peripherals.problem.Problem;
import org.junit.jupiter.api.Test;

class PrinterStatusTest {
  @Test
  void readsTheManualsAnswers() {
    assertEquals(
        new PrinterStatus(true, false, false, false, false),
        PrinterStatus.decode(0x12, 0x12, 0x12, 0x12).orElseThrow());
    assertEquals(
        new PrinterStatus(false, true, false, false, false),
        PrinterStatus.decode(0x1A, 0x32, 0x12, 0x72).orElseThrow());
    assertEquals(
        new PrinterStatus(false, false, false, true, false),
        PrinterStatus.decode(0x1A, 0x16, 0x12, 0x12).orElseThrow());
    assertEquals(
        new PrinterStatus(false, false, true, false, true),
        PrinterStatus.decode(0x1A, 0x52, 0x1A, 0x1E).orElseThrow());
  }

  @Test
  void aBrokenPrinterIsNotReadyEvenIfItSaysOnline() {
    PrinterStatus status = PrinterStatus.decode(0x12, 0x12, 0x32, 0x12).orElseThrow();
    assertEquals(
        Optional.of("printer offline or in error: switch off and on"),
        status.problem().map(Problem::english));
  }

  @Test
  void bytesWithoutTheFixedBitsAreNoStatus() {
    assertEquals(Optional.empty(), PrinterStatus.decode(0x12, 0x12, 0xFF, 0x12));
    assertEquals(Optional.empty(), PrinterStatus.decode(0x00, 0x12, 0x12, 0x12));
    assertEquals(Optional.empty(), PrinterStatus.decode(-1, 0x12, 0x12, 0x12));
  }

  /** 4,000,000 random answers: total, and ready exactly when there is no problem. */
  @Test
  void randomAnswers() {
    SplittableRandom random = new SplittableRandom(7);
    int decoded = 0;
    for (int i = 0; i < 4_000_000; i++) {
      int bits = random.nextInt();
      boolean raw = (i & 3) == 0;
      int[] b = new int[4];
      for (int n = 0; n < 4; n++) {
        int at = bits >>> (8 * n) & 0xFF;
        b[n] = raw ? at : (at & ~0x93) | 0x12;
      }
      Optional<PrinterStatus> status = PrinterStatus.decode(b[0], b[1], b[2], b[3]);
      if (status.isPresent()) {
        decoded++;
        if (status.get().ready() != status.get().problem().isEmpty()) {
          throw new AssertionError("ready and a problem: " + status);
        }
      } else if (!raw) {
        throw new AssertionError("a status was refused");
      }
    }
    assertTrue(decoded >= 3_000_000);
  }
}
