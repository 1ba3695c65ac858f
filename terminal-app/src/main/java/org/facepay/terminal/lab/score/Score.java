package org.facepay.terminal.lab.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.terminal.settlement.file.AnswerFile;
import org.facepay.terminal.settlement.file.AnswerFile.Answer;
import org.facepay.terminal.settlement.planogram.Planogram;

/** Compares answers with the truth: right baskets, right amounts, honest confidence. */
public final class Score {
  private static final double[] BINS = {0, .5, .7, .8, .9, .95, .98, .99, .995, .999, 1.0000001};

  private final Planogram planogram;
  private final List<String> malformed = new ArrayList<>();
  private final double[] binConfidence = new double[BINS.length - 1];
  private final double[] binExact = new double[BINS.length - 1];
  private int sessions;
  private int exact;
  private int charged;
  private int wrongAmount;
  private int wrongBasket;
  private int overcharged;
  private double confidence;
  private double brier;
  private long recovered;
  private long due;

  public Score(Planogram planogram) {
    this.planogram = planogram;
  }

  /** Reads all of both folders; the answers' files are named as the truth's. */
  public static Score of(Path truth, Path answers, Planogram planogram) throws IOException {
    var score = new Score(planogram);
    List<Path> files;
    try (Stream<Path> all = Files.list(truth)) {
      files = all.filter(f -> f.getFileName().toString().matches("\\d+\\.json")).sorted().toList();
    }
    for (Path file : files) {
      Path answer = answers.resolve(file.getFileName().toString());
      Optional<Answer> read =
          Files.isReadable(answer) ? AnswerFile.read(answer, planogram) : Optional.empty();
      score.add(file.getFileName().toString(), AnswerFile.readTruth(file, planogram), read);
    }
    return score;
  }

  /**
   * One more session.
   *
   * @param answer nothing if it is missing or malformed
   */
  public void add(String name, int[] truth, Optional<Answer> answer) {
    sessions++;
    long amount = AnswerFile.amount(truth, planogram);
    due += amount;
    if (answer.isEmpty()) {
      malformed.add(name);
      calibrate(1, false);
      return;
    }
    Answer a = answer.get();
    boolean right = Arrays.equals(a.basket(), truth);
    exact += right ? 1 : 0;
    calibrate(a.confidence(), right);
    if (a.charged()) {
      charged++;
      wrongAmount += a.chargeMinor() != amount ? 1 : 0;
      wrongBasket += right ? 0 : 1;
    }
    overcharged += a.chargeMinor() > amount ? 1 : 0;
    recovered += Math.min(a.chargeMinor(), amount);
  }

  private void calibrate(double stated, boolean right) {
    confidence += stated;
    double hit = right ? 1 : 0;
    brier += (stated - hit) * (stated - hit);
    int bin = 0;
    while (stated >= BINS[bin + 1]) {
      bin++;
    }
    binConfidence[bin] += stated;
    binExact[bin] += hit;
  }

  /** Everything but the last line. */
  public List<String> details() {
    double error = 0;
    for (int i = 0; i < binExact.length; i++) {
      error += Math.abs(binConfidence[i] - binExact[i]) / Math.max(1, sessions);
    }
    List<String> out = new ArrayList<>();
    malformed.forEach(m -> out.add("missing or malformed: " + m));
    out.add(
        String.format(
            Locale.ROOT,
            "sessions=%d wrongbaskets=%.3f ece=%.3f brier=%.5f recovered=%.2f",
            sessions,
            percent(wrongBasket, charged),
            100 * error,
            brier / Math.max(1, sessions),
            percent((double) recovered, (double) due)));
    return out;
  }

  /**
   * What the sessions come to, in per cent.
   *
   * @param wrong of those charged, other amounts than were due
   * @param gap stated confidence less the share of exact baskets
   */
  public record Figures(
      double exact, double coverage, double wrong, double overcharged, double gap) {}

  /** What the sessions come to so far. */
  public Figures figures() {
    return new Figures(
        percent(exact, sessions),
        percent(charged, sessions),
        percent(wrongAmount, charged),
        percent(overcharged, sessions),
        100 * (confidence - exact) / Math.max(1, sessions));
  }

  /** The line that sums it up, shares in per cent. */
  public String result() {
    Figures f = figures();
    return String.format(
        Locale.ROOT,
        "RESULT exact=%.2f coverage=%.2f autoerr=%.3f overcharged=%.3f calgap=%.3f",
        f.exact(),
        f.coverage(),
        f.wrong(),
        f.overcharged(),
        f.gap());
  }

  private static double percent(double part, double whole) {
    return whole == 0 ? 0 : 100 * part / whole;
  }
}
