package org.facepay.terminal.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.config.ConfigReader;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.devices.Roles;
import org.facepay.terminal.wiring.Providers;
import org.facepay.terminal.wiring.Terminal;

/** A terminal with its providers, from a configuration file. */
public record LocalTerminal(Terminal terminal, Providers providers) implements AutoCloseable {

  public static TerminalConfig config(Path file) throws ConfigException {
    return reader().read(file);
  }

  /** Knows the drivers there are. */
  public static ConfigReader reader() {
    return new ConfigReader(new ConfigReader.Drivers(Roles.all()));
  }

  public static LocalTerminal from(Path file)
      throws ConfigException, IOException, Terminal.StartException {
    TerminalConfig config = config(file);
    Providers providers = Providers.open(config);
    try {
      return new LocalTerminal(Terminal.start(config, providers), providers);
    } catch (Terminal.StartException e) {
      providers.close();
      throw e;
    }
  }

  @Override
  public void close() {
    terminal.close();
    providers.close();
  }
}
