package org.facepay.sync.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facepay.sync.Await;
import org.facepay.sync.collector.Collector;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.journal.Steps;
import org.junit.jupiter.api.Test;

/** What a batch stumbles over is found and set aside, or waits; the others go on. */
class UplinkBatchesTest extends UplinkAtWork {
  @Test
  void aBodyThatIsTooLargeIsHalvedUntilTheOneRowIsFound() throws Exception {
    for (int i = 1; i <= 300; i++) {
      append(List.of(i == 137 ? Steps.outgoing("e137", "\"huge\"") : Steps.outgoing("e" + i)));
    }
    try (BadCollector collector = new BadCollector();
        Uplink _ =
            start(
                collector
                    .otherwise(
                        BadCollector.when(
                            BadCollector.holds("e137"), BadCollector.refused(Refusal.TOO_LARGE)))
                    .uri(),
                FAST)) {
      drained();
      assertEquals(299, stored.size());
      assertFalse(stored.contains("e137"));
      assertEquals("e300", stored.getLast());
      assertEquals(1, outbox.refused());
      assertTrue(collector.batches().size() < 30, "found by halving");
    }
  }

  /** A proxy's limit: the others pass, and the large one is tried again, never put aside. */
  @Test
  void whatIsTooLargeForAProxyWaitsAndHoldsNobodyUp() throws Exception {
    append(List.of(Steps.outgoing("e1"), Steps.outgoing("huge"), Steps.outgoing("e3")));
    AtomicBoolean proxy = new AtomicBoolean(true);
    try (BadCollector collector = new BadCollector();
        Uplink _ =
            start(
                collector
                    .otherwise(
                        BadCollector.when(
                            BadCollector.holds("huge").and(_ -> proxy.get()),
                            BadCollector.answer(413, "text/html", "too large")))
                    .uri(),
                FAST)) {
      Await.until("the others", () -> stored.containsAll(List.of("e1", "e3")));
      assertEquals(1, outbox.waiting());
      assertEquals(0, outbox.refused());
      proxy.set(false);
      drained();
      assertTrue(stored.contains("huge"));
    }
  }

  @Test
  void somethingThatFindsEverythingTooLargeSetsNothingAside() throws Exception {
    append(200);
    AtomicBoolean proxy = new AtomicBoolean(true);
    try (BadCollector collector = new BadCollector();
        Uplink _ =
            start(
                collector
                    .otherwise(
                        BadCollector.when(
                            _ -> proxy.get(), BadCollector.answer(413, "application/json", "{}")))
                    .uri(),
                FAST)) {
      Await.until("many tries", () -> collector.batches().size() > 120);
      assertEquals(200, outbox.waiting());
      proxy.set(false);
      drained();
      assertEquals(200, stored.size());
    }
  }

  @Test
  void refusedRowsAreBroughtBack() throws Exception {
    append(3);
    outbox.settle(List.of(), Map.of("e1", "malformed", "e2", "too-large"));
    assertEquals(1, outbox.waiting());
    assertEquals(2, outbox.bringBack());
    assertEquals(3, outbox.waiting());
    assertEquals(0, outbox.bringBack());
  }

  @Test
  void aCollectorOfSmallBatchesIsNotAskedForLargeOnesAgainAndAgain() throws Exception {
    append(2_000);
    try (BadCollector collector = new BadCollector();
        Uplink _ =
            start(
                collector
                    .otherwise(
                        (x, b) -> {
                          if (b.events().size() > 60) {
                            BadCollector.answer(413, "text/html", "").to(x, b);
                          } else {
                            BadCollector.stored(x, b);
                          }
                        })
                    .uri(),
                FAST)) {
      drained();
      assertEquals(2, collector.batches().stream().filter(b -> b.size() > 60).count());
    }
  }

  @Test
  void rowsThatAreNoJsonAreSetAsideBeforeTheySpoilABatch() throws Exception {
    for (String poison :
        List.of("{\"cut\":", "", "} ]", "{} {}", "nul", "\"open", "[".repeat(5_000))) {
      append(
          List.of(
              Steps.outgoing("a" + stamp),
              Steps.outgoing("poison" + stamp, poison),
              Steps.outgoing("b" + stamp)));
    }
    try (BadCollector collector = new BadCollector();
        Uplink _ = start(collector.uri(), FAST)) {
      drained();
      assertEquals(14, stored.size());
      assertEquals(7, outbox.refused());
      assertFalse(collector.batches().contains(List.of("malformed")));
    }
  }

  @Test
  void refusedEventsFirstMiddleAndLastAreSetAside() throws Exception {
    try (Collector collector = collector();
        Uplink uplink = start(collector.uri(), FAST)) {
      List<Outgoing> rows = new ArrayList<>();
      for (int i = 1; i <= 9; i++) {
        boolean poison = i == 1 || i == 5 || i == 9;
        rows.add(Steps.outgoing(poison ? "p" + "x".repeat(300) + i : "e" + i));
      }
      append(rows);
      drained();
      assertEquals(List.of("e2", "e3", "e4", "e6", "e7", "e8"), stored);
      assertEquals(3, outbox.refused());
      assertEquals(6, uplink.uploaded());
      assertEquals(6, collector.count());
    }
  }
}
