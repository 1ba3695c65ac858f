package org.facepay.terminal.lab.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.container.Recipe;
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

  @Override
  public Integer call() throws Exception {
    List<Double> chosen = masses == null ? List.of() : SimulateCommand.masses(masses);
    List<Evaluation> rows = new ArrayList<>();
    for (boolean tails : List.of(false, true)) {
      for (double noise : new double[] {1, 3}) {
        for (Recipe.Layout layout : Recipe.Layout.values()) {
          rows.add(new Evaluation(new Recipe(layout, noise, tails), chosen));
        }
      }
    }
    rows.parallelStream()
        .map(e -> e.line(e.run(sessions, seed)))
        .forEachOrdered(System.out::println);
    return 0;
  }
}
