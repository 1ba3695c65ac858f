package org.facepay.vision.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerificationTest {

  private static Verification.Score score(double value, boolean same, int fold) {
    return new Verification.Score((float) value, same, fold);
  }

  @Test
  void separatedScoresAreAllRight() {
    List<Verification.Score> scores = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      scores.add(score(i % 2 == 0 ? 0.8 : 0.1, i % 2 == 0, i / 10));
    }
    assertEquals(1, Verification.accuracy(scores, 4).mean());
    assertEquals(0, Verification.accuracy(scores, 4).deviation());
    assertEquals(1, Verification.trueAcceptRate(scores, 1e-3));
    assertEquals(0.45, Verification.bestThreshold(scores), 1e-6);
  }

  @Test
  void scoresThatSayNothingAreHalfRight() {
    Random random = new Random(1);
    List<Verification.Score> scores = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      scores.add(score(random.nextDouble(), i % 2 == 0, i / 400));
    }
    assertEquals(0.5, Verification.accuracy(scores, 10).mean(), 0.03);
    assertEquals(0.001, Verification.trueAcceptRate(scores, 1e-3), 0.005);
  }

  @Test
  void theAllowedFalseAcceptsAreLeftOut() {
    List<Verification.Score> scores = new ArrayList<>();
    scores.add(score(0.9, false, 0));
    for (int i = 0; i < 999; i++) {
      scores.add(score(0.1, false, 0));
    }
    scores.add(score(0.5, true, 0));
    assertEquals(1, Verification.trueAcceptRate(scores, 1e-3));
    assertEquals(0, Verification.trueAcceptRate(scores, 1e-4));
  }

  @Test
  void oneKindOnlyGivesAThresholdAllTheSame() {
    assertTrue(Verification.bestThreshold(List.of(score(0.3, true, 0))) < 0.3);
    assertTrue(Verification.bestThreshold(List.of(score(0.3, false, 0))) > 0.3);
  }

  @Test
  void pairsAreReadInBothForms() throws EvaluationException {
    LfwPairs pairs =
        LfwPairs.parse(
            List.of("2\t1", "A_B\t1\t2", "A_B\t1\tC\t3", "C\t3\t4", "A_B\t2\tC\t4"), "pairs.txt");
    assertEquals(2, pairs.folds());
    assertEquals(4, pairs.pairs().size());
    assertEquals(
        new LfwPairs.Pair("A_B/A_B_0001.jpg", "C/C_0003.jpg", false, 0), pairs.pairs().get(1));
    assertEquals(new LfwPairs.Pair("C/C_0003.jpg", "C/C_0004.jpg", true, 1), pairs.pairs().get(2));
  }

  @Test
  void aFileThatIsNoneSaysWhere() {
    for (List<String> lines :
        List.of(
            List.<String>of(),
            List.of("x y"),
            List.of("10"),
            List.of("-1 5"),
            List.of("2 1", "A 1 2"),
            List.of("2 1", "A 1 2", "A 1 2", "A 1 2", "A 1 B 2"),
            List.of("2 1", "A 1 x", "A 1 B 2", "A 1 2", "A 1 B 2"))) {
      EvaluationException e =
          assertThrows(EvaluationException.class, () -> LfwPairs.parse(lines, "pairs.txt"));
      assertTrue(e.getMessage().startsWith("pairs.txt"), e.getMessage());
    }
  }
}
