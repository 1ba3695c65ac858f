package org.facepay.terminal.lab.container;

/**
 * The load over the two cells of one shelf, every 10 ms, as it is before anything is measured.
 * Loads are laid on and taken off at a place between the cells.
 */
final class CellSignal {
  static final int STEP_MS = 10;

  private final double lengthMm;
  private final double[] a;
  private final double[] b;

  CellSignal(double lengthMm, long lastsMs) {
    this.lengthMm = lengthMm;
    int n = (int) (lastsMs / STEP_MS) + 1;
    a = new double[n];
    b = new double[n];
  }

  int size() {
    return a.length;
  }

  double a(int step) {
    return a[step];
  }

  double b(int step) {
    return b[step];
  }

  /** From now on, until it is taken off again. */
  void load(long atMs, double grams, double placeMm) {
    add(atMs, grams * (1 - placeMm / lengthMm), grams * placeMm / lengthMm);
  }

  /** From now on, over each cell. */
  void add(long atMs, double gramsA, double gramsB) {
    for (int i = step(atMs); i < a.length; i++) {
      a[i] += gramsA;
      b[i] += gramsB;
    }
  }

  /** The shelf swings about its rest and comes to it. */
  void ring(long atMs, double gramsA, double gramsB, double hertz, double decaySeconds) {
    int first = step(atMs);
    for (int i = first; i < a.length; i++) {
      double t = (i - first) * STEP_MS / 1000.0;
      if (t > 8 * decaySeconds) {
        return;
      }
      double swing = Math.exp(-t / decaySeconds) * Math.sin(2 * Math.PI * hertz * t + 0.8);
      a[i] += gramsA * swing;
      b[i] += gramsB * swing;
    }
  }

  /** A hand lies on the shelf or lifts it, rising and falling as half a sine, flat on top. */
  void press(long fromMs, long toMs, double grams, double placeMm) {
    int first = step(fromMs);
    int last = Math.min(step(toMs), a.length);
    for (int i = first; i < last; i++) {
      double share = Math.min(1, 1.6 * Math.sin(Math.PI * (i - first + 0.5) / (last - first)));
      a[i] += grams * share * (1 - placeMm / lengthMm);
      b[i] += grams * share * placeMm / lengthMm;
    }
  }

  private int step(long ms) {
    return (int) Math.max(0, Math.min(a.length, ms / STEP_MS));
  }
}
