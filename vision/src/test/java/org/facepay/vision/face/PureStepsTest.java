package org.facepay.vision.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.Test;

/** The steps that are arithmetic only. */
@NeedsNatives
class PureStepsTest {
  private static final Box BOX = new Box(200, 150, 120, 150);

  @Test
  void aSimilarityIsFoundAgain() {
    double[] from = {0, 0, 10, 0, 5, 7, 2, 11, 8, 11};
    double cos = 1.5 * Math.cos(0.3);
    double sin = 1.5 * Math.sin(0.3);
    double[] to = new double[10];
    for (int i = 0; i < 5; i++) {
      to[2 * i] = cos * from[2 * i] - sin * from[2 * i + 1] + 4;
      to[2 * i + 1] = sin * from[2 * i] + cos * from[2 * i + 1] - 9;
    }
    assertArrayEquals(
        new double[] {cos, -sin, 4, sin, cos, -9}, FaceAligner.similarity(from, to), 1e-9);
  }

  @Test
  void fivePointsInOnePlaceDoNotDivideByZero() {
    for (double v : FaceAligner.similarity(new double[10], new double[10])) {
      assertTrue(Double.isFinite(v));
    }
  }

  @Test
  void ofOverlappingBoxesTheSurestStays() {
    Detection sure = new Detection(BOX, 0.9f);
    Detection same = new Detection(new Box(205, 152, 118, 150), 0.7f);
    Detection other = new Detection(new Box(500, 150, 100, 120), 0.8f);
    assertEquals(List.of(sure, other), FaceDetector.keepBest(List.of(same, other, sure)));
  }

  @Test
  void theNoseTellsTheTurn() {
    Pose ahead = Pose.of(TestPictures.face(0, 0));
    assertEquals(0, ahead.yaw(), 1);
    assertEquals(0, ahead.pitch(), 2);
    assertEquals(30, Pose.of(TestPictures.face(17.3, 0)).yaw(), 1);
    assertEquals(-30, Pose.of(TestPictures.face(-17.3, 0)).yaw(), 1);
    assertTrue(Pose.of(TestPictures.face(0, 15)).pitch() > 20);
    assertTrue(Pose.of(TestPictures.face(0, -15)).pitch() < -20);
  }

  @Test
  void mirroringTwiceIsTheSameFace() {
    Landmarks face = TestPictures.face(5, 3);
    Landmarks flipped = face.averagedWithMirrored(face, 260);
    // The mean of a face and its mirror image about x = 130 is symmetrical.
    assertEquals(130, flipped.x(30), 1e-3);
    assertEquals(260, flipped.five()[0] + flipped.five()[2], 1e-3);
  }

  @Test
  void adviceNamesWhatHidesTheRest() {
    QualityLimits limits = QualityLimits.standard();
    Pose ahead = new Pose(0, 0, 0);
    assertEquals(Optional.empty(), limits.advice(q(60, 20, 120, 50, ahead), BOX, 640, 480));
    assertEquals(Guidance.COME_CLOSER, advice(q(15, 20, 120, 50, ahead), BOX));
    assertEquals(Guidance.MOVE_BACK, advice(q(300, 20, 120, 50, ahead), BOX));
    assertEquals(
        Guidance.MOVE_TO_CENTRE, advice(q(60, 20, 120, 50, ahead), new Box(-60, 150, 120, 150)));
    assertEquals(Guidance.MORE_LIGHT, advice(q(60, 1, 10, 50, ahead), BOX));
    assertEquals(Guidance.LESS_LIGHT, advice(q(60, 20, 250, 50, ahead), BOX));
    assertEquals(Guidance.LOOK_HERE, advice(q(60, 20, 120, 50, new Pose(40, 0, 0)), BOX));
    assertEquals(Guidance.HOLD_STILL, advice(q(60, 1, 120, 50, ahead), BOX));
  }

  private static Guidance advice(Quality quality, Box box) {
    return QualityLimits.standard().advice(quality, box, 640, 480).orElseThrow();
  }

  private static Quality q(float eyes, float sharp, float bright, float contrast, Pose pose) {
    return new Quality(eyes, sharp, bright, contrast, pose, 1);
  }

  @Test
  void aTrackEndsWithAGapOrAJump() {
    Instant t = Instant.EPOCH.plusSeconds(100);
    FaceTracker one = FaceTracker.start().next(BOX, t);
    FaceTracker two = one.next(new Box(206, 150, 120, 150), t.plusMillis(100));
    assertEquals(one.track(), two.track());
    assertEquals(0.5, two.shake(), 0.01);
    assertEquals(2, two.next(BOX, t.plusSeconds(5)).track());
    assertEquals(2, two.next(new Box(10, 10, 120, 150), t.plusMillis(200)).track());
  }

  @Test
  void aBystanderIsNoRival() {
    Detection near = new Detection(BOX, 0.9f);
    Detection far = new Detection(new Box(10, 10, 40, 50), 0.99f);
    Detection beside = new Detection(new Box(400, 150, 110, 140), 0.8f);
    assertEquals(1, FaceTracker.rivals(List.of(near, far), BOX));
    assertEquals(2, FaceTracker.rivals(List.of(near, beside), BOX));
    assertEquals(Optional.of(near), FaceTracker.largest(List.of(far, near)));
  }

  @Test
  void theSecondOpinionOnlyCountsWhereTheFirstIsUnsure() {
    Similarity s = Similarity.standard();
    assertEquals(0.9f, s.fused(0.9f, 2));
    assertEquals(-0.1f, s.fused(-0.1f, 0));
    float middle = (s.low() + s.high()) / 2;
    assertTrue(s.fused(middle, 0.4f) > s.fused(middle, 0.8f));
    assertThrows(
        IllegalArgumentException.class, () -> Similarity.cosine(new float[2], new float[3]));
    assertFalse(Float.isNaN(Similarity.normalised(new float[4])[0]));
  }
}
