package org.facepay.terminal.lab.container;

/**
 * What a simulated container is like.
 *
 * @param noiseGrams of every shelf, see {@link
 *     org.facepay.terminal.settlement.planogram.Planogram.Shelf}
 * @param tails with what real cells do now and then: single samples far off, stretches of several
 *     times the noise, a compressor's vibration in a band 5 g wide
 */
public record Recipe(Layout layout, double noiseGrams, boolean tails) {

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
