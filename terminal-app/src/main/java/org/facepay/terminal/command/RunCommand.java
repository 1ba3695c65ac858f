package org.facepay.terminal.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.facepay.terminal.demo.LocalTerminal;
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
    CountDownLatch ended = new CountDownLatch(1);
    LocalTerminal started = LocalTerminal.from(config);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  started.close();
                  ended.countDown();
                },
                "shutdown"));
    System.out.println("PAGE " + started.terminal().url());
    ended.await();
    return 0;
  }
}
