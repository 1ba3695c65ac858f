package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.facepay.terminal.container.file.AnswerFile;
import org.facepay.terminal.container.file.PlanogramFile;
import org.facepay.terminal.container.file.SessionFile;
import org.facepay.terminal.container.file.SettleFolder;
import org.facepay.terminal.container.planogram.Planogram;
import org.facepay.terminal.container.score.Score;
import org.facepay.terminal.container.simulate.PlanogramSimulator;
import org.facepay.terminal.container.simulate.Recipe;
import org.facepay.terminal.container.simulate.SessionSimulator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The smart container without its cabinet. */
@Command(
    name = "container",
    description =
        "Settles sessions of a smart container from its load cells; simulates and scores.",
    subcommands = {
      ContainerCommand.Settle.class,
      ContainerCommand.ScoreAnswers.class,
      ContainerCommand.Simulate.class
    })
final class ContainerCommand {

  /** From readings to baskets. */
  @Command(
      name = "settle",
      description = "Says of every NNNN.csv which basket left the container; writes NNNN.json.")
  static final class Settle implements Callable<Integer> {
    @Option(names = "--planogram", required = true, description = "planogram.json")
    private Path planogram = Path.of("");

    @Option(names = "--sessions", required = true, description = "folder of NNNN.csv")
    private Path sessions = Path.of("");

    @Option(names = "--out", required = true, description = "folder for NNNN.json; made if absent")
    private Path out = Path.of("");

    @Override
    public Integer call() throws Exception {
      var folder = new SettleFolder(PlanogramFile.read(planogram), System.err);
      return folder.settle(sessions, out) ? 0 : 1;
    }
  }

  /** From baskets to figures. */
  @Command(
      name = "score",
      description = "Compares answers with the truth; the last line sums it up.")
  static final class ScoreAnswers implements Callable<Integer> {
    @Option(names = "--truth", required = true, description = "folder of NNNN.json: {lines}")
    private Path truth = Path.of("");

    @Option(names = "--out", required = true, description = "folder of the answers")
    private Path out = Path.of("");

    @Option(
        names = "--planogram",
        description = "planogram.json; if none, the one in the folder of the truth or beside it")
    private @Nullable Path planogram;

    @Override
    public Integer call() throws Exception {
      Score score = Score.of(truth, out, PlanogramFile.read(found()));
      score.details().forEach(System.out::println);
      System.out.println(score.result());
      return 0;
    }

    private Path found() {
      if (planogram != null) {
        return planogram;
      }
      Path inside = truth.resolve("planogram.json");
      return Files.exists(inside) ? inside : truth.resolve("../planogram.json").normalize();
    }
  }

  /** Sessions that nobody shopped. */
  @Command(
      name = "simulate",
      description = "Writes planogram.json, sessions/NNNN.csv and truth/NNNN.json.")
  static final class Simulate implements Callable<Integer> {
    @Option(names = "--planogram", description = "of the container; made up if none")
    private @Nullable Path planogram;

    @Option(
        names = "--sessions",
        converter = Count.class,
        required = true,
        description = "how many")
    private int sessions;

    @Option(names = "--seed", defaultValue = "1", description = "fixes everything")
    private long seed;

    @Option(names = "--out", required = true, description = "folder; made if absent")
    private Path out = Path.of("");

    @Option(names = "--layout", defaultValue = "random", description = "${COMPLETION-CANDIDATES}")
    private Recipe.Layout layout = Recipe.Layout.RANDOM;

    @Option(names = "--noise", defaultValue = "1", description = "grams, of every shelf")
    private double noise;

    @Option(names = "--hard", description = "outliers, wide stretches and a compressor")
    private boolean hard;

    @Option(names = "--masses", description = "file of gross masses in grams, one a line")
    private @Nullable Path masses;

    @Override
    public Integer call() throws Exception {
      var random = new Random(seed);
      var recipe = new Recipe(layout, noise, hard);
      Planogram container =
          planogram == null
              ? PlanogramSimulator.make(recipe, masses(), random)
              : PlanogramFile.read(planogram);
      Files.createDirectories(out.resolve("sessions"));
      Files.createDirectories(out.resolve("truth"));
      PlanogramFile.write(out.resolve("planogram.json"), container);
      var simulator = new SessionSimulator(container, recipe);
      for (int i = 1; i <= sessions; i++) {
        SessionSimulator.Session session = simulator.next(random);
        String name = String.format("%04d", i);
        SessionFile.write(
            out.resolve("sessions").resolve(name + ".csv"), session.trace(), container);
        AnswerFile.writeTruth(
            out.resolve("truth").resolve(name + ".json"),
            session.basket(),
            session.story(),
            container);
      }
      System.out.println("SIMULATED sessions=" + sessions + " in " + out);
      return 0;
    }

    private List<Double> masses() throws IOException {
      List<Double> out = new ArrayList<>();
      for (String line : masses == null ? List.<String>of() : Files.readAllLines(masses)) {
        Optional.of(line.strip())
            .filter(l -> !l.isEmpty())
            .map(Double::valueOf)
            .ifPresent(out::add);
      }
      return out;
    }
  }
}
