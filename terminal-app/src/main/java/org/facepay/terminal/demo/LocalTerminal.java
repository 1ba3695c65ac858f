package org.facepay.terminal.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.config.ConfigReader;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.payment.alipay.AlipayProvider;
import org.facepay.terminal.wiring.Providers;
import org.facepay.terminal.wiring.Terminal;

/** A terminal with its provider, from a configuration file. */
public record LocalTerminal(Terminal terminal, AlipayProvider provider) implements AutoCloseable {

  public static TerminalConfig config(Path file) throws ConfigException {
    return new ConfigReader(Set.copyOf(Scanners.names()), Set.copyOf(Printers.names())).read(file);
  }

  public static LocalTerminal from(Path file)
      throws ConfigException, IOException, Terminal.StartException {
    TerminalConfig config = config(file);
    AlipayProvider provider = Providers.alipay(config);
    return new LocalTerminal(Terminal.start(config, provider), provider);
  }

  @Override
  public void close() {
    terminal.close();
    provider.close();
  }
}
