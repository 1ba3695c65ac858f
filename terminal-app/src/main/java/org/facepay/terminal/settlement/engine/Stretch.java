package org.facepay.terminal.settlement.engine;

/**
 * A time in which nothing moved on a shelf, and what its cells showed then.
 *
 * @param shelf place in the planogram
 * @param a grams, median over the stretch
 * @param variance grams squared of either cell by the scatter of single samples alone; the friction
 *     of the shelf comes on top
 * @param phase before the door opened, while it was open, after it was closed
 */
record Stretch(
    int shelf, long fromMs, long toMs, double a, double b, double variance, Phase phase) {

  /** Hands reach the shelves in the middle one only. */
  enum Phase {
    BEFORE,
    OPEN,
    AFTER
  }

  long lastedMs() {
    return toMs - fromMs;
  }
}
