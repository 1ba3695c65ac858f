package org.facepay.terminal.settlement.engine;

/**
 * What the total of both cells alone lets hope for, before the density of a reading is worked out:
 * most that could have happened is ruled out by it at once.
 */
final class Peaks {
  private static final double MASS_SIGMAS = 0.025;
  private static final double MASS_GRAMS = 4;

  private final double[] log;
  private final double[] variance;
  private final double highest;

  Peaks(Cells cells, double sampling) {
    log = new double[cells.parts()];
    variance = new double[log.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < log.length; i++) {
      log[i] = cells.logPeak(i, sampling);
      variance[i] = cells.totalVariance(i, sampling);
      most = Math.max(most, log[i]);
    }
    highest = most;
  }

  /** No log density is higher. */
  double highest() {
    return highest;
  }

  /** No log density of a reading is higher where a load was expected. */
  double of(Belief expected, Stretch s) {
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < expected.parts().length; k++) {
      Level p = expected.parts()[k];
      double peak = peak(p.total() - s.a() - s.b(), p.totalVariance());
      most = Math.max(most, Math.log(expected.weights()[k]) + peak);
    }
    return most;
  }

  /** The same where a load was expected from which something was taken. */
  double without(Belief moved, Level load, Stretch s) {
    double most = Double.NEGATIVE_INFINITY;
    double total = s.a() + s.b() + load.total();
    double own = load.totalVariance();
    for (int k = 0; k < moved.parts().length; k++) {
      Level p = moved.parts()[k];
      most = Math.max(most, peak(p.total() - total, p.totalVariance() + own));
    }
    return most;
  }

  private double peak(double off, double own) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < log.length; i++) {
      most = Math.max(most, log[i] - off * off / (own + variance[i]) / 2);
    }
    return most;
  }

  /** What is missing weighs at least so much, if a density is to reach a floor. */
  double least(Belief moved, Stretch s, double floor) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < moved.parts().length; k++) {
      Level p = moved.parts()[k];
      double missing = p.total() - s.a() - s.b();
      least = Math.min(least, missing - reach(moved, k, missing, floor));
    }
    return least;
  }

  /** And at most so much. */
  double most(Belief moved, Stretch s, double floor) {
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < moved.parts().length; k++) {
      Level p = moved.parts()[k];
      double missing = p.total() - s.a() - s.b();
      most = Math.max(most, missing + reach(moved, k, missing, floor));
    }
    return most;
  }

  /** Negative if there is no hope. */
  private double reach(Belief moved, int part, double missing, double floor) {
    double massSigma = MASS_SIGMAS * Math.abs(missing) + MASS_GRAMS;
    double own = moved.parts()[part].totalVariance() + massSigma * massSigma;
    double logWeight = Math.log(moved.weights()[part]);
    double reach = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < log.length; i++) {
      double slack = logWeight + log[i] - floor;
      if (slack > 0) {
        reach = Math.max(reach, Math.sqrt(2 * slack * (own + variance[i])));
      }
    }
    return reach;
  }
}
