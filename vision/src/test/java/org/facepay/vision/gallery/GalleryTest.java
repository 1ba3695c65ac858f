package org.facepay.vision.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** One-to-many search against a plain loop, and members who come and go meanwhile. */
class GalleryTest {
  private final RandomGenerator random = new SplittableRandom(5);

  static float[] template(RandomGenerator random, int dimension) {
    float[] t = new float[dimension];
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      t[i] = (float) random.nextGaussian();
      sum += (double) t[i] * t[i];
    }
    for (int i = 0; i < dimension; i++) {
      t[i] /= (float) Math.sqrt(sum);
    }
    return t;
  }

  /** Another picture of the same person. */
  static float[] near(float[] template, RandomGenerator random, double noise) {
    float[] t = template(random, template.length);
    double sum = 0;
    for (int i = 0; i < t.length; i++) {
      t[i] = (float) (template[i] + noise * t[i]);
      sum += (double) t[i] * t[i];
    }
    for (int i = 0; i < t.length; i++) {
      t[i] /= (float) Math.sqrt(sum);
    }
    return t;
  }

  private static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void findsWhatAPlainLoopFinds() {
    for (int dimension : new int[] {128, 500, 512}) {
      Gallery gallery = new Gallery(dimension);
      List<float[]> all = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        all.add(template(random, dimension));
        gallery.add("m" + i, all.get(i));
      }
      for (int q = 0; q < 50; q++) {
        float[] query = template(random, dimension);
        int best = 0;
        for (int i = 1; i < all.size(); i++) {
          best = dot(query, all.get(i)) > dot(query, all.get(best)) ? i : best;
        }
        Candidate found = gallery.search(query, 2).getFirst();
        assertEquals("m" + best, found.member());
        assertEquals(dot(query, all.get(best)), found.similarity(), 1e-5f);
      }
    }
  }

  @Test
  void theCompressedSearchFindsTheSameBest() {
    Gallery gallery = new Gallery(512);
    List<float[]> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(template(random, 512));
      gallery.add("m" + i, all.get(i));
    }
    int same = 0;
    int queries = 500;
    for (int q = 0; q < queries; q++) {
      // Half of them belong to a member, half to nobody: the best of those is the harder one to
      // find.
      float[] query = q % 2 == 0 ? near(all.get(q), random, 1.2) : template(random, 512);
      // Members, not scores: lanes are added up in another order once the method is compiled.
      Candidate exact = gallery.search(query, 1).getFirst();
      Candidate compressed = gallery.searchCompressed(query, 1).getFirst();
      same += exact.member().equals(compressed.member()) ? 1 : 0;
      assertEquals(exact.similarity(), compressed.similarity(), 1e-5f);
    }
    assertEquals(queries, same);
  }

  @Test
  void theCompressedSearchCopesWithLopsidedTemplates() {
    Gallery gallery = new Gallery(512);
    List<float[]> all = new ArrayList<>();
    for (int i = 0; i < 512; i++) {
      float[] t = new float[512];
      t[i] = i % 2 == 0 ? 1 : -1;
      all.add(i % 3 == 0 ? t : near(t, random, i % 7));
      gallery.add("m" + i, all.get(i));
    }
    for (int i = 0; i < 512; i++) {
      assertEquals("m" + i, gallery.searchCompressed(all.get(i), 1).getFirst().member());
    }
    gallery.add("nothing", new float[512]);
    assertEquals(3, gallery.searchCompressed(new float[512], 3).size());
  }

  @Test
  void aPlaceThatChangesHandsNeverGivesItsOldScoreToTheNewMember() throws Exception {
    Gallery gallery = new Gallery(512);
    float[] face = template(random, 512);
    float[] other = template(random, 512);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread changing =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((thread, e) -> failure.set(e))
            .start(
                () -> {
                  while (!stop.get()) {
                    gallery.add("wang", face);
                    gallery.remove("wang");
                    gallery.add("li", other);
                    gallery.remove("li");
                  }
                });
    for (int i = 0; i < 1_000; i++) {
      for (Candidate c : i % 2 == 0 ? gallery.search(face, 2) : gallery.searchCompressed(face, 2)) {
        assertTrue(c.member().equals("wang") || c.similarity() < .9f, c::toString);
      }
    }
    stop.set(true);
    changing.join();
    assertEquals(null, failure.get());
  }

  @Test
  void aMemberWithSeveralTemplatesIsOneCandidate() {
    Gallery gallery = new Gallery(512);
    float[] face = template(random, 512);
    gallery.add("wang", near(face, random, .3));
    gallery.add("wang", near(face, random, .3));
    gallery.add("li", template(random, 512));
    assertEquals(
        List.of("wang", "li"), gallery.search(face, 5).stream().map(Candidate::member).toList());
    assertEquals(2, gallery.size());
  }

  @Test
  void whoWithdrawsIsGoneAndThePlaceIsUsedAgain() {
    Gallery gallery = new Gallery(512);
    float[] face = template(random, 512);
    gallery.add("wang", face);
    gallery.add("li", template(random, 512));
    assertTrue(gallery.remove("wang"));
    assertFalse(gallery.remove("wang"));
    assertEquals(List.of("li"), gallery.search(face, 5).stream().map(Candidate::member).toList());
    assertEquals(
        List.of("li"), gallery.searchCompressed(face, 5).stream().map(Candidate::member).toList());
    gallery.add("zhao", face);
    assertEquals("zhao", gallery.search(face, 1).getFirst().member());
  }

  @Test
  void searchesGoOnWhileMembersComeAndGo() throws Exception {
    Gallery gallery = new Gallery(512);
    float[] face = template(random, 512);
    gallery.add("stays", face);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread searching =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((thread, e) -> failure.set(e))
            .start(
                () -> {
                  while (!stop.get()) {
                    assertEquals("stays", gallery.search(face, 1).getFirst().member());
                    assertEquals("stays", gallery.searchCompressed(face, 1).getFirst().member());
                  }
                });
    for (int i = 0; i < 10_000; i++) {
      gallery.add("m" + i, template(random, 512));
      if (i % 2 == 1) {
        gallery.remove("m" + (i - 1));
      }
    }
    stop.set(true);
    searching.join();
    assertEquals(null, failure.get());
    assertEquals(5_001, gallery.size());
  }

  @Test
  void refusesTemplatesOfAnotherLength() {
    assertThrows(IllegalArgumentException.class, () -> new Gallery(512).add("x", new float[128]));
    assertTrue(new Gallery(512).search(template(random, 512), 3).isEmpty());
  }

  @Test
  void theOpenSetRuleKnowsStrangersAndTwins() {
    Identity.OpenSet rule = new Identity.OpenSet(.4f, .08f);
    assertInstanceOf(Identity.Unknown.class, rule.decide(List.of()));
    assertInstanceOf(Identity.Unknown.class, rule.decide(List.of(new Candidate("a", .39f))));
    assertInstanceOf(
        Identity.Known.class,
        rule.decide(List.of(new Candidate("a", .6f), new Candidate("b", .3f))));
    assertInstanceOf(
        Identity.Thin.class,
        rule.decide(List.of(new Candidate("a", .6f), new Candidate("b", .55f))));
  }
}
