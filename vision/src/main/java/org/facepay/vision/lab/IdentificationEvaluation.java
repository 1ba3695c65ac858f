package org.facepay.vision.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.facepay.vision.face.Detection;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.ModelException;
import org.facepay.vision.face.Similarity;
import org.facepay.vision.gallery.Candidate;
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
   * @param single scores of one picture a probe
   * @param fused scores of the people with several pictures among the probes, a probe each
   */
  public record Result(
      int enrolled,
      int mated,
      int unmated,
      int missed,
      int wrong,
      int thin,
      int undetected,
      OpenSetScores single,
      OpenSetScores fused) {
    /** The command's last line; shares in per cent. */
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
              undetected)
          + at("", single)
          + String.format(
              Locale.ROOT,
              " fused_mated=%d fused_unmated=%d",
              fused.members().size(),
              fused.strangers().size())
          + at("fused_", fused);
    }

    private String at(String name, OpenSetScores scores) {
      return String.format(
          Locale.ROOT,
          " %1$sfnir@fpir0.3=%2$.2f %1$sfnir@fpir0.3@10000=%3$.2f",
          name,
          100 * scores.missed(FIELD),
          100 * scores.missed(FIELD, LARGE / (double) Math.max(1, enrolled)));
    }
  }

  /** Strangers of whom the field takes one for somebody, of a thousand three. */
  static final double FIELD = 0.003;

  /** Members of a large shop. */
  static final int LARGE = 10_000;

  /** Pictures of a person that are fused at most, as many as a terminal looks at. */
  static final int FUSED = 5;

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
    Looked looked = new Looked(members, people, asked, seen);
    return judge(looked, rule, known.size(), undetected);
  }

  /** All probes as they were seen, empty where no face was found. */
  record Looked(
      Gallery members, Set<String> people, List<String> asked, List<Optional<float[]>> seen) {

    Identity identity(int probe, Identity.OpenSet rule) {
      return seen.get(probe)
          .<Identity>map(t -> rule.decide(members.search(t, 2)))
          .orElseGet(() -> new Identity.Unknown(-1));
    }

    OpenSetScores single() {
      List<Probe> probes = new ArrayList<>();
      for (int i = 0; i < asked.size(); i++) {
        probes.add(new Probe(person(asked.get(i)), seen.get(i)));
      }
      return scores(probes);
    }

    /** The mean of a person's pictures, of those who have at least two. */
    OpenSetScores fused() {
      Map<String, List<float[]>> pictures = new TreeMap<>();
      for (int i = 0; i < asked.size(); i++) {
        List<float[]> of = pictures.computeIfAbsent(person(asked.get(i)), _ -> new ArrayList<>());
        seen.get(i).filter(_ -> of.size() < FUSED).ifPresent(of::add);
      }
      return scores(
          pictures.entrySet().stream()
              .filter(e -> e.getValue().size() > 1)
              .map(e -> new Probe(e.getKey(), Optional.of(Similarity.mean(e.getValue()))))
              .toList());
    }

    private OpenSetScores scores(List<Probe> probes) {
      List<Float> right = new ArrayList<>();
      List<Float> strangers = new ArrayList<>();
      for (Probe probe : probes) {
        Optional<Candidate> best =
            probe.seen().flatMap(t -> members.search(t, 1).stream().findFirst());
        if (people.contains(probe.person())) {
          right.add(
              best.filter(c -> c.member().equals(probe.person()))
                  .map(Candidate::similarity)
                  .orElse(OpenSetScores.NOBODY));
        } else {
          strangers.add(best.map(Candidate::similarity).orElse(OpenSetScores.NOBODY));
        }
      }
      return new OpenSetScores(right, strangers);
    }
  }

  private record Probe(String person, Optional<float[]> seen) {}

  /**
   * Fixed on the shared verification folds: few strangers pass, most members do; the second factor
   * takes the rest.
   */
  public static final Identity.OpenSet STANDARD = new Identity.OpenSet(0.42f, 0.06f);

  private static Result judge(
      Looked looked, Identity.OpenSet rule, int enrolled, int undetectedThere) {
    List<String> asked = looked.asked();
    int mated = 0;
    int missed = 0;
    int wrong = 0;
    int thin = 0;
    int undetected = undetectedThere;
    for (int i = 0; i < asked.size(); i++) {
      boolean isMember = looked.people().contains(person(asked.get(i)));
      mated += isMember ? 1 : 0;
      undetected += looked.seen().get(i).isEmpty() ? 1 : 0;
      switch (looked.identity(i, rule)) {
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
        enrolled,
        mated,
        asked.size() - mated,
        missed,
        wrong,
        thin,
        undetected,
        looked.single(),
        looked.fused());
  }

  static Optional<float[]> template(FaceEngine engine, Mat bgr) {
    Optional<Detection> face = engine.stillFace(bgr);
    return face.map(f -> engine.template(engine.crop(bgr, f)));
  }

  /** One frame, as the terminal sees it; it fuses several before it decides. */
  static Optional<float[]> probe(FaceEngine engine, Mat bgr) {
    Optional<Detection> face = engine.stillFace(bgr);
    return face.map(f -> engine.probe(engine.glance(bgr, f)));
  }

  static String person(String file) {
    int slash = file.lastIndexOf('/');
    return slash >= 0 ? file.substring(0, slash) : file.replaceAll("(_\\d+)?\\.[^.]+$", "");
  }

  static List<String> pictures(Path folder) throws EvaluationException {
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
