package org.facepay.terminal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A board's clock in 1970, in 2045, a little off, and what is known beside it. */
class TrueTimeTest {
  private static final Instant BUILT = Instant.parse("2026-11-29T12:00:00Z");

  private Instant system = Instant.parse("2026-12-01T08:00:00Z");
  private final AtomicLong nanos = new AtomicLong(7_000);
  private final TrueTime time = new TrueTime(() -> system, nanos::get, BUILT);

  @Test
  void aRightClockIsBelieved() {
    assertEquals(system, time.instant());
    assertEquals(Optional.empty(), time.doubt());
    time.collectorSays(system.plusSeconds(90));
    assertEquals(system, time.instant(), "two minutes are nobody's business");
    assertEquals(Optional.empty(), time.doubt());
  }

  @Test
  void aClockWithoutBatteryGoesOnFromTheLastKnownTime() {
    system = Instant.parse("1970-01-01T00:00:20Z");
    assertEquals(BUILT, time.instant());
    Instant last = Instant.parse("2026-12-03T21:59:00Z");
    time.notBefore(last);
    time.notBefore(BUILT);
    assertEquals(last, time.instant());
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    assertEquals(last.plus(Duration.ofMinutes(5)), time.instant());
    assertTrue(time.doubt().orElseThrow().english().contains("1970"));
    time.collectorSays(Instant.parse("2026-12-04T08:00:00Z"));
    assertEquals(Instant.parse("2026-12-04T08:00:00Z"), time.instant());
    system = Instant.parse("2026-12-04T08:01:00Z"); // a time server is found
    time.collectorSays(system);
    assertEquals(system, time.instant());
    assertEquals(Optional.empty(), time.doubt());
  }

  @Test
  void aClockOf2045IsToldAndTheCollectorDecides() {
    system = Instant.parse("2045-01-01T00:00:00Z");
    assertTrue(time.doubt().orElseThrow().english().contains("2045"));
    time.collectorSays(Instant.parse("2026-12-04T08:00:00Z"));
    assertEquals(Instant.parse("2026-12-04T08:00:00Z"), time.instant());
    system = system.plusSeconds(30);
    assertEquals(Instant.parse("2026-12-04T08:00:30Z"), time.instant());
    assertTrue(time.doubt().orElseThrow().english().contains("collector 2026-12-04"));
  }

  /** What was sold with a wrong year does not make the next start believe it. */
  @Test
  void anEntryOf2045IsNoFloor() {
    time.notBefore(Instant.parse("2045-01-01T00:00:00Z"));
    assertEquals(system, time.instant());
    assertEquals(Optional.empty(), time.doubt());
  }

  @Test
  void aCollectorThatLivesInThePastIsNotBelieved() {
    time.collectorSays(Instant.EPOCH);
    assertEquals(system, time.instant());
    assertEquals(Optional.empty(), time.doubt());
  }

  @Test
  void theProgramKnowsWhenItWasBuilt() {
    Instant now = new TrueTime().instant();
    assertTrue(now.isAfter(Instant.parse("2026-11-01T00:00:00Z")), now.toString());
    assertEquals(Optional.empty(), new TrueTime().doubt());
  }
}
