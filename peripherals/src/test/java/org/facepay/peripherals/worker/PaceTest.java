package org.facepay.peripherals.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long BRISK = Duration.ofMillis(50).toNanos();
  private static final long CALM = Pace.CALM.toNanos();
  private static final long START = Long.MAX_VALUE - 1_000; // the clock of nanoTime may run over

  private final Pace pace = new Pace(Duration.ofMillis(50), START);

  @Test
  void calmsDownWhenNothingHappensAndWakesAtOnce() {
    long calmAfter = Pace.CALM_AFTER.toNanos();
    assertEquals(BRISK, pace.roundNanos(START + calmAfter));
    assertEquals(CALM, pace.roundNanos(START + calmAfter + 1));
    pace.happened(START + calmAfter + 2);
    assertEquals(BRISK, pace.roundNanos(START + calmAfter + 3));
    assertEquals(CALM, pace.roundNanos(START + 2 * calmAfter + 3));
  }

  @Test
  void neverGoesFasterThanItWasTold() {
    long slow = Duration.ofSeconds(1).toNanos();
    assertEquals(
        slow,
        new Pace(Duration.ofSeconds(1), START).roundNanos(START + Pace.CALM_AFTER.toNanos() + 1));
  }
}
