package org.facepay.peripherals.printer;

import java.time.Duration;
import org.facepay.peripherals.link.ScriptedLink;

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
