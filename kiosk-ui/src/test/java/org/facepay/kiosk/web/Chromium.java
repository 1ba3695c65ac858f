package org.facepay.kiosk.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The system's Chromium under Playwright. The only place that knows what has to be installed;
 * whatever is missing makes the tests fail with the packages to install.
 */
final class Chromium implements AutoCloseable {
  private static final String PLAYWRIGHT = "1.62.0";
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
    Path chromium = program("chromium", "chromium-browser", "google-chrome-stable");
    Path node = program("node", "nodejs");
    System.setProperty("playwright.cli.dir", prepared().toString());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.toString(),
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

  private static Path program(String... names) {
    return Stream.of(names)
        .flatMap(
            name -> Stream.of(System.getenv("PATH").split(":", -1)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    names[0]
                        + " is not installed; the page's tests need the Debian packages"
                        + " chromium, nodejs, npm and fonts-noto-cjk"));
  }

  /** Playwright's JavaScript, fetched once from npm if it is not there. */
  private static Path prepared() {
    Path home = Path.of("target", "playwright", PLAYWRIGHT).toAbsolutePath();
    if (Files.exists(home.resolve("package/cli.js"))) {
      return home;
    }
    try {
      Process script =
          new ProcessBuilder("sh", "src/test/prepare-playwright.sh", PLAYWRIGHT)
              .inheritIO()
              .start();
      if (!script.waitFor(120, TimeUnit.SECONDS) || script.exitValue() != 0) {
        script.destroyForcibly();
        throw new IllegalStateException(
            "src/test/prepare-playwright.sh could not fetch playwright-core; it needs npm and the"
                + " npm registry");
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot run src/test/prepare-playwright.sh", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fetching playwright-core", e);
    }
    return home;
  }
}
