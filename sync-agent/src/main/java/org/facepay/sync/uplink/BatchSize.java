package org.facepay.sync.uplink;

/**
 * How many rows go into a batch: twice as many while full ones come back whole, half as many where
 * one is too much, until the row that is to blame is alone.
 */
final class BatchSize {
  private static final int FIRST_ROWS = 200;

  private final int limit;
  private int most;
  private int rows;

  /**
   * @param limit rows in the largest batch
   */
  BatchSize(int limit) {
    this.limit = limit;
    this.most = limit;
    this.rows = Math.min(FIRST_ROWS, limit);
  }

  /** Of the next batch. */
  int rows() {
    return rows;
  }

  /** A batch of so many rows came back whole. */
  void stored(int count) {
    if (count == rows) {
      rows = Math.min(most, rows * 2);
    }
  }

  /** A batch of so many rows, more than one, was too much. */
  void halve(int count) {
    most = count / 2;
    rows = most;
  }

  /** The row that was too much is out of the way. */
  void restart() {
    rows = Math.min(FIRST_ROWS, limit);
  }

  /** What was too much is not to be expected again. */
  void forgive() {
    most = limit;
  }
}
