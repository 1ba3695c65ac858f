package org.facepay.sync.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits that double with every failure in a row, up to a longest one; so that what is down is not
 * asked more often the longer it is down.
 *
 * @param first after the first failure, positive
 * @param longest it grows to; the first if that is longer
 */
public record Backoff(Duration first, Duration longest) {
  public Backoff {
    if (!first.isPositive()) {
      throw new IllegalArgumentException("the first wait must be positive, not " + first);
    }
    longest = longest.compareTo(first) < 0 ? first : longest;
  }

  /**
   * The wait itself.
   *
   * @param failures before the one that is waited for, from 0
   */
  public Duration after(int failures) {
    Duration wait = first;
    for (int n = 0; n < failures && wait.compareTo(longest) < 0; n++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  /**
   * Anything from a quarter of the wait to all of it, so that those that failed together do not
   * come back together (Brooker, "Exponential Backoff And Jitter").
   */
  public Duration jittered(int failures, RandomGenerator random) {
    long bound = after(failures).toMillis();
    return Duration.ofMillis(random.nextLong(bound / 4, bound + 1));
  }
}
