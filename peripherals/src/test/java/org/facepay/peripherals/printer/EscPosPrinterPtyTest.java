package org.facepay.peripherals.printer;

import java.nio.file.Path;
import java.time.Duration;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

@NeedsNatives
class EscPosPrinterPtyTest extends POSPrinterContract {
  private static final PrinterTiming TIMING =
      new PrinterTiming(Duration.ofMillis(1_500), Duration.ofSeconds(3), Duration.ofSeconds(8));

  @TempDir Path folder;
  private PrinterSimulator simulator;

  @Override
  POSPrinter open(Situation situation) throws Exception {
    simulator = PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"));
    PrinterConditions conditions = simulator.conditions();
    switch (situation) {
      case HEALTHY -> {}
      case PAPER_NEAR_END -> conditions.nearEnd(true);
      case PAPER_OUT -> simulator.paperOut(true);
      case COVER_OPEN -> simulator.coverOpen(true);
      case CUTTER_ERROR -> simulator.cutterError(true);
      case PAPER_ENDS_MIDWAY -> conditions.paperOutAfter(10);
      case CUTTER_JAMS_AT_CUT -> conditions.cutterJamsNext();
      case SILENT -> simulator.peer().inflict(Fault.MUTE);
      case NONSENSE -> simulator.peer().inflict(Fault.GARBAGE);
      case MUTE_AFTER_RECEIPT -> conditions.after(1000, Fault.MUTE);
      case HANGS_UP_MIDWAY -> simulator.unplugAfter(1000);
    }
    return new EscPosPrinter(
        SerialLink.open(simulator.path(), SerialSettings.eightN1(115_200)), TIMING);
  }

  @Override
  int receipts() {
    return simulator.receipts();
  }

  @AfterEach
  void closeSimulator() throws Exception {
    simulator.close();
  }
}
