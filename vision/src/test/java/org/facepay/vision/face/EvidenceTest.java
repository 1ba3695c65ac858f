package org.facepay.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final EvidencePolicy POLICY = EvidencePolicy.standard();

  private static Evidence frames(int n, String who, float similarity, float margin, float live) {
    Evidence e = Evidence.none(POLICY);
    for (int i = 0; i < n; i++) {
      e = e.plus(new Evidence.Sample(1, Optional.of(who), similarity, margin, live));
    }
    return e;
  }

  @Test
  void nothingIsDecidedOnOneFrame() {
    assertInstanceOf(Verdict.Undecided.class, frames(1, "m1", 0.9f, 0.5f, 0.99f).verdict());
  }

  @Test
  void aLiveMemberIsRecognised() {
    Verdict v = frames(3, "m1", 0.7f, 0.5f, 0.99f).verdict();
    Verdict.Recognised r = assertInstanceOf(Verdict.Recognised.class, v);
    assertEquals("m1", r.candidate());
    assertEquals(0.7f, r.similarity(), 1e-6);
    assertTrue(r.liveness() > 0.9f);
  }

  @Test
  void aThinMarginAsksForASecondFactor() {
    Verdict v = frames(3, "m1", 0.7f, 0.01f, 0.99f).verdict();
    assertTrue(assertInstanceOf(Verdict.Recognised.class, v).thin());
  }

  @Test
  void aPrintIsAnAttackHoweverAlike() {
    assertInstanceOf(Verdict.Attack.class, frames(8, "m1", 0.95f, 0.6f, 0.002f).verdict());
  }

  @Test
  void oneLuckyFrameDoesNotSaveAPrint() {
    Evidence e = frames(5, "m1", 0.9f, 0.5f, 0.002f);
    e = e.plus(new Evidence.Sample(1, Optional.of("m1"), 0.9f, 0.5f, 1f));
    assertInstanceOf(Verdict.Attack.class, e.verdict());
  }

  @Test
  void inBetweenAChallengeIsWanted() {
    assertInstanceOf(Verdict.ChallengeNeeded.class, frames(4, "m1", 0.8f, 0.5f, 0.12f).verdict());
  }

  @Test
  void anotherTrackStartsAfresh() {
    Evidence e = frames(6, "m1", 0.8f, 0.5f, 0.99f);
    e = e.plus(new Evidence.Sample(2, Optional.of("m1"), 0.8f, 0.5f, 0.99f));
    assertEquals(1, e.samples().size());
    assertInstanceOf(Verdict.Undecided.class, e.verdict());
  }

  @Test
  void candidatesThatTakeTurnsAreNobody() {
    Evidence e = Evidence.none(POLICY);
    for (int i = 0; i < POLICY.mostFrames(); i++) {
      e = e.plus(new Evidence.Sample(1, Optional.of("m" + i % 2), 0.6f, 0.2f, 0.99f));
    }
    assertInstanceOf(Verdict.Unknown.class, e.verdict());
  }

  @Test
  void aStrangerBecomesUnknownInBoundedTime() {
    assertInstanceOf(Verdict.Undecided.class, frames(5, "m1", 0.2f, 0.1f, 0.99f).verdict());
    assertInstanceOf(
        Verdict.Unknown.class, frames(POLICY.mostFrames(), "m1", 0.2f, 0.1f, 0.99f).verdict());
  }

  @Test
  void anyWalkStaysBoundedAndNeverRecognisesAPrint() {
    Random random = new Random(7);
    Evidence e = Evidence.none(POLICY);
    for (int i = 0; i < 5_000; i++) {
      long track = random.nextInt(40) == 0 ? i : e.track();
      Optional<String> who =
          random.nextInt(4) == 0 ? Optional.empty() : Optional.of("m" + random.nextInt(2));
      e =
          e.plus(
              new Evidence.Sample(
                  track, who, random.nextFloat(), random.nextFloat(), 0.02f * random.nextFloat()));
      assertTrue(e.samples().size() <= POLICY.window());
      assertTrue(!(e.verdict() instanceof Verdict.Recognised));
    }
  }

  @Test
  void aPolicyThatNeverDecidesIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new EvidencePolicy(5, 10, 3, 0.5f, 0.1f, 0.4f, 0.1f));
  }
}
