package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What is believed of the true load over the two cells of a shelf: a few Gaussians in the plane (a,
 * b) with their weights. One would forget that a reading may have been far off, and be sure of what
 * lies between two readings that contradict each other. Their number is kept small by clustering
 * round the heaviest (Salmond, "Mixture reduction algorithms for point and extended object tracking
 * in clutter", IEEE Trans. AES 45, 2009), which keeps the first two moments.
 *
 * @param weights of the parts, 1 in sum
 */
record Belief(double[] weights, Level[] parts) {
  private static final int MOST_PARTS = 3;
  private static final double LEAST_WEIGHT = 1e-5;

  /** How near the mean of a part is to that of a heavier one that takes it in, squared sigmas. */
  private static final double NEAR = 0.3;

  private static final double MOST_RATIO = 1.8;

  static Belief of(Level level) {
    return new Belief(new double[] {1}, new Level[] {level});
  }

  Belief plus(Level load) {
    Level[] moved = new Level[parts.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = parts[i].plus(load);
    }
    return new Belief(weights, moved);
  }

  /** Without a load that is independent of it. */
  Belief minus(Level load) {
    Level[] moved = new Level[parts.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = parts[i].minus(load);
    }
    return new Belief(weights, moved);
  }

  /** The one Gaussian with the same first two moments. */
  Level level() {
    return parts.length == 1 ? parts[0] : collapsed(weights, parts);
  }

  /** Either of two, by their weights. */
  static Belief either(Belief x, double weightX, Belief y, double weightY) {
    if (x.equals(y)) {
      return x;
    }
    int n = x.parts.length;
    double[] weights = new double[n + y.parts.length];
    Level[] parts = new Level[weights.length];
    for (int i = 0; i < weights.length; i++) {
      boolean first = i < n;
      weights[i] = first ? weightX * x.weights[i] : weightY * y.weights[i - n];
      parts[i] = first ? x.parts[i] : y.parts[i - n];
    }
    return reduced(weights, parts, weights.length);
  }

  /**
   * A few parts in place of many.
   *
   * @param weights of the first parts, need not be 1 in sum; is used up
   * @param count how many there are
   */
  static Belief reduced(double[] weights, Level[] parts, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[i];
    }
    List<Level> kept = new ArrayList<>(MOST_PARTS);
    double[] shares = new double[MOST_PARTS];
    double[] own = new double[count];
    while (kept.size() < MOST_PARTS) {
      int heaviest = heaviest(weights, count);
      if (weights[heaviest] < LEAST_WEIGHT * sum) {
        break;
      }
      boolean last = kept.size() == MOST_PARTS - 1;
      double taken = gather(parts[heaviest], last, weights, parts, count, own);
      shares[kept.size()] = taken / sum;
      kept.add(collapsed(own, parts, count, taken));
    }
    double[] out = new double[kept.size()];
    double all = 0;
    for (int i = 0; i < out.length; i++) {
      all += shares[i];
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = shares[i] / all;
    }
    return new Belief(out, kept.toArray(Level[]::new));
  }

  private static int heaviest(double[] weights, int count) {
    int heaviest = 0;
    for (int i = 1; i < count; i++) {
      heaviest = weights[i] > weights[heaviest] ? i : heaviest;
    }
    return heaviest;
  }

  /** Moves the weights of what is near a part, or of all that is left, to its own. */
  private static double gather(
      Level centre, boolean all, double[] weights, Level[] parts, int count, double[] own) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      boolean takes = weights[i] > 0 && (all || near(centre, parts[i]));
      own[i] = takes ? weights[i] : 0;
      sum += own[i];
      weights[i] -= own[i];
    }
    return sum;
  }

  private static boolean near(Level centre, Level part) {
    if (centre.equals(part)) {
      return true;
    }
    double a = part.a() - centre.a();
    double b = part.b() - centre.b();
    double total = a + b;
    double across = a - b;
    double totalVariance = centre.totalVariance();
    double acrossVariance = centre.acrossVariance();
    return total * total < NEAR * totalVariance
        && across * across < NEAR * acrossVariance
        && alike(totalVariance, part.totalVariance())
        && alike(acrossVariance, part.acrossVariance());
  }

  private static boolean alike(double x, double y) {
    return x < MOST_RATIO * y && y < MOST_RATIO * x;
  }

  private static Level collapsed(double[] weights, Level[] parts) {
    return collapsed(weights, parts, parts.length, 1);
  }

  private static Level collapsed(double[] weights, Level[] parts, int count, double sum) {
    double ma = 0;
    double mb = 0;
    for (int i = 0; i < count; i++) {
      if (weights[i] > 0) {
        ma += weights[i] / sum * parts[i].a();
        mb += weights[i] / sum * parts[i].b();
      }
    }
    double aa = 0;
    double ab = 0;
    double bb = 0;
    for (int i = 0; i < count; i++) {
      if (weights[i] > 0) {
        double share = weights[i] / sum;
        double a = parts[i].a() - ma;
        double b = parts[i].b() - mb;
        aa += share * (parts[i].aa() + a * a);
        ab += share * (parts[i].ab() + a * b);
        bb += share * (parts[i].bb() + b * b);
      }
    }
    return new Level(ma, mb, aa, ab, bb);
  }
}
