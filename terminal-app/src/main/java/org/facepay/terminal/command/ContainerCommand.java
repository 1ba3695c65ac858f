package org.facepay.terminal.command;

import java.io.Console;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facepay.terminal.settlement.advice.Advisor;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.settlement.file.SettleFolder;
import org.facepay.terminal.settlement.file.Settled;
import org.facepay.terminal.settlement.planogram.Planogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The smart container without its cabinet. */
@Command(
    name = "container",
    description =
        "Settles sessions of a smart container from its load cells; advises on its layout.",
    subcommands = {
      ContainerCommand.Settle.class,
      ContainerCommand.Advise.class,
      ContainerCommand.Template.class
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
      boolean terminal =
          Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
      var folder =
          new SettleFolder(
              PlanogramFile.read(planogram),
              System.err::println,
              p -> tell(terminal, p.done() + " of " + p.of() + " sessions"));
      Settled settled = folder.settle(sessions, out);
      tell(terminal, System.lineSeparator());
      System.out.println(settled.line());
      return settled.everyAnswer() ? 0 : 1;
    }

    private static void tell(boolean terminal, String text) {
      if (terminal) {
        System.err.print("\r" + text);
      }
    }
  }

  /** From one cabinet to others. */
  @Command(
      name = "template",
      description =
          "Writes the lanes and goods of a planogram, without what is one cabinet's own, for others.")
  static final class Template implements Callable<Integer> {
    @Option(
        names = "--planogram",
        required = true,
        description = "planogram.json, or a version in a terminal's cabinet/planograms")
    private Path planogram = Path.of("");

    @Option(names = "--out", required = true, description = "template.json")
    private Path out = Path.of("");

    @Override
    public Integer call() throws Exception {
      Planogram read = PlanogramFile.read(planogram);
      PlanogramFile.writeTemplate(out, read);
      int lanes = read.shelves().stream().mapToInt(s -> s.lanes().size()).sum();
      System.out.printf(
          Locale.ROOT,
          "TEMPLATE shelves=%d lanes=%d goods=%d%n",
          read.shelves().size(),
          lanes,
          read.skus().size());
      return 0;
    }
  }

  /** From a layout to a better one. */
  @Command(
      name = "advise",
      description = "Predicts how often a layout is settled wrongly, and what should be swapped.")
  static final class Advise implements Callable<Integer> {
    @Option(names = "--planogram", required = true, description = "planogram.json")
    private Path planogram = Path.of("");

    @Option(
        names = "--swaps",
        converter = Count.class,
        defaultValue = "20",
        description = "at most so many, 20 if not given")
    private int swaps;

    @Override
    public Integer call() throws Exception {
      Planogram layout = PlanogramFile.read(planogram);
      Advisor.Advice advice = Advisor.advise(layout, swaps);
      for (Advisor.Swap swap : advice.swaps()) {
        System.out.println(
            "swap " + told(layout, swap.one()) + " with " + told(layout, swap.other()));
      }
      System.out.printf(
          Locale.ROOT,
          "ADVISE before=%.2f after=%.2f swaps=%d%n",
          100 * advice.before(),
          100 * advice.after(),
          advice.swaps().size());
      return 0;
    }

    private static String told(Planogram layout, Advisor.Place place) {
      Planogram.Shelf shelf = layout.shelves().get(place.shelf());
      return shelf.id() + " lane " + (place.lane() + 1);
    }
  }
}
