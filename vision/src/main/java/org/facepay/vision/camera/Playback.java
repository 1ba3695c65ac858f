package org.facepay.vision.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** When recorded pictures are due: the first at once, every other one period after the last. */
final class Playback {
  private final InstantSource clock;
  private final Duration period;
  private final Instant start;
  private long shown;

  Playback(InstantSource clock, Duration period) {
    this.clock = clock;
    this.period = period;
    this.start = clock.instant();
  }

  /** Waits for the next picture's time, at most so long; whether it has come. */
  boolean due(Duration wait) {
    Duration left = Duration.between(clock.instant(), next());
    if (left.isPositive() && wait.isPositive()) {
      Duration pause = left.compareTo(wait) < 0 ? left : wait;
      long end = System.nanoTime() + pause.toNanos();
      for (long rest = pause.toNanos(); rest > 0; rest = end - System.nanoTime()) {
        LockSupport.parkNanos(rest);
        if (Thread.currentThread().isInterrupted()) {
          return false;
        }
      }
    }
    return !clock.instant().isBefore(next());
  }

  /** The time of the picture that is shown now; the next one is due a period later. */
  Instant shown() {
    Instant at = next();
    shown++;
    return at;
  }

  private Instant next() {
    return start.plus(period.multipliedBy(shown));
  }
}
