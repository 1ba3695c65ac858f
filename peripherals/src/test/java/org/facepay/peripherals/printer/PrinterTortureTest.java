package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.Leaks;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Random faults at random moments of random receipts; what is reported must match the paper. */
@Timeout(120)
@NeedsNatives
@Slow("forty receipts, each with a fault that ends by a time-out")
class PrinterTortureTest {
  private static final int ROUNDS = 40;
  private static final PrinterTiming TIMING =
      new PrinterTiming(Duration.ofMillis(400), Duration.ofMillis(800), Duration.ofSeconds(2));

  @TempDir Path folder;
  private final BlockingQueue<PrintResult> results = new LinkedBlockingQueue<>();

  @Test
  void neverReportsPrintedWithoutPaperNorNotPrintedWithIt() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    int printed = 0;
    int uncertain = 0;
    try (PrinterSimulator simulator =
            PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"));
        PrinterWorker worker = start(simulator)) {
      for (int round = 0; round < ROUNDS; round++) {
        Await.until("online", () -> worker.health().online());
        int before = simulator.receipts();
        inflict(simulator, random);
        worker.print(SampleReceipt.document(), "round-" + round, results::add);
        PrintResult result = results.poll(20, TimeUnit.SECONDS);
        assertNotNull(result, "no result in round " + round);
        int came = simulator.receipts() - before;
        switch (result) {
          case PrintResult.Printed p -> {
            assertEquals(1, came, "round " + round);
            printed++;
          }
          case PrintResult.Unconfirmed u -> fail("this printer confirms");
          case PrintResult.NotPrinted n -> assertEquals(0, came, "round " + round);
          case PrintResult.Uncertain u -> {
            assertTrue(came <= 1);
            uncertain++;
          }
        }
        heal(simulator);
      }
    }
    Await.until("no thread left", () -> Leaks.threads() == 0);
    assertEquals(0, results.size(), "one result for each receipt");
    System.out.println(
        "PRINTER torture rounds=" + ROUNDS + " printed=" + printed + " uncertain=" + uncertain);
    assertTrue(printed > 3 && uncertain > 3);
  }

  private PrinterWorker start(PrinterSimulator simulator) {
    return PrinterWorker.start(
        "printer",
        link -> new EscPosPrinter(link, TIMING),
        Opener.serial(simulator.path(), SerialSettings.eightN1(115_200)),
        Duration.ofSeconds(3),
        health -> {});
  }

  private static void inflict(PrinterSimulator simulator, SplittableRandom random) {
    PrinterConditions conditions = simulator.conditions();
    int bytes = 1 + random.nextInt(9000);
    switch (random.nextInt(9)) {
      case 0 -> conditions.paperOutAfter(1 + random.nextInt(40));
      case 1 -> conditions.cutterJamsNext();
      case 2 -> conditions.after(bytes, Fault.MUTE);
      case 3 -> simulator.unplugAfter(bytes);
      case 4 -> simulator.coverOpen(true);
      case 5 -> conditions.nearEnd(true);
      case 6 -> conditions.after(bytes, Fault.STALLED_READER);
      case 7 -> simulator.paperOut(true);
      default -> {}
    }
  }

  /** What a technician does: clear everything, and switch off and on. */
  private static void heal(PrinterSimulator simulator) throws Exception {
    simulator.unplug();
    simulator.paperOut(false);
    simulator.coverOpen(false);
    simulator.cutterError(false);
    simulator.conditions().nearEnd(false);
    simulator.heal();
  }
}
