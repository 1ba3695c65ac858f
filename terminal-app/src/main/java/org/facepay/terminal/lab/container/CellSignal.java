package org.facepay.terminal.lab.container;

/**
 * The load over the two cells of one shelf, every 10 ms, as it is before anything is measured.
 * Loads are laid on and taken off at a place between the cells.
 */
final class CellSignal {
  static final int STEP_MS = 10;

  private final double lengthMm;

  /** What stays, as changes from one step to the next, and what passes. */
  private final double[][] changes;

  private final double[][] passing;

  CellSignal(double lengthMm, long lastsMs) {
    this.lengthMm = lengthMm;
    int n = (int) (lastsMs / STEP_MS) + 1;
    changes = new double[2][n];
    passing = new double[2][n];
  }

  /** Grams over a cell at each of the first steps. */
  double[] grams(int cell, int steps) {
    double[] out = new double[steps];
    double stays = 0;
    for (int i = 0; i < steps; i++) {
      stays += changes[cell][i];
      out[i] = stays + passing[cell][i];
    }
    return out;
  }

  /** Comes over some time, and stays until it is taken off again. */
  void load(long atMs, long overMs, double grams, double placeMm) {
    int first = step(atMs);
    int last = Math.min(changes[0].length - 1, Math.max(first + 1, step(atMs + overMs)));
    for (int i = first; i < last; i++) {
      changes[0][i] += grams * (1 - placeMm / lengthMm) / (last - first);
      changes[1][i] += grams * placeMm / lengthMm / (last - first);
    }
  }

  /** From now on, over each cell. */
  void add(long atMs, double gramsA, double gramsB) {
    changes[0][step(atMs)] += gramsA;
    changes[1][step(atMs)] += gramsB;
  }

  /** The shelf swings about its rest and comes to it. */
  void ring(long atMs, double gramsA, double gramsB, double hertz, double decaySeconds) {
    int first = step(atMs);
    for (int i = first; i < passing[0].length; i++) {
      double t = (i - first) * STEP_MS / 1000.0;
      if (t > 8 * decaySeconds) {
        return;
      }
      double swing = Math.exp(-t / decaySeconds) * Math.sin(2 * Math.PI * hertz * t + 0.8);
      passing[0][i] += gramsA * swing;
      passing[1][i] += gramsB * swing;
    }
  }

  /** A hand lies on the shelf or lifts it, rising and falling as half a sine, flat on top. */
  void press(long fromMs, long toMs, double grams, double placeMm) {
    int first = step(fromMs);
    int last = step(toMs);
    for (int i = first; i < last; i++) {
      double share = Math.min(1, 1.6 * Math.sin(Math.PI * (i - first + 0.5) / (last - first)));
      passing[0][i] += grams * share * (1 - placeMm / lengthMm);
      passing[1][i] += grams * share * placeMm / lengthMm;
    }
  }

  private int step(long ms) {
    return (int) Math.max(0, Math.min(passing[0].length - 1, ms / STEP_MS));
  }
}
