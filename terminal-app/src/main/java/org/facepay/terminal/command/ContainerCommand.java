package org.facepay.terminal.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facepay.terminal.container.file.PlanogramFile;
import org.facepay.terminal.container.file.SettleFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The smart container without its cabinet. */
@Command(
    name = "container",
    description =
        "Settles sessions of a smart container from its load cells; simulates and scores.",
    subcommands = {ContainerCommand.Settle.class})
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
}
