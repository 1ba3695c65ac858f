package org.facepay.vision.bench;

import java.util.random.RandomGenerator;
import org.facepay.vision.gallery.Gallery;

/** Made-up templates: directions that are all equally likely. */
public final class Vectors {
  public static final int DIMENSION = 512;

  private Vectors() {}

  /** A random direction. */
  public static float[] template(RandomGenerator random) {
    float[] t = new float[DIMENSION];
    double sum = 0;
    for (int i = 0; i < DIMENSION; i++) {
      t[i] = (float) random.nextGaussian();
      sum += t[i] * t[i];
    }
    float scale = (float) (1 / Math.sqrt(sum));
    for (int i = 0; i < DIMENSION; i++) {
      t[i] *= scale;
    }
    return t;
  }

  /** Another picture of the same person: at the given cosine, give or take 0.05. */
  public static float[] near(float[] template, double cosine, RandomGenerator random) {
    float[] t = template(random);
    float aside = (float) Math.sqrt(1 - cosine * cosine);
    for (int i = 0; i < DIMENSION; i++) {
      t[i] = (float) cosine * template[i] + aside * t[i];
    }
    return t;
  }

  static void fill(Gallery gallery, int members, RandomGenerator random) {
    for (int i = 0; i < members; i++) {
      gallery.add("m" + i, template(random));
    }
  }
}
