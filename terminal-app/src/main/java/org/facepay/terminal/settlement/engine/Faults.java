package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What shows that a cell is out of order whatever was taken: it stands still while the other one of
 * its shelf does not, it drifts all the time, or it falls silent. Such a session is looked at by
 * somebody; what else a cell may do, it does to the probabilities. Drift is the mean slope over a
 * second without the outliers by the fences of the quartiles (Tukey, "Exploratory Data Analysis",
 * 1977, 2C): what is taken and put down is outside of them.
 */
final class Faults {
  private static final int STUCK_SAMPLES = 30;
  private static final long SILENT_MS = 4000;
  private static final int SECOND = 10;
  private static final double DRIFT_GRAMS = 0.35;
  private static final int FEWEST_SAMPLES = 45;

  private Faults() {}

  /** The shelves that have one, as places in the planogram. */
  static List<Integer> of(Trace trace) {
    List<Integer> shelves = new ArrayList<>();
    for (int s = 0; s < trace.shelves().size(); s++) {
      Trace.Readings r = trace.shelves().get(s);
      if (silent(trace, r)
          || stuck(r.a(), r.b())
          || stuck(r.b(), r.a())
          || drifts(r.a())
          || drifts(r.b())) {
        shelves.add(s);
      }
    }
    return shelves;
  }

  private static boolean silent(Trace trace, Trace.Readings readings) {
    long last = trace.openMs();
    for (long ms : readings.atMs()) {
      if (ms - last > SILENT_MS) {
        return true;
      }
      last = Math.max(last, ms);
    }
    return trace.closedMs() - last > SILENT_MS;
  }

  /** Whether a cell repeats one value while the other varies from sample to sample. */
  private static boolean stuck(double[] cell, double[] other) {
    int from = 0;
    for (int i = 1; i <= cell.length; i++) {
      if (i == cell.length || cell[i] != cell[from]) {
        if (i - from >= STUCK_SAMPLES && varies(other, from, i)) {
          return true;
        }
        from = i;
      }
    }
    return false;
  }

  private static boolean varies(double[] values, int from, int to) {
    int changes = 0;
    for (int i = from + 1; i < to; i++) {
      changes += values[i] != values[i - 1] ? 1 : 0;
    }
    return 2 * changes > to - from;
  }

  private static boolean drifts(double[] values) {
    int n = values.length - SECOND;
    if (n < FEWEST_SAMPLES) {
      return false;
    }
    double[] slopes = new double[n];
    for (int i = 0; i < n; i++) {
      slopes[i] = values[i + SECOND] - values[i];
    }
    Arrays.sort(slopes);
    double low = slopes[n / 4];
    double high = slopes[3 * n / 4];
    double reach = 1.5 * (high - low);
    double[] usual =
        Arrays.stream(slopes).filter(g -> g >= low - reach && g <= high + reach).toArray();
    double mean = Arrays.stream(usual).average().orElse(0);
    double error = 1.5 * (high - low) / Math.sqrt((double) n / SECOND);
    return Math.abs(mean) > DRIFT_GRAMS + error;
  }
}
