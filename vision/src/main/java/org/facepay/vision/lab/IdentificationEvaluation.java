package org.facepay.vision.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.facepay.vision.face.Detection;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.ModelException;
import org.facepay.vision.gallery.Gallery;
import org.facepay.vision.gallery.Identity;
import org.opencv.core.Mat;

/**
 * Open-set identification (ISO/IEC 19795-1): probes of people who are in the gallery and of people
 * who are not. A picture's person is its folder, or its file name without the number at the end.
 */
public final class IdentificationEvaluation {

  /**
   * What came out, at the shipped rule.
   *
   * @param enrolled pictures in the gallery
   * @param mated probes of people in the gallery
   * @param unmated probes of others
   * @param missed mated probes that were not recognised as the right person (FNIR)
   * @param wrong unmated probes that were recognised as somebody (FPIR)
   * @param thin probes left to a second factor
   * @param undetected pictures without a face; they count as not recognised
   */
  public record Result(
      int enrolled, int mated, int unmated, int missed, int wrong, int thin, int undetected) {
    /** The command's last line. */
    public String line() {
      return String.format(
          Locale.ROOT,
          "IDENTIFY enrolled=%d mated=%d unmated=%d fnir=%.2f fpir=%.2f thin=%d undetected=%d",
          enrolled,
          mated,
          unmated,
          mated == 0 ? 0 : 100.0 * missed / mated,
          unmated == 0 ? 0 : 100.0 * wrong / unmated,
          thin,
          undetected);
    }
  }

  private IdentificationEvaluation() {}

  /**
   * Enrols every picture of the one folder and looks for every picture of the other.
   *
   * @param rule the shipped one, {@link #STANDARD}
   */
  public static Result run(
      Path gallery, Path probes, Identity.OpenSet rule, int workers, Consumer<String> progress)
      throws EvaluationException, ModelException, InterruptedException {
    List<String> known = pictures(gallery);
    List<Optional<float[]>> enrolled =
        new Pictures(gallery, FaceEngine::load, workers, progress)
            .each("gallery", known, IdentificationEvaluation::template);
    int dimension =
        enrolled.stream().flatMap(Optional::stream).mapToInt(t -> t.length).findFirst().orElse(1);
    Gallery members = new Gallery(dimension);
    Set<String> people = new TreeSet<>();
    int undetected = 0;
    for (int i = 0; i < known.size(); i++) {
      if (enrolled.get(i).isPresent()) {
        members.add(person(known.get(i)), enrolled.get(i).get());
        people.add(person(known.get(i)));
      } else {
        undetected++;
      }
    }
    List<String> asked = pictures(probes);
    List<Optional<float[]>> seen =
        new Pictures(probes, FaceEngine::load, workers, progress)
            .each("probes", asked, IdentificationEvaluation::probe);
    return judge(
        members, people, asked, seen, rule, new Result(known.size(), 0, 0, 0, 0, 0, undetected));
  }

  /**
   * Fixed on the shared verification folds: few strangers pass, most members do; the second factor
   * takes the rest.
   */
  public static final Identity.OpenSet STANDARD = new Identity.OpenSet(0.42f, 0.06f);

  private static Result judge(
      Gallery members,
      Set<String> people,
      List<String> asked,
      List<Optional<float[]>> seen,
      Identity.OpenSet rule,
      Result start) {
    int mated = 0;
    int missed = 0;
    int wrong = 0;
    int thin = 0;
    int undetected = start.undetected();
    for (int i = 0; i < asked.size(); i++) {
      boolean isMember = people.contains(person(asked.get(i)));
      mated += isMember ? 1 : 0;
      undetected += seen.get(i).isEmpty() ? 1 : 0;
      Identity identity =
          seen.get(i)
              .<Identity>map(t -> rule.decide(members.search(t, 2)))
              .orElseGet(() -> new Identity.Unknown(-1));
      switch (identity) {
        case Identity.Known k -> {
          boolean right = k.member().equals(person(asked.get(i)));
          missed += isMember && !right ? 1 : 0;
          wrong += !isMember ? 1 : 0;
        }
        case Identity.Thin t -> {
          thin++;
          missed += isMember && !t.member().equals(person(asked.get(i))) ? 1 : 0;
        }
        case Identity.Unknown u -> missed += isMember ? 1 : 0;
      }
    }
    return new Result(
        start.enrolled(), mated, asked.size() - mated, missed, wrong, thin, undetected);
  }

  private static Optional<float[]> template(FaceEngine engine, Mat bgr) {
    Optional<Detection> face = engine.stillFace(bgr);
    return face.map(f -> engine.template(engine.crop(bgr, f)));
  }

  /** One frame, as the terminal sees it; it fuses several before it decides. */
  private static Optional<float[]> probe(FaceEngine engine, Mat bgr) {
    Optional<Detection> face = engine.stillFace(bgr);
    return face.map(f -> engine.probe(engine.glance(bgr, f)));
  }

  private static String person(String file) {
    int slash = file.lastIndexOf('/');
    return slash >= 0 ? file.substring(0, slash) : file.replaceAll("(_\\d+)?\\.[^.]+$", "");
  }

  private static List<String> pictures(Path folder) throws EvaluationException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder, 3)) {
      all.filter(p -> p.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpg|jpeg|png)"))
          .map(p -> folder.relativize(p).toString())
          .sorted()
          .forEach(files::add);
    } catch (IOException e) {
      throw new EvaluationException("cannot list " + folder + ": " + e);
    }
    if (files.isEmpty()) {
      throw new EvaluationException("no pictures (jpg, png) in " + folder);
    }
    return files;
  }
}
