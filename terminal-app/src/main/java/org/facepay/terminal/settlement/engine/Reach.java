package org.facepay.terminal.settlement.engine;

import org.facepay.terminal.settlement.engine.Stretch.Phase;

/**
 * What time there was for a hand between two stretches of a shelf. The door shakes every shelf, but
 * a shelf that was at rest until the door was closed has lost nothing since, and nobody reaches a
 * shelf at the moment in which the door opens.
 *
 * @param openMs when the door opened
 * @param closedMs when it was closed
 */
record Reach(long openMs, long closedMs) {
  private static final double OPENING_SECONDS = 0.4;

  /** Samples of a shelf are so far apart: less than that nobody can tell from none. */
  private static final double BLINK_SECONDS = 0.12;

  private static final double GRIP_SECONDS = 0.35;

  /** The door's marks may be late themselves. */
  private static final double LEAST = 0.002;

  /** Where nothing is known of the time. */
  static final Chance ANY = new Chance(0, 0);

  /**
   * How likely a hand was there, against a usual moment.
   *
   * @param log of that
   * @param more log of how much more likely a second grip was
   */
  record Chance(double log, double more) {

    /** Whether hardly anybody was there. */
    boolean none() {
      return log < Math.log(0.1);
    }

    /** For so many units at once: a grip is of one or two. */
    double crowd(int units) {
      return units < 3 ? 0 : units < 5 ? more : 2 * more;
    }
  }

  Chance between(Stretch before, Stretch next) {
    double from = before.toMs() / 1000.0;
    double to = next.fromMs() / 1000.0;
    boolean door = before.phase() != next.phase();
    if (before.phase() == Phase.BEFORE) {
      from = Math.max(from, openMs / 1000.0 + OPENING_SECONDS);
    }
    if (next.phase() == Phase.AFTER) {
      to = Math.min(to, closedMs / 1000.0);
    }
    double seconds = to - from - BLINK_SECONDS;
    double hand = door ? Math.max(LEAST, Math.min(1, seconds / GRIP_SECONDS)) : 1;
    double second = (seconds - GRIP_SECONDS) / GRIP_SECONDS;
    return new Chance(Math.log(hand), Math.log(Math.max(0.04, Math.min(3, second))));
  }
}
