package org.facepay.terminal.lab.container;

/**
 * What a simulated container is like.
 *
 * @param noiseGrams of every shelf, see {@link
 *     org.facepay.terminal.settlement.planogram.Planogram.Shelf}
 * @param tails with what real cells do now and then: single samples far off, stretches of several
 *     times the noise, a compressor's vibration in a band 5 g wide
 * @param weather how often the rest happens
 */
public record Recipe(Layout layout, double noiseGrams, boolean tails, Weather weather) {

  /** Of the usual weather. */
  public Recipe(Layout layout, double noiseGrams, boolean tails) {
    this(layout, noiseGrams, tails, Weather.USUAL);
  }

  /** How hard cells and people make it; what the format leaves open, nobody knows. */
  public enum Weather {
    /** Calm hands, one put-back in eight units, cells of a good make. */
    MILD,
    /** What the engine's tests go by. */
    USUAL,
    /** Everything that the format names, and often. */
    HARD,
    /** Each thing for itself far rarer or far more often than usual. */
    WILD
  }

  /** Where goods of like mass stand. */
  public enum Layout {
    /** Anywhere. */
    RANDOM,
    /** On different shelves. */
    OPTIMISED,
    /** Side by side, as shops do. */
    SORTED
  }
}
