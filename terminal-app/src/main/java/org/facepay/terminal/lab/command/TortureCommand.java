package org.facepay.terminal.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.torture.Torture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Faults on every simulated device. */
@Command(
    name = "torture",
    description = "Random faults on every simulated device while sales go on.")
final class TortureCommand implements Callable<Integer> {
  @Option(
      names = "--runs",
      converter = Count.class,
      defaultValue = "200",
      description = "faults, one after the other")
  private int runs;

  @Option(names = "--seed", defaultValue = "1", description = "fixes the faults")
  private long seed;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("facepay-torture");
    return new Torture(runs, seed, System.out).run(folder) ? 0 : 1;
  }
}
