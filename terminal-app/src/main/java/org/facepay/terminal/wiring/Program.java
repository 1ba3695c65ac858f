package org.facepay.terminal.wiring;

import java.nio.file.Path;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.config.ConfigReader;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.devices.Roles;

/** A terminal from a configuration file. */
public record Program(Terminal terminal) implements AutoCloseable {

  public static TerminalConfig config(Path file) throws ConfigException {
    return reader().read(file);
  }

  /** Knows the drivers there are. */
  public static ConfigReader reader() {
    return new ConfigReader(new ConfigReader.Roles(Roles.ALL.keys()));
  }

  public static Program from(Path file) throws ConfigException, Terminal.StartException {
    return new Program(Terminal.start(config(file)));
  }

  @Override
  public void close() {
    terminal.close();
  }
}
