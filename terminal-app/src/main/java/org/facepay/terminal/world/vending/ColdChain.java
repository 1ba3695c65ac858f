package org.facepay.terminal.world.vending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether food that has to be kept cold was. Once it was too warm for too long, or nobody knows how
 * warm it was (the power was off, the probe is gone), it is locked until somebody has looked after
 * it: cold again is not good again.
 *
 * @param cold when it was known to be cold last
 * @param known when its temperature was known last
 */
public record ColdChain(Instant cold, Instant known, Lock lock) {

  /** Why fresh food is not sold. */
  public enum Lock {
    NONE,
    TOO_WARM,
    /** Its temperature was not known for too long. */
    UNKNOWN
  }

  /**
   * What fresh food bears.
   *
   * @param warmest tenths of a degree Celsius that still count as cold
   * @param warm how long it may be warmer
   * @param unknown how long its temperature may be unknown
   */
  public record Limits(int warmest, Duration warm, Duration unknown) {}

  /** It is fresh now. */
  static ColdChain fresh(Instant now) {
    return new ColdChain(now, now, Lock.NONE);
  }

  /**
   * Time has passed, and a probe was read, or not. A clock that was put back may have hidden any
   * time: a moment that lies too far ahead of it counts as not known.
   */
  ColdChain seen(Instant now, Optional<Integer> deciCelsius, Limits limits) {
    boolean isCold = deciCelsius.filter(d -> d <= limits.warmest()).isPresent();
    Lock next = lock;
    if (lock == Lock.NONE && longer(known, now, limits.unknown())) {
      next = Lock.UNKNOWN;
    } else if (lock == Lock.NONE
        && deciCelsius.isPresent()
        && !isCold
        && longer(cold, now, limits.warm())) {
      next = Lock.TOO_WARM;
    }
    return new ColdChain(isCold ? now : cold, deciCelsius.isPresent() ? now : known, next);
  }

  private static boolean longer(Instant since, Instant now, Duration limit) {
    return Duration.between(since, now).abs().compareTo(limit) > 0;
  }
}
