package org.facepay.terminal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facepay.terminal.devices.Torture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Devices without a till, for technicians. */
@Command(
    name = "devices",
    description = "Lists, probes, watches and tests devices.",
    subcommands = DevicesCommand.TortureCommand.class)
final class DevicesCommand {

  /** Faults on every simulated device. */
  @Command(
      name = "torture",
      description = "Random faults on every simulated device while sales go on.")
  static final class TortureCommand implements Callable<Integer> {
    @Option(names = "--runs", defaultValue = "200", description = "faults, one after the other")
    private int runs;

    @Option(names = "--seed", defaultValue = "1", description = "fixes the faults")
    private long seed;

    @Override
    public Integer call() throws Exception {
      Path folder = Files.createTempDirectory("facepay-torture");
      return new Torture(runs, seed, System.out).run(folder) ? 0 : 1;
    }
  }
}
