package org.facepay.vision.lab;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.facepay.vision.face.Box;
import org.facepay.vision.face.Detection;
import org.facepay.vision.face.FaceCrop;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.ModelException;
import org.facepay.vision.face.Similarity;
import org.opencv.core.Mat;

/**
 * Face verification by LFW's View-2 protocol: each fold is judged with the threshold that is best
 * on the others. The pipeline is the shipped one: mirrored crop, and the second network only for
 * pictures of pairs in the uncertain band.
 */
public final class LfwEvaluation {
  private static final double FALSE_ACCEPT_RATE = 1e-3;

  /**
   * What came out.
   *
   * @param pairs how many were compared
   * @param accuracy mean over the folds, 0..1
   * @param deviation standard deviation over the folds
   * @param trueAcceptRate at a false accept rate of 1e-3, 0..1
   * @param undetected pictures in which no face was found; their middle is taken instead
   * @param second pictures for which the second network was asked
   * @param pictures all pictures
   * @param millisPerFace processor time per picture, decoding left out
   */
  public record Result(
      int pairs,
      double accuracy,
      double deviation,
      double trueAcceptRate,
      int undetected,
      int second,
      int pictures,
      double millisPerFace) {

    /** The command's last line. */
    public String line() {
      return String.format(
          Locale.ROOT,
          "FACES pairs=%d accuracy=%.2f std=%.2f tar@far1e-3=%.2f undetected=%d ms_per_face=%.1f",
          pairs,
          100 * accuracy,
          100 * deviation,
          100 * trueAcceptRate,
          undetected,
          millisPerFace);
    }
  }

  private record Face(boolean found, float[] template, long nanos) {}

  private record Second(float[] template, long nanos) {}

  private LfwEvaluation() {}

  /**
   * Runs the test.
   *
   * @param images folder in LFW's layout: {@code Name/Name_0001.jpg}
   * @param pairs LFW's pairs file, any number of folds from 2
   * @param workers threads, each with an engine of its own
   * @param progress told now and then how far it got
   */
  public static Result run(Path images, Path pairs, int workers, Consumer<String> progress)
      throws EvaluationException, ModelException, InterruptedException {
    LfwPairs list = LfwPairs.read(pairs);
    Set<String> names = new LinkedHashSet<>();
    for (LfwPairs.Pair p : list.pairs()) {
      names.add(p.first());
      names.add(p.second());
    }
    Pictures pictures = new Pictures(images, FaceEngine::load, workers, progress);
    List<String> files = List.copyOf(names);
    Map<String, Face> faces = zip(files, pictures.each("faces", files, LfwEvaluation::face));
    Similarity similarity = Similarity.standard();
    List<String> unsure = unsure(list, faces, similarity);
    Map<String, Second> second =
        zip(unsure, pictures.each("second opinions", unsure, LfwEvaluation::second));
    return result(list, faces, second, similarity);
  }

  private static Face face(FaceEngine engine, Mat bgr) {
    long start = cpu();
    Optional<Detection> found = engine.stillFace(bgr);
    FaceCrop crop = crop(engine, bgr, found);
    float[] template = engine.template(crop);
    return new Face(found.isPresent(), template, cpu() - start);
  }

  /** Finds the face again, which keeps no pictures in memory; only the network's time counts. */
  private static Second second(FaceEngine engine, Mat bgr) {
    FaceCrop crop = crop(engine, bgr, engine.stillFace(bgr));
    long start = cpu();
    float[] template = engine.secondTemplate(crop);
    return new Second(template, cpu() - start);
  }

  private static FaceCrop crop(FaceEngine engine, Mat bgr, Optional<Detection> found) {
    return engine.crop(bgr, found.orElseGet(() -> middle(bgr)));
  }

  /** Where LFW's faces are when the detector sees none. */
  private static Detection middle(Mat bgr) {
    float w = bgr.cols();
    float h = bgr.rows();
    return new Detection(new Box(0.31f * w, 0.28f * h, 0.38f * w, 0.46f * h), 0);
  }

  private static List<String> unsure(
      LfwPairs list, Map<String, Face> faces, Similarity similarity) {
    Set<String> names = new LinkedHashSet<>();
    for (LfwPairs.Pair p : list.pairs()) {
      if (similarity.uncertain(cosine(p, faces))) {
        names.add(p.first());
        names.add(p.second());
      }
    }
    return List.copyOf(names);
  }

  private static Result result(
      LfwPairs list, Map<String, Face> faces, Map<String, Second> second, Similarity similarity) {
    List<Verification.Score> scores = new ArrayList<>();
    for (LfwPairs.Pair p : list.pairs()) {
      float score = cosine(p, faces);
      if (similarity.uncertain(score)) {
        score =
            similarity.fused(
                score,
                Similarity.distance(
                    of(second, p.first()).template(), of(second, p.second()).template()));
      }
      scores.add(new Verification.Score(score, p.same(), p.fold()));
    }
    Verification.Accuracy accuracy = Verification.accuracy(scores, list.folds());
    long nanos =
        faces.values().stream().mapToLong(Face::nanos).sum()
            + second.values().stream().mapToLong(Second::nanos).sum();
    return new Result(
        scores.size(),
        accuracy.mean(),
        accuracy.deviation(),
        Verification.trueAcceptRate(scores, FALSE_ACCEPT_RATE),
        (int) faces.values().stream().filter(f -> !f.found()).count(),
        second.size(),
        faces.size(),
        nanos / 1e6 / faces.size());
  }

  private static float cosine(LfwPairs.Pair pair, Map<String, Face> faces) {
    return Similarity.cosine(
        of(faces, pair.first()).template(), of(faces, pair.second()).template());
  }

  private static <T> T of(Map<String, T> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  private static <T> Map<String, T> zip(List<String> names, List<T> values) {
    Map<String, T> map = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      map.put(names.get(i), values.get(i));
    }
    return map;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
