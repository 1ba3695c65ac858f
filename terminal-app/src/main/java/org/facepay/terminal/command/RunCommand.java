package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
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
    unpackNativesIn(LocalTerminal.config(config).data().resolve("natives"));
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

  /**
   * SQLite's driver unpacks its library at every start, and a program that is killed cannot delete
   * it: a folder of its own is cleared first, so that power cuts do not fill the disk.
   */
  private static void unpackNativesIn(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    System.setProperty("org.sqlite.tmpdir", folder.toString());
  }
}
