package org.facepay.terminal.settlement.engine;

import org.facepay.terminal.settlement.engine.Stretch.Phase;

/** What a reading is worth: a hand may have lain on the shelf, and what is put down has a mass. */
final class Junk {
  /** How far a reading is off that says nothing. */
  private static final double SIGMA_GRAMS = 300;

  private static final double LEAST_GRAMS = 10;

  /** How often a shelf is disturbed and comes to rest just as it was, friction and all. */
  static final double SAME = 0.12;

  private Junk() {}

  /** Log density of a reading if friction is what it was before: it tells nothing new then. */
  static double logSame(Stretch before, Stretch s, double drift) {
    double variance = before.variance() + s.variance() + drift;
    double a = s.a() - before.a();
    double b = s.b() - before.b();
    return -Math.log(2 * Math.PI * variance) - (a * a + b * b) / variance / 2;
  }

  /** The longer the stretch, the less can it be a hand. */
  static double share(Stretch s) {
    if (s.phase() != Phase.OPEN) {
      return 0;
    }
    double seconds = s.lastedMs() / 1000.0;
    return 0.6 * Math.exp(-1.3 * seconds) + 1e-4;
  }

  /** Log density of a reading that says nothing of the load. */
  static double logDensity(Level level, Stretch s) {
    double ia = s.a() - level.a();
    double ib = s.b() - level.b();
    double variance = SIGMA_GRAMS * SIGMA_GRAMS;
    double quad = (ia * ia - ia * ib + ib * ib) * 4 / variance;
    return Math.log(0.27 / variance * Math.exp(-quad / 2) + 1e-7);
  }

  /** What is put down weighs something, and lies between the cells. */
  static boolean possible(Move move, Level level, Stretch s) {
    if (move.laid().isEmpty()) {
      return true;
    }
    double a = s.a() - level.a();
    double b = s.b() - level.b();
    return a + b > 0 && Math.min(a, b) > -LEAST_GRAMS - 0.1 * (a + b);
  }
}
