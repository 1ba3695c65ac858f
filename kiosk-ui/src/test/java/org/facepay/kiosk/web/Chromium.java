package org.facepay.kiosk.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The system's Chromium under Playwright, started once for all tests of a process; whatever is
 * missing makes them fail with the packages to install. Playwright is for one thread.
 */
final class Chromium {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-gpu-vsync",
          "--disable-frame-rate-limit",
          "--no-first-run",
          "--enable-pinch",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Ends with the process: its driver sees the pipe close. */
  private static @Nullable Browser started;

  private Chromium() {}

  static synchronized Browser browser() {
    if (started == null) {
      started = start();
    }
    return started;
  }

  private static Browser start() {
    Path chromium = NodePackages.program("chromium", "chromium-browser", "google-chrome-stable");
    System.setProperty("playwright.cli.dir", driver().toString());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        NodePackages.node().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setHeadless(true)
                .setArgs(FLAGS)
                .setTimeout(30_000));
  }

  /** Playwright for Java looks for its JavaScript in a folder of this name. */
  private static synchronized Path driver() {
    Path driver = Path.of("target", "playwright").toAbsolutePath();
    Path link = driver.resolve("package");
    try {
      Files.createDirectories(driver);
      if (!Files.exists(link)) {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, NodePackages.home().resolve("playwright-core"));
      }
    } catch (FileAlreadyExistsException e) {
      return driver; // the module's other test process was faster
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return driver;
  }
}
