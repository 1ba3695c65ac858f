package org.facepay.terminal.container.settle;

/**
 * How the readings of a stretch scatter about the true load of a shelf: a mixture of its usual
 * friction and a wide one (Tukey's contaminated normal, "A survey of sampling from contaminated
 * distributions", 1960), times a mixture of goods that stayed and neighbours that were pushed
 * aside. A Gaussian alone is over-confident. The belief after a reading is the mixture collapsed to
 * its first two moments (Harrison and Stevens, "Bayesian Forecasting", JRSS B 38, 1976,
 * multiprocess models class II).
 *
 * @param usual variance of either cell, grams squared
 * @param tailShare how often friction is wide
 * @param tailVariance of either cell then
 * @param pushShare how often neighbours are pushed
 */
record Cells(double usual, double tailShare, double tailVariance, double pushShare) {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
  private static final int PARTS = 4;

  /**
   * Log density of a reading, given where the load was expected.
   *
   * @param expected the belief before, with what was taken
   * @param push variance of what moves from one cell to the other when neighbours are pushed
   * @param sampling variance by the scatter of samples
   */
  double logDensity(Level expected, double push, double a, double b, double sampling) {
    double ia = a - expected.a();
    double ib = b - expected.b();
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int part = 0; part < PARTS; part++) {
      double log = logPart(part, expected, push, ia, ib, sampling);
      if (log > best) {
        sum = sum * Math.exp(best - log) + 1;
        best = log;
      } else {
        sum += Math.exp(log - best);
      }
    }
    return best + Math.log(sum);
  }

  /** No reading is denser than this. */
  double logPeak(double sampling) {
    return -LOG_TWO_PI - Math.log(usual + sampling);
  }

  private double logPart(int part, Level p, double push, double ia, double ib, double sampling) {
    double r = (part & 1) == 0 ? usual : tailVariance;
    double moved = (part & 2) == 0 ? 0 : push;
    double share =
        ((part & 1) == 0 ? 1 - tailShare : tailShare)
            * ((part & 2) == 0 ? 1 - pushShare : pushShare);
    double saa = p.aa() + moved + r + sampling;
    double sab = p.ab() - moved;
    double sbb = p.bb() + moved + r + sampling;
    double det = saa * sbb - sab * sab;
    double quad = (sbb * ia * ia - 2 * sab * ia * ib + saa * ib * ib) / det;
    return Math.log(share) - LOG_TWO_PI - 0.5 * (Math.log(det) + quad);
  }

  /**
   * The belief after a reading.
   *
   * @param trail where the shares of the parts are counted
   */
  Level after(Level p, double push, double a, double b, double sampling, double[] trail) {
    double ia = a - p.a();
    double ib = b - p.b();
    double whole = logDensity(p, push, a, b, sampling);
    double[] weight = new double[PARTS];
    Level[] parts = new Level[PARTS];
    double ma = 0;
    double mb = 0;
    for (int part = 0; part < PARTS; part++) {
      weight[part] = Math.exp(logPart(part, p, push, ia, ib, sampling) - whole);
      parts[part] = within(part, p, push, sampling, ia, ib);
      ma += weight[part] * parts[part].a();
      mb += weight[part] * parts[part].b();
    }
    Experience.weigh(trail, Experience.TAIL, tailShare, weight[1] + weight[3]);
    Experience.weigh(trail, Experience.PUSH, pushShare, weight[2] + weight[3]);
    double aa = 0;
    double ab = 0;
    double bb = 0;
    for (int part = 0; part < PARTS; part++) {
      Level l = parts[part];
      double da = l.a() - ma;
      double db = l.b() - mb;
      aa += weight[part] * (l.aa() + da * da);
      ab += weight[part] * (l.ab() + da * db);
      bb += weight[part] * (l.bb() + db * db);
    }
    return new Level(ma, mb, aa, ab, bb);
  }

  /**
   * What a reading says of one load among those it shows.
   *
   * @param expected the belief before, this load included
   */
  Level part(Level expected, Level load, double a, double b, double sampling) {
    double ia = a - expected.a();
    double ib = b - expected.b();
    double r = usual + tailShare * (tailVariance - usual) + sampling;
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
  private Level within(int part, Level p, double pushed, double sampling, double ia, double ib) {
    double r = ((part & 1) == 0 ? usual : tailVariance) + sampling;
    double moved = (part & 2) == 0 ? 0 : pushed;
    double paa = p.aa() + moved;
    double pab = p.ab() - moved;
    double pbb = p.bb() + moved;
    double saa = paa + r;
    double sbb = pbb + r;
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
