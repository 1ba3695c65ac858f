package org.facepay.terminal.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Figures of this machine. */
@Command(
    name = "bench",
    description =
        "Measures the terminal on this machine, each figure beside a peer from the same run.")
final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    return 0;
  }
}
