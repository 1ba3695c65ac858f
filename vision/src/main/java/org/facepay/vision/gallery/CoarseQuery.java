package org.facepay.vision.gallery;

import java.util.Arrays;

/**
 * How templates are compressed to four bits a component, and a query made ready for them.
 *
 * <p>Components of a unit vector scatter by 1/sqrt(dimension). Sixteen equal steps of 0.335 of that
 * keep 99.4 % of the correlation (Max 1960, the best uniform quantiser of a normal distribution
 * with 16 levels); larger components are cut. The query keeps about ten bits. An inner product fits
 * 16 bits by the inequality of Cauchy and Schwarz: |row| is at most (1/0.335 + 0.5) *
 * sqrt(dimension), and the query's length is chosen accordingly.
 */
final class CoarseQuery {
  private static final double STEP = 0.335;

  /** Every component repeated, as {@link Dots#coarse} reads it. */
  final short[] wide;

  /** What the sum starts from: levels are stored as 0..15 and mean -7.5..7.5. */
  final short start;

  /**
   * @param query any length but zero
   * @param dimension components that count; the rest is padding
   */
  CoarseQuery(float[] query, int dimension) {
    double longest = Short.MAX_VALUE / ((1 / STEP + 0.5) * Math.sqrt(dimension));
    double scale = scale(query, Math.min(longest - 0.5 * Math.sqrt(dimension), 1_000));
    wide = new short[query.length * Dots.GROUP];
    int sum = 0;
    for (int i = 0; i < query.length; i++) {
      short component = (short) Math.round(query[i] * scale);
      sum += component;
      Arrays.fill(wide, i * Dots.GROUP, (i + 1) * Dots.GROUP, component);
    }
    start = (short) (-15 * sum / 2);
  }

  /** The four-bit numbers of a template, 0..15. */
  static byte[] levels(float[] template) {
    double scale = scale(template, Math.sqrt(template.length) / STEP);
    byte[] levels = new byte[template.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.clamp((long) Math.floor(template[i] * scale) + 8, 0, 15);
    }
    return levels;
  }

  /** What brings a vector to the given length. */
  private static double scale(float[] vector, double length) {
    double sum = 0;
    for (float f : vector) {
      sum += (double) f * f;
    }
    return sum > 0 ? length / Math.sqrt(sum) : 0;
  }

  void wipe() {
    Arrays.fill(wide, (short) 0);
  }
}
