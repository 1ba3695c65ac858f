package org.facepay.vision.lab;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The arithmetic of a verification test over scored pairs; pure. */
final class Verification {

  /**
   * One compared pair.
   *
   * @param score the higher the more alike
   * @param same whether it is one person
   * @param fold 0-based
   */
  record Score(float score, boolean same, int fold) {}

  /**
   * Accuracy over the folds.
   *
   * @param mean part of the pairs judged rightly, 0..1
   * @param deviation standard deviation over the folds
   */
  record Accuracy(double mean, double deviation) {}

  private Verification() {}

  /** For each fold the threshold that is best on all others, applied to that fold. */
  static Accuracy accuracy(List<Score> scores, int folds) {
    double[] each = new double[folds];
    for (int f = 0; f < folds; f++) {
      int fold = f;
      float threshold = bestThreshold(scores.stream().filter(s -> s.fold() != fold).toList());
      List<Score> own = scores.stream().filter(s -> s.fold() == fold).toList();
      long right = own.stream().filter(s -> (s.score() >= threshold) == s.same()).count();
      each[f] = right / (double) own.size();
    }
    double mean = Arrays.stream(each).average().orElse(0);
    double square = Arrays.stream(each).map(a -> (a - mean) * (a - mean)).average().orElse(0);
    return new Accuracy(mean, Math.sqrt(square));
  }

  /** The threshold with the fewest errors; of several equally good ones the middle one. */
  static float bestThreshold(List<Score> scores) {
    Score[] sorted = scores.toArray(Score[]::new);
    Arrays.sort(sorted, (a, b) -> Float.compare(a.score(), b.score()));
    // wrong[i]: errors of a threshold just above the i lowest scores
    int[] wrong = new int[sorted.length + 1];
    wrong[0] = (int) Arrays.stream(sorted).filter(s -> !s.same()).count();
    for (int i = 0; i < sorted.length; i++) {
      wrong[i + 1] = wrong[i] + (sorted[i].same() ? 1 : -1);
    }
    int least = Arrays.stream(wrong).min().orElse(0);
    int[] best = IntStream.rangeClosed(0, sorted.length).filter(i -> wrong[i] == least).toArray();
    int cut = best[best.length / 2];
    if (cut == 0) {
      return Float.NEGATIVE_INFINITY;
    }
    return cut == sorted.length
        ? Math.nextUp(sorted[cut - 1].score())
        : (sorted[cut - 1].score() + sorted[cut].score()) / 2;
  }

  /**
   * True accept rate where at most the given part of the pairs of two people is accepted (ISO/IEC
   * 19795-1: 1 - FNMR at an FMR).
   */
  static double trueAcceptRate(List<Score> scores, double falseAcceptRate) {
    double[] impostors =
        scores.stream().filter(s -> !s.same()).mapToDouble(Score::score).sorted().toArray();
    long genuine = scores.stream().filter(Score::same).count();
    if (impostors.length == 0 || genuine == 0) {
      return 0;
    }
    int allowed = (int) Math.floor(falseAcceptRate * impostors.length);
    double threshold =
        allowed >= impostors.length
            ? Double.NEGATIVE_INFINITY
            : impostors[impostors.length - 1 - allowed];
    long accepted = scores.stream().filter(s -> s.same() && s.score() > threshold).count();
    return accepted / (double) genuine;
  }
}
