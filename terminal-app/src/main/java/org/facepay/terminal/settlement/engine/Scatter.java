package org.facepay.terminal.settlement.engine;

import java.util.Arrays;

/**
 * How much single samples of a shelf scatter, second by second: a compressor may run for a part of
 * a session only. Of samples one and three apart the median difference counts, which hands and far
 * samples do not move (Rousseeuw and Croux, "Alternatives to the Median Absolute Deviation", JASA
 * 88, 1993); where those three apart differ more, the samples swing slowly, and their mean is worth
 * less than that of as many independent ones.
 */
final class Scatter {
  static final double GAUSSIAN_MAD = 0.6745;
  private static final double LEAST_GRAMS = 0.12;

  /** More is no vibration. */
  private static final double MOST_GRAMS = 2.6;

  private static final double CLEARLY = 1.7;
  private static final int BLOCK = 10;

  /** A hand's touch is shorter than half of it. */
  private static final int WINDOW = 30;

  private final double[] near;
  private final double[] apart;

  Scatter(Trace.Readings readings) {
    int n = readings.atMs().length;
    double always = clamped(difference(readings, 1, 0, n));
    near = new double[n / BLOCK + 1];
    apart = new double[near.length];
    for (int block = 0; block < near.length; block++) {
      int from = Math.max(0, Math.min((block - 1) * BLOCK, n - WINDOW));
      int to = Math.min(n, from + WINDOW);
      near[block] = larger(always, clamped(difference(readings, 1, from, to)));
      apart[block] = larger(near[block], clamped(difference(readings, 3, from, to)));
    }
  }

  /** Standard deviation about a sample, either cell, grams. */
  double at(int sample) {
    return apart[sample / BLOCK];
  }

  /** How many samples are worth one that is independent of the others. */
  double alike(int sample) {
    double ratio = apart[sample / BLOCK] / near[sample / BLOCK];
    return ratio * ratio;
  }

  /** The second only if chance alone would hardly make it so. */
  private static double larger(double usual, double seen) {
    return seen > CLEARLY * usual ? seen : usual;
  }

  private static double clamped(double grams) {
    return Math.max(LEAST_GRAMS, Math.min(MOST_GRAMS, grams));
  }

  private static double difference(Trace.Readings readings, int lag, int from, int to) {
    if (to - from <= lag) {
      return 0;
    }
    double[] steps = new double[2 * (to - from - lag)];
    for (int i = from + lag; i < to; i++) {
      int place = 2 * (i - from - lag);
      steps[place] = Math.abs(readings.a()[i] - readings.a()[i - lag]);
      steps[place + 1] = Math.abs(readings.b()[i] - readings.b()[i - lag]);
    }
    Arrays.sort(steps);
    double median = (steps[(steps.length - 1) / 2] + steps[steps.length / 2]) / 2;
    return median / GAUSSIAN_MAD / Math.sqrt(2);
  }
}
