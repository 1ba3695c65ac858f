package org.facepay.terminal.container.settle;

import java.util.List;

/**
 * What the cells and the door said in one session.
 *
 * @param openMs when the door opened, since the start of the recording
 * @param closedMs when it was closed
 * @param shelves in the order of the planogram
 */
public record Trace(long openMs, long closedMs, List<Readings> shelves) {
  public Trace {
    shelves = List.copyOf(shelves);
  }

  /** The same run backwards: what was put in is taken out. */
  public Trace reversed() {
    long end = closedMs;
    for (Readings r : shelves) {
      end = r.atMs.length == 0 ? end : Math.max(end, r.atMs[r.atMs.length - 1]);
    }
    long last = end;
    return new Trace(
        last - closedMs, last - openMs, shelves.stream().map(r -> r.reversed(last)).toList());
  }

  /**
   * The samples of one shelf, three arrays of one length.
   *
   * @param atMs not falling
   * @param a grams over the left cell, not tared
   * @param b grams over the right cell
   */
  public record Readings(long[] atMs, double[] a, double[] b) {
    public Readings {
      if (atMs.length != a.length || atMs.length != b.length) {
        throw new IllegalArgumentException("readings of different lengths");
      }
    }

    private Readings reversed(long endMs) {
      int n = atMs.length;
      long[] at = new long[n];
      double[] left = new double[n];
      double[] right = new double[n];
      for (int i = 0; i < n; i++) {
        at[i] = endMs - atMs[n - 1 - i];
        left[i] = a[n - 1 - i];
        right[i] = b[n - 1 - i];
      }
      return new Readings(at, left, right);
    }
  }
}
