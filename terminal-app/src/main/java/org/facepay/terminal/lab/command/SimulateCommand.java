package org.facepay.terminal.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.container.PlanogramSimulator;
import org.facepay.terminal.lab.container.Recipe;
import org.facepay.terminal.lab.container.SessionSimulator;
import org.facepay.terminal.settlement.file.AnswerFile;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.settlement.file.SessionFile;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sessions that nobody shopped. */
@Command(
    name = "simulate",
    description = "Writes planogram.json, sessions/NNNN.csv and truth/NNNN.json.")
final class SimulateCommand implements Callable<Integer> {
  @Option(names = "--planogram", description = "of the container; made up if none")
  private @Nullable Path planogram;

  @Option(names = "--sessions", converter = Count.class, required = true, description = "how many")
  private int sessions;

  @Option(names = "--seed", defaultValue = "1", description = "fixes everything")
  private long seed;

  @Option(names = "--out", required = true, description = "folder; made if absent")
  private Path out = Path.of("");

  @Option(names = "--layout", defaultValue = "random", description = "${COMPLETION-CANDIDATES}")
  private Recipe.Layout layout = Recipe.Layout.RANDOM;

  @Option(names = "--noise", defaultValue = "1", description = "grams, of every shelf")
  private double noise;

  @Option(names = "--tails", description = "outliers, wide stretches and a compressor")
  private boolean tails;

  @Option(names = "--weather", defaultValue = "usual", description = "${COMPLETION-CANDIDATES}")
  private Recipe.Weather weather = Recipe.Weather.USUAL;

  @Option(names = "--masses", description = "file of gross masses in grams, one a line")
  private @Nullable Path masses;

  @Override
  public Integer call() throws Exception {
    var random = new Random(seed);
    var recipe = new Recipe(layout, noise, tails, weather);
    Planogram container =
        planogram == null
            ? PlanogramSimulator.make(recipe, masses == null ? List.of() : masses(masses), random)
            : PlanogramFile.read(planogram);
    Files.createDirectories(out.resolve("sessions"));
    Files.createDirectories(out.resolve("truth"));
    PlanogramFile.write(out.resolve("planogram.json"), container);
    var simulator = new SessionSimulator(container, recipe, random);
    for (int i = 1; i <= sessions; i++) {
      SessionSimulator.Session session = simulator.next(random);
      String name = String.format("%04d", i);
      SessionFile.write(out.resolve("sessions").resolve(name + ".csv"), session.trace(), container);
      AnswerFile.writeTruth(
          out.resolve("truth").resolve(name + ".json"),
          session.basket(),
          session.story(),
          container);
    }
    System.out.println("SIMULATED sessions=" + sessions + " in " + out);
    return 0;
  }

  /** A file of masses, one a line. */
  static List<Double> masses(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(Double::valueOf)
        .toList();
  }
}
