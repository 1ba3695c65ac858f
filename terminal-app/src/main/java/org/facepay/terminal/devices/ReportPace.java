package org.facepay.terminal.devices;

import java.time.Duration;
import org.facepay.sync.retry.Backoff;

/**
 * When the changes of one device's health are told to the collector: a moment after the first one,
 * so that what goes and comes back at once is one report; and at ever longer intervals while the
 * device keeps flapping, so that it cannot flood. Time comes as {@link System#nanoTime}.
 */
final class ReportPace {
  /** Reports at the short interval before it grows. */
  static final int FREE = 6;

  static final Duration LONGEST = Duration.ofMinutes(10);

  private final Backoff waits;
  private int grown;
  private int told;
  private int changes;
  private long dueNanos;
  private long toldNanos;

  ReportPace(Duration first) {
    this.waits = new Backoff(first, LONGEST);
  }

  /** The state changed. */
  void changed(long now) {
    if (changes++ > 0) {
      return;
    }
    if (told > 0 && now - toldNanos > LONGEST.toNanos()) {
      told = 0; // it has been quiet
      grown = 0;
    }
    if (told >= FREE) {
      grown++;
    }
    dueNanos = now + waits.after(grown).toNanos();
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
    dueNanos = now + waits.after(grown).toNanos();
  }

  /** It could not be told: once more, later. */
  void failed(long now) {
    Duration later = waits.after(grown).plusSeconds(10);
    dueNanos = now + Math.min(later.toNanos(), LONGEST.toNanos());
  }
}
