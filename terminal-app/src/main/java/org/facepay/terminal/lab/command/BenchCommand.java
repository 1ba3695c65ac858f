package org.facepay.terminal.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facepay.terminal.lab.bench.TerminalBench;
import picocli.CommandLine.Command;

/** Figures of this machine. */
@Command(
    name = "bench",
    description =
        "Measures the terminal on this machine, each figure beside a peer or a goal from the same run.")
final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("facepay-bench");
    TerminalBench.run(folder, System.out);
    return 0;
  }
}
