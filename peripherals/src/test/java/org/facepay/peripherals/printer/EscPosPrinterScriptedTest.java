package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.facepay.peripherals.link.ScriptedLink;
import org.junit.jupiter.api.Test;

class EscPosPrinterScriptedTest extends POSPrinterContract {
  private static final String FENCE = "1D 72 01";
  private static final PrinterTiming TIMING =
      new PrinterTiming(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofSeconds(2));

  @Override
  POSPrinter open(Situation situation) {
    ScriptedLink link = new ScriptedLink();
    switch (situation) {
      case HEALTHY -> status(status(link, "12", "12", "12", "12").onEnding(FENCE, "00"));
      case PAPER_NEAR_END -> {
        status(link, "12", "12", "12", "1E");
        status(link, "12", "12", "12", "1E").onEnding(FENCE, "03");
        status(link, "12", "12", "12", "1E");
      }
      case PAPER_OUT -> status(link, "1A", "32", "12", "72");
      case COVER_OPEN -> status(link, "1A", "16", "12", "12");
      case CUTTER_ERROR -> status(link, "1A", "52", "1A", "12");
      case PAPER_ENDS_MIDWAY -> status(status(link).onEnding(FENCE, ""), "1A", "32", "12", "72");
      case CUTTER_JAMS_AT_CUT -> status(status(link).onEnding(FENCE, ""), "1A", "52", "1A", "12");
      case SILENT -> link.on("10 04 01", "");
      case NONSENSE -> link.on("10 04 01", "FF FF");
      case MUTE_AFTER_RECEIPT -> status(status(link).onEnding(FENCE, ""), "", "", "", "");
      case HANGS_UP_MIDWAY -> status(link).onEnding(FENCE, "").thenHangUp();
    }
    return new EscPosPrinter(link, TIMING);
  }

  /**
   * The roll ended in the first receipt; after the new one, its late answer is not the second's.
   */
  @Test
  void anOldReceiptsAnswerDoesNotConfirmTheNext() throws Exception {
    ScriptedLink link = new ScriptedLink();
    status(status(link).onEnding(FENCE, ""), "1A", "32", "12", "72");
    status(status(link).onEnding(FENCE, "00"), "1A", "32", "12", "72");
    try (POSPrinter printer = new EscPosPrinter(link, TIMING)) {
      assertInstanceOf(PrintResult.Uncertain.class, printer.print(SampleReceipt.document()));
      assertInstanceOf(PrintResult.Uncertain.class, printer.print(SampleReceipt.document()));
    }
    assertTrue(link.finished());
  }

  @Test
  void bothAnswersConfirmTheSecond() throws Exception {
    ScriptedLink link = new ScriptedLink();
    status(status(link).onEnding(FENCE, ""), "1A", "32", "12", "72");
    status(status(link).onEnding(FENCE, "00 00"));
    try (POSPrinter printer = new EscPosPrinter(link, TIMING)) {
      assertInstanceOf(PrintResult.Uncertain.class, printer.print(SampleReceipt.document()));
      assertEquals(new PrintResult.Printed(), printer.print(SampleReceipt.document()));
    }
  }

  @Override
  int receipts() {
    return -1;
  }

  private static ScriptedLink status(ScriptedLink link) {
    return status(link, "12", "12", "12", "12");
  }

  private static ScriptedLink status(ScriptedLink link, String... answers) {
    for (int n = 1; n <= 4; n++) {
      link.on("10 04 0" + n, answers[n - 1]);
    }
    return link;
  }
}
