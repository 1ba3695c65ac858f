package org.facepay.terminal.container.settle;

import java.util.ArrayList;
import java.util.List;

/**
 * What shows that a cell is out of order whatever was taken: it stands still while the other one of
 * its shelf moves, or it falls silent. Such a session is looked at by somebody; what else a cell
 * may do, it does to the probabilities.
 */
final class Faults {
  private static final int STUCK_SAMPLES = 25;
  private static final double MOVED_GRAMS = 15;
  private static final long SILENT_MS = 4000;

  private Faults() {}

  /** The shelves that have one, as places in the planogram. */
  static List<Integer> of(Trace trace) {
    List<Integer> shelves = new ArrayList<>();
    for (int s = 0; s < trace.shelves().size(); s++) {
      Trace.Readings r = trace.shelves().get(s);
      if (silent(trace, r) || stuck(r.a(), r.b()) || stuck(r.b(), r.a())) {
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

  /** Whether a cell repeats one value while the other comes to rest somewhere else. */
  private static boolean stuck(double[] cell, double[] other) {
    int from = 0;
    for (int i = 1; i <= cell.length; i++) {
      if (i == cell.length || cell[i] != cell[from]) {
        if (i - from >= STUCK_SAMPLES && moved(other, from, i)) {
          return true;
        }
        from = i;
      }
    }
    return false;
  }

  /** Whether more than a quarter of the samples lies far from the first, but not all. */
  private static boolean moved(double[] values, int from, int to) {
    int far = 0;
    for (int i = from; i < to; i++) {
      far += Math.abs(values[i] - values[from]) > MOVED_GRAMS ? 1 : 0;
    }
    return 4 * far > to - from && far < to - from - 2;
  }
}
