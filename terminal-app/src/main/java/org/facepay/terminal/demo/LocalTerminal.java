package org.facepay.terminal.demo;

import java.nio.file.Path;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.config.ConfigReader;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.devices.Roles;
import org.facepay.terminal.wiring.Terminal;

/** A terminal from a configuration file. */
public record LocalTerminal(Terminal terminal) implements AutoCloseable {

  public static TerminalConfig config(Path file) throws ConfigException {
    return reader().read(file);
  }

  /** Knows the drivers there are. */
  public static ConfigReader reader() {
    return new ConfigReader(new ConfigReader.Drivers(Roles.all()));
  }

  public static LocalTerminal from(Path file) throws ConfigException, Terminal.StartException {
    return new LocalTerminal(Terminal.start(config(file)));
  }

  @Override
  public void close() {
    terminal.close();
  }
}
