package org.facepay.vision.gallery;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The templates of one store's members in memory, for one-to-many search. A search never waits: it
 * reads what is there, while members come and go. A removed template is overwritten before {@link
 * #remove} returns.
 *
 * <p>Two searches: {@link #search} reads every float; {@link #searchCompressed} reads bytes first
 * and scores only the best rows exactly, several times faster.
 */
public final class Gallery {
  private static final int BLOCK_ROWS = 4_096;

  /** Rows of the compressed pass that are scored exactly. */
  private static final int SHORTLIST = 64;

  private static final VarHandle MEMBER = MethodHandles.arrayElementVarHandle(String[].class);

  /** Some rows; written only by the thread that holds the lock, read by everybody. */
  private static final class Block {
    final float[] rows;
    final byte[] coarse;
    final MemorySegment coarseSegment;
    final String[] members = new String[BLOCK_ROWS];

    Block(int width) {
      rows = new float[BLOCK_ROWS * width];
      coarse = new byte[BLOCK_ROWS * width];
      coarseSegment = MemorySegment.ofArray(coarse);
    }
  }

  private record Rows(List<Block> blocks, int used) {}

  private final int dimension;
  private final int width;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, List<Integer>> byMember = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private volatile Rows rows = new Rows(List.of(), 0);

  /**
   * @param dimension floats of a template, e.g. 512
   */
  public Gallery(int dimension) {
    this.dimension = dimension;
    this.width = (dimension + Dots.LANES - 1) / Dots.LANES * Dots.LANES;
  }

  /** Members with at least one template. */
  public int size() {
    lock.lock();
    try {
      return byMember.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds a template of a member; a member may have several.
   *
   * @param template of length 1 (Euclidean); copied
   */
  public void add(String member, float[] template) {
    requireTemplate(template);
    lock.lock();
    try {
      int row = free.isEmpty() ? grow() : free.pop();
      Block block = rows.blocks().get(row / BLOCK_ROWS);
      int at = row % BLOCK_ROWS * width;
      for (int i = 0; i < dimension; i++) {
        block.rows[at + i] = template[i];
        block.coarse[at + i] = coarse(template[i]);
      }
      MEMBER.setRelease(block.members, row % BLOCK_ROWS, member);
      byMember.computeIfAbsent(member, m -> new ArrayList<>()).add(row);
      rows = new Rows(rows.blocks(), Math.max(rows.used(), row + 1));
    } finally {
      lock.unlock();
    }
  }

  /** Takes a member out and overwrites the templates; false when there was none. */
  public boolean remove(String member) {
    lock.lock();
    try {
      List<Integer> found = byMember.remove(member);
      if (found == null) {
        return false;
      }
      for (int row : found) {
        Block block = rows.blocks().get(row / BLOCK_ROWS);
        MEMBER.setRelease(block.members, row % BLOCK_ROWS, null);
        int at = row % BLOCK_ROWS * width;
        Arrays.fill(block.rows, at, at + width, 0);
        Arrays.fill(block.coarse, at, at + width, (byte) 0);
        free.push(row);
      }
      rows = new Rows(rows.blocks(), rows.used());
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The most similar members, best first, each once. */
  public List<Candidate> search(float[] template, int most) {
    float[] query = padded(template);
    Rows now = rows;
    Best best = new Best(most + 8);
    for (int b = 0; b * BLOCK_ROWS < now.used(); b++) {
      float[] block = now.blocks().get(b).rows;
      int end = Math.min(BLOCK_ROWS, now.used() - b * BLOCK_ROWS);
      for (int r = 0; r < end; r++) {
        best.offer(b * BLOCK_ROWS + r, Dots.exact(query, block, r * width));
      }
    }
    return candidates(best, now, most);
  }

  /** As {@link #search}, by a compressed pass first. */
  public List<Candidate> searchCompressed(float[] template, int most) {
    float[] query = padded(template);
    short[] small = new short[width];
    for (int i = 0; i < width; i++) {
      small[i] = coarse(query[i]);
    }
    Rows now = rows;
    Best shortlist = new Best(SHORTLIST + most);
    for (int b = 0; b * BLOCK_ROWS < now.used(); b++) {
      MemorySegment block = now.blocks().get(b).coarseSegment;
      int end = Math.min(BLOCK_ROWS, now.used() - b * BLOCK_ROWS);
      for (int r = 0; r < end; r++) {
        shortlist.offer(b * BLOCK_ROWS + r, Dots.coarse(small, block, (long) r * width));
      }
    }
    Best best = new Best(most + 8);
    for (int i = 0; i < shortlist.size; i++) {
      int row = shortlist.row[i];
      best.offer(
          row,
          Dots.exact(query, now.blocks().get(row / BLOCK_ROWS).rows, row % BLOCK_ROWS * width));
    }
    return candidates(best, now, most);
  }

  /** Reads every float once; what the exact search is measured against. */
  float readOnce() {
    Rows now = rows;
    float sum = 0;
    for (int b = 0; b * BLOCK_ROWS < now.used(); b++) {
      int end = Math.min(BLOCK_ROWS, now.used() - b * BLOCK_ROWS);
      sum += Dots.readOnce(now.blocks().get(b).rows, 0, end * width);
    }
    return sum;
  }

  /** The best rows so far, best first. */
  private static final class Best {
    final int[] row;
    final float[] score;
    int size;

    Best(int capacity) {
      row = new int[capacity];
      score = new float[capacity];
    }

    void offer(int r, float s) {
      if (size == row.length && s <= score[size - 1]) {
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

  private List<Candidate> candidates(Best best, Rows now, int most) {
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < best.size && found.size() < most; i++) {
      int row = best.row[i];
      String member =
          (String) MEMBER.getAcquire(now.blocks().get(row / BLOCK_ROWS).members, row % BLOCK_ROWS);
      if (member != null && found.stream().noneMatch(c -> c.member().equals(member))) {
        found.add(new Candidate(member, best.score[i]));
      }
    }
    return found;
  }

  private int grow() {
    Rows now = rows;
    if (now.used() == now.blocks().size() * BLOCK_ROWS) {
      List<Block> more = new ArrayList<>(now.blocks());
      more.add(new Block(width));
      rows = new Rows(List.copyOf(more), now.used());
    }
    return now.used();
  }

  private float[] padded(float[] template) {
    requireTemplate(template);
    return Arrays.copyOf(template, width);
  }

  private void requireTemplate(float[] template) {
    if (template.length != dimension) {
      throw new IllegalArgumentException(
          "a template has " + dimension + " floats here, not " + template.length);
    }
  }

  /**
   * Components of a unit vector of 512 are about 0.044 large; what lies beyond 0.2 is cut, which
   * costs the rare row that has it a little of its coarse score only.
   */
  private byte coarse(float component) {
    float full = 4.5f / (float) Math.sqrt(dimension);
    return (byte) Math.round(Math.clamp(component / full, -1f, 1f) * Dots.COARSE);
  }
}
