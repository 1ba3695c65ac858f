package org.facepay.peripherals.worker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Doubling waits from 50 ms to 1 s, each drawn from its upper half so that devices do not march.
 */
final class Backoff {
  private static final int FIRST_MILLIS = 50;
  private static final int LAST_MILLIS = 1000;

  private final RandomGenerator random;
  private int ceilingMillis = FIRST_MILLIS;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  Duration next() {
    int half = ceilingMillis / 2;
    int wait = Math.max(FIRST_MILLIS, half + random.nextInt(half + 1));
    ceilingMillis = Math.min(LAST_MILLIS, ceilingMillis * 2);
    return Duration.ofMillis(wait);
  }

  void reset() {
    ceilingMillis = FIRST_MILLIS;
  }
}
