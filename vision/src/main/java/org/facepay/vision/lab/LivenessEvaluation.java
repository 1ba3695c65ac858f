package org.facepay.vision.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.facepay.vision.face.EvidencePolicy;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.ModelException;
import org.opencv.core.Mat;

/**
 * Presentation attack detection by ISO/IEC 30107-3, passive network alone, one picture per
 * decision, at the shipped threshold. A picture without a face is refused, so it counts as an error
 * when it is bona fide and as none when it is an attack.
 */
public final class LivenessEvaluation {

  /**
   * What came out.
   *
   * @param live bona fide presentations
   * @param attack attack presentations
   * @param apcer attacks taken for bona fide, 0..1
   * @param bpcer bona fide presentations taken for attacks, 0..1
   */
  public record Result(int live, int attack, double apcer, double bpcer) {

    /** Mean of both error rates. */
    public double acer() {
      return (apcer + bpcer) / 2;
    }

    /** The command's last line. */
    public String line() {
      return String.format(
          Locale.ROOT,
          "LIVENESS live=%d attack=%d apcer=%.2f bpcer=%.2f acer=%.2f",
          live,
          attack,
          100 * apcer,
          100 * bpcer,
          100 * acer());
    }
  }

  private record Label(String file, boolean live) {}

  private LivenessEvaluation() {}

  /**
   * Runs the test.
   *
   * @param images folder
   * @param labels CSV with a header; first column the file below the folder, second {@code real}
   *     (or {@code live}) or the kind of attack
   * @param workers threads, each with an engine of its own
   * @param progress told now and then how far it got
   */
  public static Result run(Path images, Path labels, int workers, Consumer<String> progress)
      throws EvaluationException, ModelException, InterruptedException {
    List<Label> list = read(labels);
    List<String> files = list.stream().map(Label::file).toList();
    List<Float> scores =
        new Pictures(images, FaceEngine::load, workers, progress)
            .each("faces", files, LivenessEvaluation::score);
    float threshold = EvidencePolicy.standard().live();
    int live = 0;
    int refused = 0;
    int accepted = 0;
    for (int i = 0; i < list.size(); i++) {
      boolean taken = scores.get(i) >= threshold;
      if (list.get(i).live()) {
        live++;
        refused += taken ? 0 : 1;
      } else {
        accepted += taken ? 1 : 0;
      }
    }
    int attack = list.size() - live;
    return new Result(
        live,
        attack,
        accepted / (double) Math.max(1, attack),
        refused / (double) Math.max(1, live));
  }

  private static float score(FaceEngine engine, Mat bgr) {
    return engine.stillFace(bgr).map(face -> engine.liveness(bgr, face)).orElse(0f);
  }

  private static List<Label> read(Path file) throws EvaluationException {
    List<Label> labels = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 1; i < lines.size(); i++) {
        String[] cells = lines.get(i).strip().split(",", -1);
        if (cells.length < 2 && !lines.get(i).isBlank()) {
          throw new EvaluationException(file + ":" + (i + 1) + ": expected file,label");
        }
        if (cells.length >= 2) {
          labels.add(new Label(cells[0], cells[1].equals("real") || cells[1].equals("live")));
        }
      }
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + file + ": " + e.getMessage(), e);
    }
    if (labels.isEmpty()) {
      throw new EvaluationException(file + ": no pictures");
    }
    return labels;
  }
}
