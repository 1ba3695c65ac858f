package org.facepay.vision.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Missed members at a given rate of strangers. */
class OpenSetScoresTest {

  @Test
  void aThousandStrangersLetThreePass() {
    List<Float> strangers = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      strangers.add(i / 1000f);
    }
    OpenSetScores scores = new OpenSetScores(List.of(0.995f, 0.996f, 0.997f, 1f), strangers);
    assertEquals(0.5, scores.missed(0.003), "0.997, 0.998 and 0.999 pass, and nothing below");
    assertEquals(0.75, scores.missed(0), "one is more similar than every stranger");
    assertEquals(0, scores.missed(1));
  }

  @Test
  void aMemberForWhomAnotherCameFirstIsAlwaysMissed() {
    OpenSetScores scores = new OpenSetScores(List.of(OpenSetScores.NOBODY, 0.9f), List.of(0.1f));
    assertEquals(0.5, scores.missed(0.003));
    assertEquals(0.5, scores.missed(1));
    assertEquals(0, new OpenSetScores(List.of(), List.of()).missed(0.003));
  }

  @Test
  void aLargerGalleryNeedsAHigherBarAndTheTailFindsIt() {
    Random random = new Random(7);
    List<Float> strangers = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      strangers.add((float) (-0.05 * Math.log(random.nextDouble())));
    }
    // Of an exponential tail exp(-s / 0.05), the best of 25 passes 0.05 ln(25 / 0.003) by 0.003.
    double bar = 0.05 * Math.log(25 / 0.003);
    List<Float> members = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      members.add((float) (bar - 0.05 + i * 0.0001));
    }
    OpenSetScores scores = new OpenSetScores(members, strangers);
    assertEquals(0.5, scores.missed(0.003, 25), 0.25);
    assertTrue(scores.missed(0.003, 1) < scores.missed(0.003, 25));
    assertTrue(scores.missed(0.003, 25) < scores.missed(0.003, 250));
  }
}
