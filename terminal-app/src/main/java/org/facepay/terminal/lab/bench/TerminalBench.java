package org.facepay.terminal.lab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.lab.browser.Chromium;
import org.facepay.terminal.lab.shop.DemoShop;
import org.facepay.terminal.wiring.Program;
import org.facepay.terminal.wiring.Terminal;

/** All figures, one after the other, in one run. */
public final class TerminalBench {
  private TerminalBench() {}

  public static void run(Path folder, PrintStream out)
      throws IOException,
          SQLException,
          StorageException,
          InterruptedException,
          ConfigException,
          Terminal.StartException {
    Figures figures = new Figures(out);
    JournalBench.run(folder, figures);
    ScreenBench.wire(folder, figures);
    DemoShop.Settings settings = new DemoShop.Settings(0, Duration.ofSeconds(1), false);
    try (DemoShop shop = new DemoShop(folder.resolve("shop"), settings)) {
      try (Program local = Program.from(shop.config());
          Chromium browser = Chromium.headless(local.terminal().url(), 1080, 1920)) {
        ScreenBench.glass(shop, local.terminal(), browser, figures);
      }
      ProcessBench.run(shop, folder.resolve("terminal.log"), figures);
    }
    UploadBench.run(folder, figures);
  }
}
