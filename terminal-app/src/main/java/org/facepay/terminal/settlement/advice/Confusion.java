package org.facepay.terminal.settlement.advice;

import java.util.List;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Planogram.Shelf;

/**
 * How often what leaves a shelf would be taken for something else. Two grips are Gaussians in the
 * plane of the two cells, and are confused as often as Bayes' rule errs between two Gaussians of
 * one covariance with unequal priors (Fukunaga, "Introduction to Statistical Pattern Recognition",
 * 2nd edition, 1990, 3.1); over all others that is summed, which is the union bound (Proakis,
 * "Digital Communications", 4th edition, 2001, 5.2).
 */
final class Confusion {
  /** A difference of two readings; a shelf is read more than once in either state. */
  private static final double READINGS = 1.4;

  private static final double WORST = 0.9;
  private static final double FARTHEST_SIGMAS = 10;

  private Confusion() {}

  /** By lane: its part of the probability that a grip into its shelf is taken for another. */
  static double[] ofLanes(Planogram planogram, int shelf) {
    Shelf on = planogram.shelves().get(shelf);
    List<Grip> grips = Grip.of(planogram, shelf);
    double noise = READINGS * on.noiseGrams() * on.noiseGrams() / 2;
    double[] errors = new double[on.lanes().size()];
    for (Grip truth : grips) {
      double error = 0;
      for (Grip other : grips) {
        if (!other.lanes().equals(truth.lanes())) {
          double wrong = between(truth, other, noise);
          error += wrong > 0 && truth.sameGoods(other, on) ? 0 : wrong;
        }
      }
      for (int lane : truth.lanes()) {
        errors[lane] += truth.share() * Math.min(WORST, error) / truth.lanes().size();
      }
    }
    return errors;
  }

  private static double between(Grip truth, Grip other, double noise) {
    Grip.Load x = truth.load();
    Grip.Load y = other.load();
    double a = x.a() - y.a();
    double b = x.b() - y.b();
    double aa = (x.aa() + y.aa()) / 2 + noise;
    double ab = (x.ab() + y.ab()) / 2;
    double bb = (x.bb() + y.bb()) / 2 + noise;
    double total = aa + 2 * ab + bb;
    if ((a + b) * (a + b) > FARTHEST_SIGMAS * FARTHEST_SIGMAS * total) {
      return 0;
    }
    double square = (bb * a * a - 2 * ab * a * b + aa * b * b) / (aa * bb - ab * ab);
    double far = Math.sqrt(Math.max(1e-12, square));
    return above(far / 2 + Math.log(truth.share() / other.share()) / far);
  }

  /**
   * Probability that a standard normal variable is larger (Abramowitz and Stegun, "Handbook of
   * Mathematical Functions", 1964, 26.2.17).
   */
  static double above(double x) {
    if (x < 0) {
      return 1 - above(-x);
    }
    double t = 1 / (1 + 0.2316419 * x);
    double inner = 1.781477937 + t * (-1.821255978 + t * 1.330274429);
    double sum = t * (0.319381530 + t * (-0.356563782 + t * inner));
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * sum;
  }
}
