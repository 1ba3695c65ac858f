package org.facepay.terminal.devices;

import java.time.Duration;

/**
 * When the changes of one device's health are told to the collector: a moment after the first one,
 * so that what goes and comes back at once is one report; and at ever longer intervals while the
 * device keeps flapping, so that it cannot flood. Time comes as {@link System#nanoTime}.
 */
final class ReportPace {
  /** Reports at the short interval before it grows. */
  static final int FREE = 6;

  static final Duration LONGEST = Duration.ofMinutes(10);

  private final Duration first;
  private Duration wait;
  private int told;
  private int changes;
  private long dueNanos;
  private long toldNanos;

  ReportPace(Duration first) {
    this.first = first;
    this.wait = first;
  }

  /** The state changed. */
  void changed(long now) {
    if (changes++ > 0) {
      return;
    }
    if (told > 0 && now - toldNanos > LONGEST.toNanos()) {
      told = 0; // it has been quiet
      wait = first;
    }
    if (told >= FREE) {
      wait = shorter(wait.multipliedBy(2), LONGEST);
    }
    dueNanos = now + wait.toNanos();
  }

  /** Whether there is something to tell now. */
  boolean due(long now) {
    return changes > 0 && now - dueNanos >= 0;
  }

  /** Until there is something to tell; negative if that is past, the longest interval if never. */
  long nanosLeft(long now) {
    return changes == 0 ? LONGEST.toNanos() : dueNanos - now;
  }

  /** Changes since the last report. */
  int changes() {
    return changes;
  }

  /** So many changes were told; what came meanwhile is told after another wait. */
  void told(long now, int count) {
    told++;
    changes -= count;
    toldNanos = now;
    dueNanos = now + wait.toNanos();
  }

  /** It could not be told: once more, later. */
  void failed(long now) {
    dueNanos = now + shorter(wait.plus(Duration.ofSeconds(10)), LONGEST).toNanos();
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
