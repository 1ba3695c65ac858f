package org.facepay.terminal.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.wiring.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a configuration, and the files it names, without starting or writing anything. */
@Command(
    name = "config",
    description =
        "Checks a configuration file, the goods, recalls, badges and keys it names, and lists everything that is wrong with them.")
final class ConfigCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the terminal's YAML file")
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    var config = Program.config(file);
    Readiness readiness = Readiness.of(config);
    if (!readiness.problems().isEmpty()) {
      throw new ConfigException(file, readiness.problems());
    }
    System.out.println("CONFIG ok terminal=" + config.identity().id() + " " + readiness);
    return 0;
  }
}
