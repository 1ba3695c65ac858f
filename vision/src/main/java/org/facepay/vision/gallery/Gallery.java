package org.facepay.vision.gallery;

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
 * <p>Two searches: {@link #search} reads every float; {@link #searchCompressed} reads four bits a
 * component and scores only the best rows exactly, several times faster. 100,000 templates of 512
 * floats take 230 MB.
 */
public final class Gallery {
  /** Rows of either pass that are scored again, with a look at whose they are. */
  private static final int SHORTLIST = 64;

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
   * Adds a template of a member; a member may have several, up to some dozens.
   *
   * @param template of length 1 (Euclidean); copied
   */
  public void add(String member, float[] template) {
    requireTemplate(template);
    lock.lock();
    try {
      int row = free.isEmpty() ? grow() : free.pop();
      Rows now = rows;
      now.blocks().get(row / Block.ROWS).put(row % Block.ROWS, member, template);
      byMember.computeIfAbsent(member, m -> new ArrayList<>()).add(row);
      rows = new Rows(now.blocks(), Math.max(now.used(), row + 1));
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
        rows.blocks().get(row / Block.ROWS).wipe(row % Block.ROWS);
        free.push(row);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The most similar members, best first, each once. */
  public List<Candidate> search(float[] template, int most) {
    float[] query = padded(template);
    List<Block> blocks = rows.blocks();
    Best best = new Best(SHORTLIST + most);
    for (int b = 0; b < blocks.size(); b++) {
      blocks.get(b).exact(query, b * Block.ROWS, best);
    }
    return candidates(query, blocks, best, most);
  }

  /** As {@link #search}, by a compressed pass first. */
  public List<Candidate> searchCompressed(float[] template, int most) {
    float[] query = padded(template);
    CoarseQuery small = new CoarseQuery(query, dimension);
    List<Block> blocks = rows.blocks();
    Best best = new Best(SHORTLIST + most);
    for (int b = 0; b < blocks.size(); b++) {
      blocks.get(b).coarse(small, b * Block.ROWS, best);
    }
    small.wipe();
    return candidates(query, blocks, best, most);
  }

  private static List<Candidate> candidates(
      float[] query, List<Block> blocks, Best shortlist, int most) {
    Map<String, Candidate> found = new HashMap<>();
    for (int i = 0; i < shortlist.size(); i++) {
      int row = shortlist.row(i);
      Candidate c = blocks.get(row / Block.ROWS).candidate(query, row % Block.ROWS);
      if (c != null) {
        found.merge(c.member(), c, (x, y) -> x.similarity() >= y.similarity() ? x : y);
      }
    }
    Arrays.fill(query, 0);
    return found.values().stream()
        .sorted((x, y) -> Float.compare(y.similarity(), x.similarity()))
        .limit(most)
        .toList();
  }

  /**
   * Reads every float once; what the exact search is measured against.
   *
   * @param streams in the order of the exact search instead of from the front to the back
   */
  float readOnce(boolean streams) {
    float sum = 0;
    for (Block block : rows.blocks()) {
      sum += block.readOnce(streams);
    }
    return sum;
  }

  /** Bytes of the templates' arrays. */
  long bytes() {
    return rows.blocks().stream().mapToLong(Block::bytes).sum();
  }

  private int grow() {
    Rows now = rows;
    if (now.used() == now.blocks().size() * Block.ROWS) {
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
}
