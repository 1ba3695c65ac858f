package org.facepay.terminal.lab.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.container.Recipe;
import org.junit.jupiter.api.Test;

/** Rows of the evaluation. */
class EvaluationTest {

  @Test
  void aRowIsTheSameForTheSameSeedAndReadsAsDocumented() {
    var evaluation = new Evaluation(new Recipe(Recipe.Layout.OPTIMISED, 1, true), List.of());
    Score.Figures figures = evaluation.run(30, 5);
    assertEquals(figures, evaluation.run(30, 5));
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
    Score.Figures f = new Evaluation(new Recipe(Recipe.Layout.RANDOM, 3, true), masses).run(400, 3);
    assertTrue(f.exact() > 93 && f.wrong() < 1.2 && Math.abs(f.gap()) < 2.5, f.toString());
  }
}
