package org.facepay.vision.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.ModelException;
import org.facepay.vision.gallery.Gallery;
import org.facepay.vision.lab.IdentificationEvaluation.Looked;
import org.opencv.core.Mat;

/**
 * Open-set identification with members drawn again and again from the people of one folder: a few
 * hundred strangers let one or none pass at a rate of three of a thousand, so that a single gallery
 * says little of the next. Each member joins with the first picture and is looked for by others.
 */
public final class DrawnGalleries {
  /** Pictures of a person that are looked at: one to join with, and as many as are fused. */
  private static final int PICTURES = 1 + IdentificationEvaluation.FUSED;

  /**
   * How often, and of whom.
   *
   * @param members of each gallery
   * @param draws galleries
   */
  public record Plan(int members, int draws, long seed) {
    public Plan {
      if (members < 1 || draws < 1) {
        throw new IllegalArgumentException("at least one member and one draw");
      }
    }
  }

  /** A face as it joins, and as it is looked for; empty where none was found. */
  private record Face(Optional<float[]> template, Optional<float[]> probe) {}

  private record Person(String name, List<String> files, List<Face> faces) {}

  /** Over all draws, in per cent. */
  private record Spread(double mean, double deviation) {
    static Spread of(List<OpenSetScores> draws, ToDoubleFunction<OpenSetScores> missed) {
      double[] shares = draws.stream().mapToDouble(d -> 100 * missed.applyAsDouble(d)).toArray();
      double mean = 0;
      for (double share : shares) {
        mean += share / shares.length;
      }
      double squares = 0;
      for (double share : shares) {
        squares += (share - mean) * (share - mean);
      }
      return new Spread(mean, shares.length < 2 ? 0 : Math.sqrt(squares / (shares.length - 1)));
    }
  }

  /**
   * What came out.
   *
   * @param single of each draw, one picture a probe
   * @param fused of each draw, the people with several pictures beside the first, a probe each
   */
  public record Result(Plan plan, List<OpenSetScores> single, List<OpenSetScores> fused) {
    public Result {
      single = List.copyOf(single);
      fused = List.copyOf(fused);
    }

    /** The command's last line; shares in per cent, each with its standard deviation. */
    public String line() {
      return "IDENTIFY members=%d draws=%d".formatted(plan.members(), plan.draws())
          + at("", single)
          + at("fused_", fused);
    }

    private String at(String name, List<OpenSetScores> draws) {
      double times = IdentificationEvaluation.LARGE / (double) plan.members();
      Spread here = Spread.of(draws, d -> d.missed(IdentificationEvaluation.FIELD));
      Spread large = Spread.of(draws, d -> d.missed(IdentificationEvaluation.FIELD, times));
      return String.format(
          Locale.ROOT,
          " %1$sfnir@fpir0.3=%2$.2f±%3$.2f %1$sfnir@fpir0.3@10000=%4$.2f±%5$.2f",
          name,
          here.mean(),
          here.deviation(),
          large.mean(),
          large.deviation());
    }
  }

  private DrawnGalleries() {}

  /**
   * Looks at every person's first pictures once and draws galleries of those who have several.
   *
   * @param people a folder of pictures for each person
   * @throws EvaluationException when fewer than {@link Plan#members} have a second picture
   */
  public static Result run(Path people, Plan plan, int workers, Consumer<String> progress)
      throws EvaluationException, ModelException, InterruptedException {
    Map<String, List<String>> files = new TreeMap<>();
    for (String file : IdentificationEvaluation.pictures(people)) {
      List<String> of =
          files.computeIfAbsent(IdentificationEvaluation.person(file), _ -> new ArrayList<>());
      if (of.size() < PICTURES) {
        of.add(file);
      }
    }
    long several = files.values().stream().filter(f -> f.size() > 1).count();
    if (several < plan.members()) {
      throw new EvaluationException("only " + several + " in " + people + " have two pictures");
    }
    Iterator<Face> faces =
        new Pictures(people, FaceEngine::load, workers, progress)
            .each(
                "pictures",
                files.values().stream().flatMap(List::stream).toList(),
                DrawnGalleries::face)
            .iterator();
    List<Person> all = new ArrayList<>();
    files.forEach(
        (name, of) -> all.add(new Person(name, of, of.stream().map(_ -> faces.next()).toList())));
    return drawn(all, plan);
  }

  private static Result drawn(List<Person> all, Plan plan) {
    List<Person> several = new ArrayList<>(all.stream().filter(p -> p.faces().size() > 1).toList());
    Random random = new Random(plan.seed());
    List<OpenSetScores> single = new ArrayList<>();
    List<OpenSetScores> fused = new ArrayList<>();
    for (int i = 0; i < plan.draws(); i++) {
      Collections.shuffle(several, random);
      Looked looked = draw(all, Set.copyOf(several.subList(0, plan.members())));
      single.add(looked.single());
      fused.add(looked.fused());
    }
    return new Result(plan, single, fused);
  }

  private static Looked draw(List<Person> all, Set<Person> members) {
    int dimension =
        all.stream()
            .flatMap(p -> p.faces().stream())
            .flatMap(f -> f.template().stream())
            .mapToInt(t -> t.length)
            .findFirst()
            .orElse(1);
    Gallery gallery = new Gallery(dimension);
    List<String> asked = new ArrayList<>();
    List<Optional<float[]>> seen = new ArrayList<>();
    for (Person person : all) {
      boolean member = members.contains(person);
      if (member) {
        person.faces().getFirst().template().ifPresent(t -> gallery.add(person.name(), t));
      }
      int from = member ? 1 : 0;
      int most = Math.min(person.faces().size(), from + IdentificationEvaluation.FUSED);
      asked.addAll(person.files().subList(from, most));
      person.faces().subList(from, most).forEach(face -> seen.add(face.probe()));
    }
    return new Looked(
        gallery, members.stream().map(Person::name).collect(Collectors.toSet()), asked, seen);
  }

  private static Face face(FaceEngine engine, Mat bgr) {
    return new Face(
        IdentificationEvaluation.template(engine, bgr),
        IdentificationEvaluation.probe(engine, bgr));
  }
}
