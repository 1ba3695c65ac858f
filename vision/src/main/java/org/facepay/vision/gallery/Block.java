package org.facepay.vision.gallery;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some templates in memory, as floats and as four-bit numbers in the order {@link Dots} wants them.
 * Written by one thread at a time and read by any number meanwhile: a row counts from the moment it
 * has a member, and who has read one asks for its member again afterwards.
 */
final class Block {
  static final int ROWS = 1_024;

  private static final int QUARTER = ROWS / 4;
  private static final VarHandle MEMBER = MethodHandles.arrayElementVarHandle(String[].class);

  private final int width;
  private final float[] rows;
  private final short[] levels;
  private final @Nullable String[] members = new String[ROWS];

  Block(int width) {
    this.width = width;
    rows = new float[ROWS * width];
    levels = new short[ROWS * width / 4];
  }

  void put(int row, String member, float[] template) {
    System.arraycopy(template, 0, rows, row * width, template.length);
    byte[] small = CoarseQuery.levels(template);
    for (int i = 0; i < small.length; i++) {
      levels[levelsAt(row, i)] |= (short) (small[i] << (4 * (i % 4)));
    }
    Arrays.fill(small, (byte) 0);
    MEMBER.setRelease(members, row, member);
  }

  void wipe(int row) {
    MEMBER.setRelease(members, row, null);
    VarHandle.fullFence();
    Arrays.fill(rows, row * width, (row + 1) * width, 0);
    for (int i = 0; i < width; i += 4) {
      levels[levelsAt(row, i)] = 0;
    }
  }

  private int levelsAt(int row, int component) {
    int group = row / Dots.GROUP * (width / 4);
    return (group + component / 4) * Dots.GROUP + row % Dots.GROUP;
  }

  @Nullable String member(int row) {
    return (String) MEMBER.getAcquire(members, row);
  }

  /** Offers every row; a row's number there is {@code first} plus its number here. */
  void exact(float[] query, int first, Best best) {
    float[] found = new float[4];
    for (int r = 0; r < QUARTER; r++) {
      Dots.exact4(query, rows, r * width, QUARTER * width, found);
      for (int k = 0; k < 4; k++) {
        int row = r + k * QUARTER;
        if (found[k] > best.worst() && member(row) != null) {
          best.offer(first + row, found[k]);
        }
      }
    }
  }

  /** The same by the four-bit numbers; the scores are good for comparing only. */
  void coarse(CoarseQuery query, int first, Best best) {
    short[] found = new short[Dots.GROUP];
    for (int r = 0; r < ROWS; r += Dots.GROUP) {
      short worst = (short) Math.max(best.worst(), Short.MIN_VALUE);
      if (Dots.coarse(query.wide, levels, r / 4 * width, query.start, worst, found)) {
        for (int k = 0; k < Dots.GROUP; k++) {
          if (found[k] > best.worst() && member(r + k) != null) {
            best.offer(first + r + k, found[k]);
          }
        }
      }
    }
  }

  /** One row exactly, and whose it was all the while; null when it changed hands or is empty. */
  @Nullable Candidate candidate(float[] query, int row) {
    String before = member(row);
    float similarity = Dots.exact(query, rows, row * width);
    VarHandle.loadLoadFence();
    String after = member(row);
    return before == null || !before.equals(after) ? null : new Candidate(before, similarity);
  }

  float readOnce(boolean streams) {
    return streams ? Dots.readOnceInStreams(rows) : Dots.readOnce(rows);
  }

  /** Bytes of its arrays. */
  long bytes() {
    return 4L * rows.length + 2L * levels.length + 4L * members.length;
  }
}
