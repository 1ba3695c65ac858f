package org.facepay.terminal.settlement.engine;

/**
 * What is believed of the true load over the two cells of a shelf: a Gaussian in the plane (a, b).
 * Grams and grams squared.
 */
record Level(double a, double b, double aa, double ab, double bb) {

  static Level at(double a, double b, double variance) {
    return new Level(a, b, variance, 0, variance);
  }

  /** Both independent. */
  Level plus(Level other) {
    return new Level(a + other.a, b + other.b, aa + other.aa, ab + other.ab, bb + other.bb);
  }

  /** Without a load that is independent of it. */
  Level minus(Level other) {
    return new Level(a - other.a, b - other.b, aa + other.aa, ab + other.ab, bb + other.bb);
  }

  double total() {
    return a + b;
  }

  double totalVariance() {
    return aa + 2 * ab + bb;
  }

  /** Variance of how much more the left cell bears than the right one. */
  double acrossVariance() {
    return aa - 2 * ab + bb;
  }

  /** A unit of a mass whose centre is somewhere about a place. */
  static Level unit(double mass, double massSigma, double share, double shareSigma) {
    double place = mass * mass * shareSigma * shareSigma;
    double own = massSigma * massSigma;
    double left = 1 - share;
    return new Level(
        mass * left,
        mass * share,
        own * left * left + place,
        own * left * share - place,
        own * share * share + place);
  }
}
