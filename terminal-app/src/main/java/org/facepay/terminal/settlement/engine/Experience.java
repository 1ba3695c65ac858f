package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What earlier sessions of a container say about its cells and its shoppers: expected counts under
 * the posterior, from which the shares are estimated anew (one round of Dempster, Laird and Rubin,
 * "Maximum likelihood from incomplete data via the EM algorithm", JRSS B 39, 1977, with a prior),
 * and how far idle shelves came to rest from where they had been.
 *
 * @param counts by the constants below
 * @param rests by shelf, in units of what the planogram and the samples' scatter let expect
 */
public record Experience(double[] counts, List<List<Double>> rests) {
  static final int GRIP = 0;
  static final int PAIR = 1;
  static final int ALIKE = 2;
  static final int STEP = 3;
  static final int BACK = 4;
  static final int OWN = 5;
  static final int FOREIGN = 6;
  static final int HELD = 7;
  static final int WIDE = 8;
  static final int PUSH = 15;
  static final int LIKE = 22;
  static final int COUNTS = 30;

  /** Shares of a part of a mixture that are weighed against each other. */
  private static final double[] SHARES = {0.0005, 0.002, 0.006, 0.015, 0.03, 0.06, 0.12};

  /** Shares of pairs that are of one lane, weighed in the same way. */
  private static final double[] LIKES = {0.05, 0.2, 0.4, 0.6, 0.75, 0.88, 0.95, 0.99};

  private static final int MOST_RESTS = 2000;
  private static final int RESTS_BEFORE = 80;
  private static final double GAUSSIAN_MEDIAN = 0.6745;

  /** Nothing has been seen yet of a container with so many shelves. */
  static Experience none(int shelves) {
    List<List<Double>> rests = new ArrayList<>();
    for (int s = 0; s < shelves; s++) {
      rests.add(List.of());
    }
    return new Experience(new double[COUNTS], rests);
  }

  /** This and what later sessions taught; of the rests, the latest are kept. */
  Experience and(List<Experience> later) {
    double[] sums = counts.clone();
    List<List<Double>> all = new ArrayList<>();
    rests.forEach(shelf -> all.add(new ArrayList<>(shelf)));
    for (Experience e : later) {
      for (int i = 0; i < COUNTS; i++) {
        sums[i] += e.counts[i];
      }
      for (int s = 0; s < all.size(); s++) {
        all.get(s).addAll(e.rests.get(s));
      }
    }
    all.replaceAll(shelf -> shelf.subList(Math.max(0, shelf.size() - MOST_RESTS), shelf.size()));
    return new Experience(sums, all);
  }

  /** A share, as if it had been seen in some cases before. */
  double share(int part, int whole, double before, double cases) {
    return (before * cases + counts[part]) / (cases + counts[whole]);
  }

  /** Counts a reading for and against each share a part of the mixture may have. */
  static void weigh(double[] trail, int first, double share, double posterior) {
    double odds = posterior / share * (1 - share) / Math.max(1e-12, 1 - posterior);
    for (int i = 0; i < SHARES.length; i++) {
      trail[first + i] += Math.log1p(SHARES[i] * (odds - 1));
    }
  }

  /**
   * Counts the pairs of a session for and against each share that may be of one lane. Counting
   * those that seem to be would confirm what was believed: where two of a lane weigh as one of
   * either neighbour, they say little.
   *
   * @param counts of the session
   * @param believed share when it was settled
   */
  static void weighPairs(double[] counts, double believed) {
    double pairs = counts[PAIR];
    if (pairs < 1e-6) {
      return;
    }
    double alike = Math.min(1, counts[ALIKE] / pairs);
    for (int i = 0; i < LIKES.length; i++) {
      double likely = alike * LIKES[i] / believed + (1 - alike) * (1 - LIKES[i]) / (1 - believed);
      counts[LIKE + i] += pairs * Math.log(likely);
    }
  }

  /** The mean share of pairs that are of one lane, one being believed before as by six pairs. */
  double alike(double before) {
    double[] weights = new double[LIKES.length];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < LIKES.length; i++) {
      double prior = 6 * (before * Math.log(LIKES[i]) + (1 - before) * Math.log(1 - LIKES[i]));
      weights[i] = counts[LIKE + i] + prior;
      best = Math.max(best, weights[i]);
    }
    double sum = 0;
    double mean = 0;
    for (int i = 0; i < LIKES.length; i++) {
      double weight = Math.exp(weights[i] - best);
      sum += weight;
      mean += weight * LIKES[i];
    }
    return mean / sum;
  }

  /** The mean share of a part, all shares being as likely before, or one believed with a weight. */
  double share(int first, double before) {
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < SHARES.length; i++) {
      best = Math.max(best, counts[first + i] + prior(i, before));
    }
    double sum = 0;
    double mean = 0;
    for (int i = 0; i < SHARES.length; i++) {
      double weight = Math.exp(counts[first + i] + prior(i, before) - best);
      sum += weight;
      mean += weight * SHARES[i];
    }
    return mean / sum;
  }

  private static double prior(int i, double before) {
    double off = Math.log(SHARES[i] / before);
    return -off * off / 2 / 1.7;
  }

  /**
   * How many times its noise of the planogram a shelf has. The median is what tails do not move; a
   * shelf of which little has been seen is believed to be like the others, and these like the
   * planogram.
   */
  double noiseTimes(int shelf) {
    List<Double> all = rests.stream().flatMap(List::stream).toList();
    double common = towards(0, all);
    return Math.exp(towards(common, rests.get(shelf)));
  }

  /** Log of the ratio seen, drawn towards one believed before as if by so many rests. */
  private static double towards(double before, List<Double> rests) {
    if (rests.isEmpty()) {
      return before;
    }
    List<Double> sorted = rests.stream().map(Math::abs).sorted().toList();
    double median = Math.max(0.3, Math.min(4, sorted.get(sorted.size() / 2)));
    double seen = Math.log(median / GAUSSIAN_MEDIAN);
    return (before * RESTS_BEFORE + seen * sorted.size()) / (RESTS_BEFORE + sorted.size());
  }
}
