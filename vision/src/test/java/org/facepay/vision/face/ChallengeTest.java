package org.facepay.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.facepay.tags.NeedsNatives;
import org.facepay.vision.face.Challenge.Kind;
import org.facepay.vision.face.Challenge.Phase;
import org.junit.jupiter.api.Test;

@NeedsNatives
class ChallengeTest {
  private static final Instant START = Instant.EPOCH.plusSeconds(1000);
  private static final Quality NEUTRAL = TestPictures.quality(0, 0.95f);
  private static final Quality CLOSED = TestPictures.quality(0, 0.05f);

  private static Challenge ask(Kind kind) {
    return Challenge.of(kind, 1, START, Duration.ofSeconds(5));
  }

  private static Phase after(Kind kind, Quality... frames) {
    Challenge c = ask(kind);
    for (int i = 0; i < frames.length; i++) {
      c = c.step(1, frames[i], START.plusMillis(80L * i));
    }
    return c.phase();
  }

  @Test
  void aBlinkPasses() {
    assertEquals(Phase.PASSED, after(Kind.BLINK, NEUTRAL, CLOSED, NEUTRAL));
  }

  @Test
  void closedEyesAloneAreNoBlink() {
    assertEquals(Phase.NEUTRAL, after(Kind.BLINK, CLOSED, CLOSED, CLOSED));
    assertEquals(Phase.BACK, after(Kind.BLINK, NEUTRAL, CLOSED, CLOSED));
  }

  @Test
  void eyesThatStayShutTooLongStartOver() {
    Challenge c = ask(Kind.BLINK).step(1, NEUTRAL, START).step(1, CLOSED, START.plusMillis(80));
    assertEquals(Phase.NEUTRAL, c.step(1, NEUTRAL, START.plusMillis(2000)).phase());
  }

  @Test
  void aTurnPassesOnlyToTheAskedSide() {
    Quality left = TestPictures.quality(25, 0.9f);
    Quality right = TestPictures.quality(-25, 0.9f);
    assertEquals(Phase.PASSED, after(Kind.TURN_LEFT, NEUTRAL, left, NEUTRAL));
    assertEquals(Phase.MOVE, after(Kind.TURN_LEFT, NEUTRAL, right, NEUTRAL));
    assertEquals(Phase.PASSED, after(Kind.TURN_RIGHT, NEUTRAL, right, NEUTRAL));
  }

  @Test
  void aStillPictureNeverPasses() {
    for (Kind kind : Kind.values()) {
      Challenge c = ask(kind);
      for (int i = 0; i < 100; i++) {
        c = c.step(1, NEUTRAL, START.plusMillis(80L * i));
      }
      assertEquals(Phase.FAILED, c.phase());
    }
  }

  @Test
  void anotherFaceOrNoneFails() {
    assertEquals(Phase.FAILED, ask(Kind.BLINK).step(2, NEUTRAL, START).phase());
    assertEquals(Phase.FAILED, ask(Kind.BLINK).interrupted().phase());
  }

  @Test
  void overIsOver() {
    Challenge passed =
        ask(Kind.BLINK)
            .step(1, NEUTRAL, START)
            .step(1, CLOSED, START.plusMillis(80))
            .step(1, NEUTRAL, START.plusMillis(160));
    assertEquals(passed, passed.step(9, CLOSED, START.plusSeconds(60)));
    assertEquals(passed, passed.interrupted());
  }

  @Test
  void eyesThatReadAsClosedAreNotAskedToBlink() {
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      Challenge c = Challenge.random(random, 1, CLOSED, START, Duration.ofSeconds(5));
      assertNotEquals(Kind.BLINK, c.kind());
    }
  }
}
