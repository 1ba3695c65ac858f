package org.facepay.terminal.world.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.facepay.terminal.world.vending.ColdChain.Lock;
import org.junit.jupiter.api.Test;

class ColdChainTest {
  private static final Duration BEARS = Duration.ofMinutes(30);
  private static final ColdChain.Limits LIMITS =
      new ColdChain.Limits(50, BEARS, Duration.ofMinutes(40));

  private Instant now = Instant.parse("2026-11-30T08:00:00Z");
  private ColdChain chain = ColdChain.fresh(now);

  private Lock after(int minutes, Integer... deciCelsius) {
    now = now.plus(Duration.ofMinutes(minutes));
    chain =
        chain.seen(
            now, Optional.ofNullable(deciCelsius.length == 0 ? null : deciCelsius[0]), LIMITS);
    return chain.lock();
  }

  @Test
  void tooWarmForTooLongLocksAndColdAgainIsNotGoodAgain() {
    assertEquals(Lock.NONE, after(10, 51));
    assertEquals(Lock.NONE, after(20, 80), "not longer than it may be");
    assertEquals(Lock.TOO_WARM, after(1, 80));
    assertEquals(Lock.TOO_WARM, after(1, 20));
  }

  @Test
  void aMomentOfColdBeginsAnew() {
    assertEquals(Lock.NONE, after(29, 80));
    assertEquals(Lock.NONE, after(1, 50), "the limit itself is cold");
    assertEquals(Lock.NONE, after(29, 80));
  }

  @Test
  void whatNobodyKnowsForTooLongLocks() {
    assertEquals(Lock.NONE, after(40));
    assertEquals(Lock.UNKNOWN, after(1));
    assertEquals(Lock.UNKNOWN, after(1, 20));
  }

  @Test
  void coldAfterALongTimeWithoutPowerIsLocked() {
    assertEquals(Lock.UNKNOWN, after(41, 20));
  }

  @Test
  void unknownInTheMiddleOfWarmCountsAsWarm() {
    assertEquals(Lock.NONE, after(15, 80));
    assertEquals(Lock.NONE, after(10));
    assertEquals(Lock.TOO_WARM, after(6, 80));
  }

  @Test
  void aClockThatWasPutBackHidesNothing() {
    assertEquals(Lock.UNKNOWN, after(-41, 20));
    chain = ColdChain.fresh(now);
    assertEquals(Lock.NONE, after(-5, 20), "a little is a correction");
  }
}
