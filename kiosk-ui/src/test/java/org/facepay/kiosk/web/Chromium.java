package org.facepay.kiosk.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The system's Chromium under Playwright; whatever is missing makes the tests fail with the
 * packages to install.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--enable-pinch",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
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
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setHeadless(true)
                    .setArgs(FLAGS)
                    .setTimeout(30_000));
    return new Chromium(playwright, browser);
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return driver;
  }
}
