package org.facepay.terminal.settlement.engine;

import java.util.Arrays;
import java.util.List;

/**
 * One account of the session so far.
 *
 * @param logWeight of it and everything read so far
 * @param taken units that left each lane, less those that came back to it; lanes of all shelves in
 *     a row
 * @param hand units that left their lanes and lie in no wrong place
 * @param things what lies where it does not belong
 * @param beliefs of each shelf
 * @param blind shelves whose last reading said nothing, a bit each
 * @param lost whether something happened in it that nobody can explain
 * @param trail what happened so far, counted as in {@link Experience}
 */
record Hypothesis(
    double logWeight,
    byte[] taken,
    List<Held> hand,
    List<Thing> things,
    Belief[] beliefs,
    double[] trail,
    long blind,
    boolean lost) {
  static final int FOREIGN = -1;
  private static final double NEGLIGIBLE = 1e-4;

  /**
   * A unit in the hand, and what it weighs by what its shelf showed when it left.
   *
   * @param number tells it from others in the hand
   * @param sku place in the planogram
   */
  record Held(int number, int sku, double grams, double variance) {}

  /**
   * A unit in a wrong place, or something foreign.
   *
   * @param sku place in the planogram, or {@link #FOREIGN}
   */
  record Thing(int shelf, int sku, Level load) {}

  /** What tells accounts apart. */
  record Content(byte[] taken, int[] things, boolean lost) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Content c
          && Arrays.equals(taken, c.taken)
          && Arrays.equals(things, c.things)
          && lost == c.lost;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * Arrays.hashCode(taken) + Arrays.hashCode(things)) + (lost ? 1 : 0);
    }
  }

  Content content() {
    return new Content(
        taken, things.stream().mapToInt(t -> t.shelf() * 4096 + t.sku()).sorted().toArray(), lost);
  }

  /** Units of every article in the hand. */
  int[] basket(int articles) {
    int[] basket = new int[articles];
    hand.forEach(u -> basket[u.sku()]++);
    return basket;
  }

  Hypothesis weighing(double log) {
    return new Hypothesis(log, taken, hand, things, beliefs, trail, blind, lost);
  }

  boolean blind(int shelf) {
    return (blind >> shelf & 1) != 0;
  }

  /** Whether the last reading of a shelf said something. */
  Hypothesis seeing(int shelf, boolean something) {
    long bit = 1L << shelf;
    long now = something ? blind & ~bit : blind | bit;
    return new Hypothesis(logWeight, taken, hand, things, beliefs, trail, now, lost);
  }

  Hypothesis believing(Belief[] other) {
    return new Hypothesis(logWeight, taken, hand, things, other, trail, blind, lost);
  }

  /** This account or a less probable one of the same content. */
  Hypothesis or(Hypothesis other) {
    double odds = Math.exp(other.logWeight - logWeight);
    Hypothesis both = weighing(logWeight + Math.log1p(odds));
    if (odds < NEGLIGIBLE) {
      return both;
    }
    Belief[] mixed = beliefs.clone();
    for (int s = 0; s < mixed.length; s++) {
      mixed[s] = Belief.either(mixed[s], 1 / (1 + odds), other.beliefs[s], odds / (1 + odds));
    }
    return both.believing(mixed);
  }
}
