package org.facepay.vision.gallery;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.facepay.vision.bench.Vectors;

/**
 * Opens the gallery to the bench: its size, its yardstick, and how often it finds the true best.
 */
public final class GalleryFigures {
  /** Right answers among queries. */
  public record Recall(long queries, long found) {}

  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int TOGETHER = 4;

  private final Gallery gallery = new Gallery(Vectors.DIMENSION);
  private final float[] rows;

  /** A gallery of members m0, m1, … and a second copy of the vectors to check it by. */
  public GalleryFigures(int members) {
    SplittableRandom random = new SplittableRandom(1);
    rows = new float[members * Vectors.DIMENSION];
    for (int i = 0; i < members; i++) {
      float[] t = Vectors.template(random);
      System.arraycopy(t, 0, rows, i * Vectors.DIMENSION, Vectors.DIMENSION);
      gallery.add("m" + i, t);
    }
  }

  public Gallery gallery() {
    return gallery;
  }

  /** Reads every float once, from the front to the back or as four streams. */
  public float readOnce(boolean streams) {
    return gallery.readOnce(streams);
  }

  /** Bytes of a gallery's arrays. */
  public static long bytes(Gallery gallery) {
    return gallery.bytes();
  }

  /**
   * Queries of members, cosine 0.4 to 0.8. Nobody else comes near: two random directions of 512
   * dimensions are never at 0.3, so the member is the true best.
   */
  public Recall mated(long nanos) {
    return recall(
        nanos,
        (random, found) -> {
          int member = random.nextInt(rows.length / Vectors.DIMENSION);
          double cosine = random.nextDouble(.45, .75);
          float[] query = Vectors.near(row(member), cosine, random);
          found.add(best(query).equals("m" + member) ? 1 : 0);
          return 1;
        });
  }

  /** Queries of strangers: the best of 100,000 equally unlikely ones, checked by reading all. */
  public Recall unmated(long nanos) {
    return recall(
        nanos,
        (random, found) -> {
          float[][] queries = new float[TOGETHER][];
          for (int i = 0; i < TOGETHER; i++) {
            queries[i] = Vectors.template(random);
          }
          int[] truth = truth(queries);
          for (int i = 0; i < TOGETHER; i++) {
            found.add(best(queries[i]).equals("m" + truth[i]) ? 1 : 0);
          }
          return TOGETHER;
        });
  }

  private interface Trial {
    int run(SplittableRandom random, LongAdder found);
  }

  private static Recall recall(long nanos, Trial trial) {
    LongAdder queries = new LongAdder();
    LongAdder found = new LongAdder();
    long end = System.nanoTime() + nanos;
    Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
    for (int t = 0; t < threads.length; t++) {
      SplittableRandom random = new SplittableRandom(100 + t);
      threads[t] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      queries.add(trial.run(random, found));
                    }
                  });
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return new Recall(queries.sum(), found.sum());
  }

  private String best(float[] query) {
    return gallery.searchCompressed(query, 1).getFirst().member();
  }

  private float[] row(int member) {
    float[] t = new float[Vectors.DIMENSION];
    System.arraycopy(rows, member * Vectors.DIMENSION, t, 0, Vectors.DIMENSION);
    return t;
  }

  /** The true best of four queries at a time: every row is read once for all of them. */
  private int[] truth(float[][] queries) {
    int[] at = new int[TOGETHER];
    float[] best = {-9, -9, -9, -9};
    float[] now = new float[TOGETHER];
    for (int r = 0; r < rows.length / Vectors.DIMENSION; r++) {
      four(queries[0], queries[1], queries[2], queries[3], rows, r * Vectors.DIMENSION, now);
      for (int i = 0; i < TOGETHER; i++) {
        if (now[i] > best[i]) {
          best[i] = now[i];
          at[i] = r;
        }
      }
    }
    return at;
  }

  private static void four(
      float[] q, float[] r, float[] s, float[] t, float[] rows, int at, float[] out) {
    FloatVector a = FloatVector.zero(F);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    for (int i = 0; i < q.length; i += F.length()) {
      FloatVector row = FloatVector.fromArray(F, rows, at + i);
      a = FloatVector.fromArray(F, q, i).fma(row, a);
      b = FloatVector.fromArray(F, r, i).fma(row, b);
      c = FloatVector.fromArray(F, s, i).fma(row, c);
      d = FloatVector.fromArray(F, t, i).fma(row, d);
    }
    out[0] = a.reduceLanes(VectorOperators.ADD);
    out[1] = b.reduceLanes(VectorOperators.ADD);
    out[2] = c.reduceLanes(VectorOperators.ADD);
    out[3] = d.reduceLanes(VectorOperators.ADD);
  }
}
