package org.facepay.vision.gallery;

/** The best rows of a search so far, best first. */
final class Best {
  private final int[] row;
  private final float[] score;
  private int size;

  Best(int capacity) {
    row = new int[capacity];
    score = new float[capacity];
  }

  int size() {
    return size;
  }

  /** The n-th best row. */
  int row(int n) {
    return row[n];
  }

  /** A score has to be larger than this to be taken. */
  float worst() {
    return size < score.length ? Float.NEGATIVE_INFINITY : score[size - 1];
  }

  void offer(int r, float s) {
    if (s <= worst()) {
      return;
    }
    int i = size < row.length ? size++ : size - 1;
    for (; i > 0 && score[i - 1] < s; i--) {
      score[i] = score[i - 1];
      row[i] = row[i - 1];
    }
    score[i] = s;
    row[i] = r;
  }
}
