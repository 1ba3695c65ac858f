package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.demo.LocalTerminal;
import org.facepay.terminal.files.NativeFolder;
import org.facepay.terminal.files.OwnerOnly;
import org.facepay.terminal.wiring.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The terminal itself, until it is told to end. */
@Command(
    name = "run",
    description = "Runs the terminal of a configuration file until Ctrl-C or SIGTERM.")
final class RunCommand implements Callable<Integer> {
  @Option(names = "--config", required = true, description = "the terminal's YAML file")
  private Path config = Path.of("");

  @Override
  public Integer call() throws Exception {
    TerminalConfig read = LocalTerminal.config(config);
    refuseLoose(read);
    NativeFolder.choose(read.data());
    CountDownLatch ended = new CountDownLatch(1);
    Terminal started = Terminal.start(read);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  started.close();
                  ended.countDown();
                },
                "shutdown"));
    System.out.println("PAGE " + started.url());
    ended.await();
    return 0;
  }

  /** Nobody but the terminal's user may read what it keeps, or the keys it is given. */
  private static void refuseLoose(TerminalConfig config) throws IOException {
    List<String> problems = new ArrayList<>(OwnerOnly.problems(config.data()));
    for (Path secret : config.secrets()) {
      problems.addAll(OwnerOnly.problem(secret));
    }
    if (!problems.isEmpty()) {
      throw new IOException(String.join(System.lineSeparator(), problems));
    }
  }
}
