package org.facepay.terminal.settlement.engine;

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
  }
}
