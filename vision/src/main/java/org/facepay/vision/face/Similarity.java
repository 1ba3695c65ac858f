package org.facepay.vision.face;

import java.util.List;

/**
 * Compares templates; pure. The main networks' similarity is the cosine, -1..1. Between {@code low}
 * and {@code high} it is uncertain, and the second network's distance is mixed in.
 *
 * @param low from here on a second opinion is worth its time
 * @param high up to here
 * @param weight how much a unit of the second network's distance below {@code middle} adds
 * @param middle distance that says nothing either way
 * @param same similarity from which two faces are called the same person
 */
public record Similarity(float low, float high, float weight, float middle, float same) {

  /** Values measured for the bundled networks; see MODELS.md. */
  public static Similarity standard() {
    return new Similarity(0.08f, 0.48f, 1f, 0.6f, 0.3f);
  }

  /** Whether the second network should be asked. */
  public boolean uncertain(float cosine) {
    return cosine >= low && cosine < high;
  }

  /**
   * The fused similarity: the cosine itself outside the uncertain band.
   *
   * @param cosine of the main templates
   * @param secondDistance Euclidean distance of the second network's templates
   */
  public float fused(float cosine, float secondDistance) {
    return uncertain(cosine) ? cosine + weight * (middle - secondDistance) : cosine;
  }

  /** Cosine of two normalised templates. */
  public static float cosine(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("templates of " + a.length + " and " + b.length);
    }
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Euclidean distance. */
  public static float distance(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("templates of " + a.length + " and " + b.length);
    }
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return (float) Math.sqrt(sum);
  }

  /** What several normalised templates of one face have in common, normalised. */
  public static float[] mean(List<float[]> templates) {
    float[] sum = new float[templates.getFirst().length];
    for (float[] template : templates) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += template[i];
      }
    }
    return normalised(sum);
  }

  /** Scales to length one; zero stays zero. */
  static float[] normalised(float[] v) {
    double sum = 0;
    for (float x : v) {
      sum += x * (double) x;
    }
    float scale = sum > 0 ? (float) (1 / Math.sqrt(sum)) : 0;
    float[] out = new float[v.length];
    for (int i = 0; i < v.length; i++) {
      out[i] = v[i] * scale;
    }
    return out;
  }
}
