package org.facepay.terminal.lab.sandbox;

import java.util.random.RandomGenerator;

/**
 * What happens by chance to requests that are no payments, and to their answers. Thread-safe.
 *
 * @param share of the requests something happens to, 0 to 1
 */
public record Weather(RandomGenerator random, double share) {

  /** What happens to one of them. */
  enum Event {
    NONE,
    CUT,
    CUT_AFTER,
    LATE,
    SYSTEM_ERROR,
    BAD_GATEWAY,
    BAD_GATEWAY_AFTER,
    FORGED,
    UNSIGNED,
    TRUNCATED
  }

  Event next() {
    synchronized (random) {
      if (random.nextDouble() >= share) {
        return Event.NONE;
      }
      return Event.values()[1 + random.nextInt(Event.values().length - 1)];
    }
  }
}
