package org.facepay.terminal.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facepay.terminal.demo.LocalTerminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a configuration without starting anything. */
@Command(
    name = "config",
    description = "Checks a configuration file and lists everything that is wrong with it.")
final class ConfigCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the terminal's YAML file")
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    var config = LocalTerminal.config(file);
    System.out.println("CONFIG ok terminal=" + config.identity().id());
    return 0;
  }
}
