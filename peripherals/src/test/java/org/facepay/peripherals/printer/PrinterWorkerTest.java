package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.Leaks;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.SerialSettings.FlowControl;
import org.facepay.peripherals.printer.PrintResult.NotPrinted;
import org.facepay.peripherals.printer.PrintResult.Printed;
import org.facepay.peripherals.printer.PrintResult.Uncertain;
import org.facepay.peripherals.printer.ReceiptDocument.Cut;
import org.facepay.peripherals.printer.ReceiptDocument.Logo;
import org.facepay.peripherals.printer.ReceiptDocument.Text;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.Health.State;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNatives
class PrinterWorkerTest {
  private static final ReceiptDocument SHORT = ReceiptDocument.of(new Text("收据"), new Cut());
  private static final Function<Link, POSPrinter> IMPATIENT =
      link ->
          new EscPosPrinter(
              link,
              new PrinterTiming(
                  Duration.ofMillis(500), Duration.ofMillis(800), Duration.ofSeconds(5)));

  @TempDir Path folder;
  private final BlockingQueue<PrintResult> results = new LinkedBlockingQueue<>();
  private final List<Health> healths = new CopyOnWriteArrayList<>();
  private PrinterSimulator simulator;

  @BeforeEach
  void startSimulator() throws Exception {
    simulator = PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"));
  }

  @AfterEach
  void closeSimulator() throws Exception {
    simulator.close();
    Await.until("no thread left", () -> Leaks.threads() == 0);
  }

  @Test
  void survivesTwentyReplugsWithoutLeaks() throws Exception {
    try (PrinterWorker worker = start(Duration.ofSeconds(5))) {
      Await.until("online", () -> worker.health().online());
      long terminals = Leaks.terminals();
      long threads = Leaks.threads();
      List<Long> detections = new ArrayList<>();
      List<Long> recoveries = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        long pulled = System.nanoTime();
        simulator.unplug();
        Await.until("offline", () -> worker.health().state() == State.OFFLINE);
        detections.add(System.nanoTime() - pulled);
        long plugged = System.nanoTime();
        simulator.replug();
        Await.until("online again", () -> worker.health().online());
        recoveries.add(System.nanoTime() - plugged);
        worker.print(SHORT, "replug-" + i, results::add);
        assertEquals(new Printed(), next());
      }
      System.out.println(
          "PRINTER replugs=20 detection_p50_ms="
              + p50(detections)
              + " recovery_p50_ms="
              + p50(recoveries));
      assertEquals(20, simulator.receipts());
      assertEquals(terminals, Leaks.terminals());
      assertEquals(threads, Leaks.threads());
    }
  }

  @Test
  void conditionsShowAsHealthAndHeal() throws Exception {
    try (PrinterWorker worker = start(Duration.ofSeconds(5))) {
      Await.until("online", () -> worker.health().online());
      simulator.paperOut(true);
      Await.until("degraded", () -> worker.health().state() == State.DEGRADED);
      assertEquals("paper out: put in a new roll", worker.health().detail());
      assertTrue(worker.status().orElseThrow().paperOut());
      worker.print(SHORT, "1", results::add);
      assertInstanceOf(NotPrinted.class, next());
      simulator.paperOut(false);
      Await.until("online", () -> worker.health().online());
      simulator.conditions().nearEnd(true);
      Await.until("near end", () -> worker.health().detail().contains("near its end"));
      assertEquals(State.ONLINE, worker.health().state());
      worker.print(SHORT, "2", results::add);
      assertEquals(new Printed(), next());
    }
  }

  @Test
  void aReceiptWaitsForAPrinterThatComesBack() throws Exception {
    simulator.unplug();
    try (PrinterWorker worker = start(Duration.ofSeconds(10))) {
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      worker.print(SHORT, "1", results::add);
      simulator.replug();
      assertEquals(new Printed(), next());
    }
  }

  @Test
  void aReceiptDoesNotWaitForEver() throws Exception {
    simulator.unplug();
    try (PrinterWorker worker = start(Duration.ofMillis(300))) {
      long began = System.nanoTime();
      worker.print(SHORT, "1", results::add);
      assertInstanceOf(NotPrinted.class, next());
      assertTrue(System.nanoTime() - began < 2_000_000_000L);
    }
    assertEquals(0, simulator.receipts());
  }

  @Test
  void theQueueIsBoundedAndClosingEndsEveryJob() throws Exception {
    simulator.unplug();
    PrinterWorker worker = start(Duration.ofSeconds(60));
    for (int i = 0; i < PrintQueue.MOST; i++) {
      worker.print(SHORT, "waiting-" + i, results::add);
    }
    assertEquals(0, results.size());
    worker.print(SHORT, "too many", results::add);
    assertInstanceOf(NotPrinted.class, next());
    worker.close();
    for (int i = 0; i < PrintQueue.MOST; i++) {
      assertInstanceOf(NotPrinted.class, next());
    }
    worker.print(SHORT, "late", results::add);
    assertInstanceOf(NotPrinted.class, next());
  }

  @Test
  void aStalledPrinterIsFreedByTheWatchdogAndComesBack() throws Exception {
    byte[] black = new byte[72 * 4000];
    ReceiptDocument large = ReceiptDocument.of(new Logo(Raster.of(576, 4000, black)), new Cut());
    try (PrinterWorker worker =
        start(Duration.ofSeconds(5), SerialSettings.eightN1(115_200).with(FlowControl.RTS_CTS))) {
      Await.until("online", () -> worker.health().online());
      simulator.conditions().after(5_000, Fault.STALLED_READER);
      worker.print(large, "large", results::add);
      Uncertain result = assertInstanceOf(Uncertain.class, next());
      assertTrue(result.reason().contains("is the device stalled"), result.reason());
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      simulator.unplug(); // what a technician does
      simulator.heal();
      Await.until("online", () -> worker.health().online());
      worker.print(SHORT, "next", results::add);
      assertEquals(new Printed(), next());
    }
  }

  @Test
  void aPrinterThatFallsSilentDegradesThenGoesOffline() throws Exception {
    try (PrinterWorker worker = start(Duration.ofSeconds(5))) {
      Await.until("online", () -> worker.health().online());
      long began = System.nanoTime();
      simulator.peer().inflict(Fault.MUTE);
      Await.until("degraded", () -> worker.health().state() == State.DEGRADED);
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      System.out.println("PRINTER silent_to_offline_ms=" + (System.nanoTime() - began) / 1_000_000);
      assertTrue(worker.health().detail().contains("does not answer"));
      simulator.heal();
      Await.until("online", () -> worker.health().online());
    }
  }

  @Test
  void nonsenseIsNamed() throws Exception {
    simulator.peer().inflict(Fault.GARBAGE);
    try (PrinterWorker worker = start(Duration.ofSeconds(5))) {
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      assertTrue(worker.health().detail().contains("answers 0xff, which is no ESC/POS status"));
      simulator.heal();
      Await.until("online", () -> worker.health().online());
    }
    assertEquals(State.CLOSED, healths.getLast().state());
  }

  private PrinterWorker start(Duration patience) {
    return start(patience, SerialSettings.eightN1(115_200));
  }

  private PrinterWorker start(Duration patience, SerialSettings line) {
    return PrinterWorker.start(
        "printer", IMPATIENT, Opener.serial(simulator.path(), line), patience, healths::add);
  }

  private PrintResult next() throws InterruptedException {
    PrintResult result = results.poll(15, TimeUnit.SECONDS);
    assertNotNull(result);
    return result;
  }

  private static String p50(List<Long> nanos) {
    return "%.1f".formatted(nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6);
  }
}
