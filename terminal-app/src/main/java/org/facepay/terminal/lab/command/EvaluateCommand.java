package org.facepay.terminal.lab.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.container.Recipe;
import org.facepay.terminal.lab.score.Curve;
import org.facepay.terminal.lab.score.Evaluation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How well simulated containers of every kind are settled. */
@Command(
    name = "evaluate",
    description = "Settles simulated sessions of every layout, noise and kind; one line each.")
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--sessions",
      converter = Count.class,
      defaultValue = "500",
      description = "of each kind")
  private int sessions;

  @Option(names = "--seed", defaultValue = "1", description = "fixes everything")
  private long seed;

  @Option(names = "--masses", description = "file of gross masses in grams, one a line")
  private @Nullable Path masses;

  @Option(names = "--weather", defaultValue = "usual", description = "${COMPLETION-CANDIDATES}")
  private Recipe.Weather weather = Recipe.Weather.USUAL;

  @Option(names = "--curve", description = "and which share could be settled at which risk")
  private boolean curve;

  /** A row, and how sure its answers were. */
  private record Row(String line, Curve curve) {}

  @Override
  public Integer call() throws Exception {
    List<Double> chosen = masses == null ? List.of() : SimulateCommand.masses(masses);
    List<Evaluation> rows = new ArrayList<>();
    for (boolean tails : List.of(false, true)) {
      for (double noise : new double[] {1, 3}) {
        for (Recipe.Layout layout : Recipe.Layout.values()) {
          rows.add(new Evaluation(new Recipe(layout, noise, tails, weather), chosen));
        }
      }
    }
    var all = new Curve();
    rows.parallelStream()
        .map(this::row)
        .forEachOrdered(
            row -> {
              System.out.println(row.line());
              all.add(row.curve());
            });
    if (curve) {
      for (double risk : new double[] {0.0004, 0.0008, 0.002, 0.005}) {
        System.out.printf(
            Locale.ROOT, "CURVE risk=%.2f coverage=%.2f%n", 100 * risk, 100 * all.coverage(risk));
      }
      System.out.println("up to 2 % of doubt: " + all.honesty(0.02));
    }
    return 0;
  }

  private Row row(Evaluation evaluation) {
    var sure = new Curve();
    return new Row(evaluation.line(evaluation.run(sessions, seed, sure)), sure);
  }
}
