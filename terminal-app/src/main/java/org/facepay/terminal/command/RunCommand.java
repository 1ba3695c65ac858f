package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.files.NativeFolder;
import org.facepay.terminal.wiring.Program;
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
    TerminalConfig read = Program.config(config);
    List<String> loose = Readiness.loose(read);
    if (!loose.isEmpty()) {
      throw new IOException(String.join(System.lineSeparator(), loose));
    }
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
}
