package org.facepay.terminal.settlement.engine;

/**
 * How the readings of a stretch scatter about the true load of a shelf: a mixture of its usual
 * friction and several wide ones, of both cells or of one (Tukey's contaminated normal, "A survey
 * of sampling from contaminated distributions", 1960), times a mixture of goods that stayed and
 * neighbours that were pushed aside. A Gaussian alone is over-confident. Within each part the
 * belief moves as Kalman says ("A new approach to linear filtering and prediction problems", 1960);
 * together they stay a mixture (Harrison and Stevens, "Bayesian Forecasting", JRSS B 38, 1976,
 * multiprocess models class II).
 */
final class Cells {
  /** Share among the wide ones, and how many times the usual either cell is off. */
  private static final double[][] WIDE = {
    {0.25, 2.5, 2.5},
    {0.25, 5, 5},
    {0.1, 3, 1},
    {0.1, 1, 3},
    {0.1, 7, 1},
    {0.1, 1, 7},
    {0.1, 9, 9}
  };

  /** Where a part is as good as nothing, squared sigmas. */
  private static final double FARTHEST = 200;

  private static final double LEAST_DENSITY = 1e-100;

  /** A part that can add no more than so much to what is there already is passed over. */
  private static final double NEGLIGIBLE = 1e-4;

  private static final double NEGLIGIBLE_BELOW = 0.003;

  private static final double LEAST_WEIGHT = 1e-5;

  private final double wideShare;
  private final double pushShare;
  private final double[] shares;

  /** No reading is denser in a part. */
  private final double[] peaks;

  private final double[] a;
  private final double[] b;

  /**
   * @param usual variance of either cell, grams squared
   * @param wideShare how often friction is wide
   * @param pushShare how often neighbours are pushed
   */
  Cells(double usual, double wideShare, double pushShare) {
    this.wideShare = wideShare;
    this.pushShare = pushShare;
    shares = new double[WIDE.length + 1];
    peaks = new double[shares.length];
    a = new double[shares.length];
    b = new double[shares.length];
    shares[0] = 1 - wideShare;
    a[0] = usual;
    b[0] = usual;
    for (int i = 0; i < WIDE.length; i++) {
      shares[i + 1] = wideShare * WIDE[i][0];
      a[i + 1] = usual * WIDE[i][1] * WIDE[i][1];
      b[i + 1] = usual * WIDE[i][2] * WIDE[i][2];
    }
    for (int i = 0; i < peaks.length; i++) {
      peaks[i] = 1 / (2 * Math.PI * Math.sqrt(a[i] * b[i]));
    }
  }

  /** Ways to come to rest. */
  int parts() {
    return shares.length;
  }

  /** Variance of the total of both cells in a part. */
  double totalVariance(int part, double sampling) {
    return a[part] + b[part] + 2 * sampling;
  }

  /** Its log share, and no reading is denser in it than this. */
  double logPeak(int part, double sampling) {
    double det = (a[part] + sampling) * (b[part] + sampling);
    return Math.log(shares[part] / (2 * Math.PI)) - 0.5 * Math.log(det);
  }

  /**
   * Log density of a reading, given where the load was expected.
   *
   * @param expected the belief before, with what was taken
   * @param pushes variances of what moves from one cell to the other when a neighbour is pushed
   * @param floor log density below which the result need not be exact
   */
  double logDensity(Belief expected, double[] pushes, Stretch s, double floor) {
    double sum = LEAST_DENSITY;
    double least = NEGLIGIBLE_BELOW * Math.exp(floor);
    for (int k = 0; k < expected.parts().length; k++) {
      Level p = expected.parts()[k];
      for (int push = 0; push <= pushes.length; push++) {
        double weight = expected.weights()[k] * pushed(push, pushes);
        double moved = push == 0 ? 0 : pushes[push - 1];
        for (int part = 0; part < a.length; part++) {
          double most = weight * shares[part] * peaks[part];
          if (most > NEGLIGIBLE * sum && most > least) {
            sum += weight * shares[part] * within(part, p, moved, s);
          }
        }
      }
    }
    return Math.log(sum);
  }

  private double pushed(int push, double[] pushes) {
    if (pushes.length == 0) {
      return 1;
    }
    return push == 0 ? 1 - pushShare : pushShare / pushes.length;
  }

  /** Density of a reading in one part of the mixture. */
  private double within(int part, Level p, double moved, Stretch s) {
    double ia = s.a() - p.a();
    double ib = s.b() - p.b();
    double saa = p.aa() + moved + a[part] + s.variance();
    double sab = p.ab() - moved;
    double sbb = p.bb() + moved + b[part] + s.variance();
    double det = saa * sbb - sab * sab;
    double quad = (sbb * ia * ia - 2 * sab * ia * ib + saa * ib * ib) / det;
    return quad > FARTHEST ? 0 : Math.exp(-quad / 2) / (2 * Math.PI * Math.sqrt(det));
  }

  /** The belief where nothing was known. */
  Belief first(Stretch s, double farShare, double farVariance) {
    double[] weights = new double[a.length + 1];
    Level[] parts = new Level[weights.length];
    for (int i = 0; i < a.length; i++) {
      weights[i] = shares[i];
      parts[i] = new Level(s.a(), s.b(), a[i] + s.variance(), 0, b[i] + s.variance());
    }
    weights[a.length] = farShare;
    parts[a.length] = Level.at(s.a(), s.b(), farVariance);
    return Belief.reduced(weights, parts, weights.length);
  }

  /**
   * The belief after a reading.
   *
   * @param trail where the shares of the parts are counted
   */
  Belief after(Belief expected, double[] pushes, Stretch s, double[] trail) {
    int count = expected.parts().length * (pushes.length + 1) * a.length;
    double[] weights = new double[count];
    Level[] parts = new Level[count];
    double whole = Math.exp(logDensity(expected, pushes, s, Double.NEGATIVE_INFINITY));
    double wide = 0;
    double pushed = 0;
    int n = 0;
    for (int k = 0; k < expected.parts().length; k++) {
      Level p = expected.parts()[k];
      for (int push = 0; push <= pushes.length; push++) {
        double moved = push == 0 ? 0 : pushes[push - 1];
        double share = expected.weights()[k] * pushed(push, pushes) / whole;
        for (int part = 0; part < a.length; part++) {
          double weight = share * shares[part] * within(part, p, moved, s);
          if (weight > LEAST_WEIGHT) {
            wide += part == 0 ? 0 : weight;
            pushed += push == 0 ? 0 : weight;
            weights[n] = weight;
            parts[n++] = moved(p, moved, a[part] + s.variance(), b[part] + s.variance(), s);
          }
        }
      }
    }
    Experience.weigh(trail, Experience.WIDE, wideShare, wide);
    if (pushes.length > 0) {
      Experience.weigh(trail, Experience.PUSH, pushShare, pushed);
    }
    return n == 0 ? expected : Belief.reduced(weights, parts, n);
  }

  /** Variance of either cell that a reading is believed to have had, on average over the parts. */
  double meant(Belief expected, Stretch s) {
    double sum = 0;
    double whole = 0;
    Level p = expected.level();
    for (int part = 0; part < a.length; part++) {
      double weight = shares[part] * within(part, p, 0, s);
      sum += weight;
      whole += weight * ((a[part] + b[part]) / 2 + s.variance());
    }
    return sum > 1e-100 ? whole / sum : a[a.length - 1];
  }

  /**
   * What a reading says of one load among those it shows.
   *
   * @param expected the belief before, this load included
   * @param r variance of the reading, either cell
   */
  static Level part(Level expected, Level load, double readA, double readB, double r) {
    double ia = readA - expected.a();
    double ib = readB - expected.b();
    double saa = expected.aa() + r;
    double sab = expected.ab();
    double sbb = expected.bb() + r;
    double det = saa * sbb - sab * sab;
    double kaa = (load.aa() * sbb - load.ab() * sab) / det;
    double kab = (load.ab() * saa - load.aa() * sab) / det;
    double kba = (load.ab() * sbb - load.bb() * sab) / det;
    double kbb = (load.bb() * saa - load.ab() * sab) / det;
    return new Level(
        load.a() + kaa * ia + kab * ib,
        load.b() + kba * ia + kbb * ib,
        load.aa() - kaa * load.aa() - kab * load.ab(),
        load.ab() - kaa * load.ab() - kab * load.bb(),
        load.bb() - kba * load.ab() - kbb * load.bb());
  }

  /** Kalman's update within one part of the mixture. */
  private static Level moved(Level p, double moved, double ra, double rb, Stretch s) {
    double ia = s.a() - p.a();
    double ib = s.b() - p.b();
    double paa = p.aa() + moved;
    double pab = p.ab() - moved;
    double pbb = p.bb() + moved;
    double saa = paa + ra;
    double sbb = pbb + rb;
    double det = saa * sbb - pab * pab;
    double kaa = (paa * sbb - pab * pab) / det;
    double kab = (pab * saa - paa * pab) / det;
    double kba = (pab * sbb - pbb * pab) / det;
    double kbb = (pbb * saa - pab * pab) / det;
    return new Level(
        p.a() + kaa * ia + kab * ib,
        p.b() + kba * ia + kbb * ib,
        paa - kaa * paa - kab * pab,
        pab - kaa * pab - kab * pbb,
        pbb - kba * pab - kbb * pbb);
  }
}
