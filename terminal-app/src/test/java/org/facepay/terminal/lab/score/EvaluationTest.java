package org.facepay.terminal.lab.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.container.PlanogramSimulator;
import org.facepay.terminal.lab.container.Recipe;
import org.facepay.terminal.lab.container.SessionSimulator;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.junit.jupiter.api.Test;

/** Rows of the evaluation. */
class EvaluationTest {

  @Test
  void aRowIsTheSameForTheSameSeedAndReadsAsDocumented() {
    var evaluation = new Evaluation(new Recipe(Recipe.Layout.OPTIMISED, 1, true), List.of());
    Score.Figures figures = evaluation.run(30, 5, new Curve());
    assertEquals(figures, evaluation.run(30, 5, new Curve()));
    assertTrue(
        evaluation
            .line(figures)
            .matches(
                "CONTAINER layout=optimised noise=1 kind=tails exact=\\d+\\.\\d\\d"
                    + " coverage=\\d+\\.\\d\\d autoerr=\\d+\\.\\d{3} overcharged=\\d+\\.\\d{3}"
                    + " calgap_pp=-?\\d+\\.\\d\\d"),
        evaluation.line(figures));
  }

  @Test
  void theCurveSaysWhatTheSurestSessionsRisk() {
    var curve = new Curve();
    for (int i = 0; i < 8; i++) {
      curve.add(0.001 * i, i == 6);
    }
    curve.add(0.5, true);
    curve.add(0.5, false);
    assertEquals(0.6, curve.coverage(0), 1e-9, "the six before the first that is wrong");
    assertEquals(
        0.8, curve.coverage(0.15), 1e-9, "one of eight; the two of like doubt are one step");
    assertEquals(1, curve.coverage(0.2), 1e-9);
    assertEquals("0.0 expected, 1 seen", curve.honesty(0.02));
    assertEquals(0, new Curve().coverage(1), 1e-9);
  }

  @Test
  void theHarderTheWeatherTheMoreHappens() {
    int[] events = new int[Recipe.Weather.values().length];
    for (Recipe.Weather weather : Recipe.Weather.values()) {
      var recipe = new Recipe(Recipe.Layout.RANDOM, 1, false, weather);
      for (int seed = 0; seed < 40; seed++) {
        var random = new Random(seed);
        Planogram planogram = PlanogramSimulator.make(recipe, List.of(), random);
        var simulator = new SessionSimulator(planogram, recipe, random);
        events[weather.ordinal()] += simulator.next(random).story().size();
      }
    }
    assertTrue(
        events[0] < events[1] && events[1] < events[2],
        "mild, usual, hard: " + Arrays.toString(events));
  }

  @Test
  @Slow("settles hundreds of sessions with real masses")
  void realMassesAreSettledHonestly() throws Exception {
    String configured = System.getenv().getOrDefault("FACEPAY_DATA", "");
    Path root = configured.isEmpty() ? Path.of("../../shared/data") : Path.of(configured);
    Path file = root.resolve("container/sku-weights-grams.txt");
    assumeTrue(Files.isReadable(file), "no masses: " + file + " is not there");
    List<Double> masses =
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank())
            .map(line -> Double.valueOf(line.strip()))
            .toList();
    Score.Figures f =
        new Evaluation(new Recipe(Recipe.Layout.RANDOM, 3, true), masses).run(400, 3, new Curve());
    assertTrue(f.exact() > 93 && f.wrong() < 1.2 && Math.abs(f.gap()) < 2.5, f.toString());
  }
}
