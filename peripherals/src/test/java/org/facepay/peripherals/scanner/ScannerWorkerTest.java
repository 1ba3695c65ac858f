package org.facepay.peripherals.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.Leaks;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.Health.State;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNatives
class ScannerWorkerTest {
  @TempDir Path folder;
  private final BlockingQueue<ScanResult> results = new LinkedBlockingQueue<>();
  private final List<Health> healths = new CopyOnWriteArrayList<>();

  @Test
  void survivesTwentyReplugsWithoutLeaks() throws Exception {
    try (ScannerSimulator simulator = ScannerSimulator.start(folder.resolve("scanner"));
        ScannerWorker worker = start(simulator)) {
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
        assertTrue(!Files.exists(Path.of(simulator.path())));
        long plugged = System.nanoTime();
        simulator.replug();
        Await.until("online again", () -> worker.health().online());
        recoveries.add(System.nanoTime() - plugged);
        simulator.scan("69012345" + i);
        assertEquals("69012345" + i, next(Scan.class).data());
      }
      System.out.println(
          "SCANNER replugs=20 detection_p50_ms="
              + p50(detections)
              + " recovery_p50_ms="
              + p50(recoveries));
      assertEquals(terminals, Leaks.terminals());
      assertEquals(threads, Leaks.threads());
    }
    Await.until("no thread left", () -> Leaks.threads() == 0);
    assertEquals(0, results.size());
  }

  @Test
  void waitsForADeviceThatIsNotThereAndReportsItOnce() throws Exception {
    Path path = folder.resolve("later");
    try (ScannerWorker worker =
        ScannerWorker.start("scanner", path.toString(), results::add, healths::add)) {
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      assertTrue(worker.health().detail().contains("does not exist: is the device plugged in"));
      try (ScannerSimulator simulator = ScannerSimulator.start(path)) {
        Await.until("online", () -> worker.health().online());
        simulator.scan("42");
        assertEquals("42", next(Scan.class).data());
      }
    }
    assertEquals(
        List.of(State.OPENING, State.OFFLINE, State.ONLINE),
        healths.stream().map(Health::state).limit(3).toList());
  }

  @Test
  void garbageOverlongSplitAndMute() throws Exception {
    try (ScannerSimulator simulator = ScannerSimulator.start(folder.resolve("scanner"));
        ScannerWorker worker = start(simulator)) {
      Await.until("online", () -> worker.health().online());
      simulator.garbage();
      assertInstanceOf(Unreadable.class, next(ScanResult.class));
      simulator.overlong(10_000);
      assertInstanceOf(Unreadable.class, next(ScanResult.class));
      simulator.ending("\r\n");
      simulator.splitScan("]E06901234567892");
      assertEquals("6901234567892", next(Scan.class).data());
      simulator.mute(true);
      simulator.scan("1");
      simulator.mute(false);
      simulator.scan("2");
      assertEquals("2", next(Scan.class).data());
      assertEquals(State.ONLINE, worker.health().state());
    }
  }

  @Test
  void aScanArrivesWithinMilliseconds() throws Exception {
    try (ScannerSimulator simulator = ScannerSimulator.start(folder.resolve("scanner"));
        ScannerWorker worker = start(simulator)) {
      Await.until("online", () -> worker.health().online());
      List<Long> latencies = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        long sent = System.nanoTime();
        simulator.scan("]E06901234567892");
        latencies.add(next(Scan.class).receivedNanos() - sent);
      }
      List<Long> sorted = latencies.stream().sorted().toList();
      System.out.println(
          "SCAN wire_to_event p50_us="
              + sorted.get(250) / 1000
              + " p99_us="
              + sorted.get(495) / 1000);
      assertTrue(sorted.get(250) < 20_000_000L);
    }
  }

  @Test
  void closingLeavesThePortToOthers() throws Exception {
    try (ScannerSimulator simulator = ScannerSimulator.start(folder.resolve("scanner"))) {
      for (int i = 0; i < 3; i++) {
        try (ScannerWorker worker = start(simulator)) {
          Await.until("online", () -> worker.health().online());
        }
      }
    }
    assertEquals(State.CLOSED, healths.getLast().state());
  }

  private ScannerWorker start(ScannerSimulator simulator) {
    return ScannerWorker.start("scanner", simulator.path(), results::add, healths::add);
  }

  private <T extends ScanResult> T next(Class<T> type) throws InterruptedException {
    ScanResult result = results.poll(5, TimeUnit.SECONDS);
    assertNotNull(result);
    return type.cast(result);
  }

  private static String p50(List<Long> nanos) {
    return "%.1f".formatted(nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6);
  }
}
