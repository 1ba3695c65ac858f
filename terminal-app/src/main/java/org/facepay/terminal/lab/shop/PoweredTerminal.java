package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.lab.browser.TerminalProcess;

/** A terminal of a shop with a hand at its page, whose power can be cut. */
final class PoweredTerminal implements AutoCloseable {
  private static final Duration TOUCH = Duration.ofSeconds(3);
  private static final Duration LOADED = Duration.ofSeconds(90);
  private static final int TOUCHES = 20;

  private final Path config;
  private final Path log;
  private TerminalProcess terminal;
  private PageClient page;

  /**
   * Starts it.
   *
   * @param log what the terminal writes
   */
  PoweredTerminal(DemoShop shop, Path log) throws IOException, InterruptedException {
    config = shop.config();
    this.log = log;
    terminal = new TerminalProcess(config, log);
    page = new PageClient(terminal.page());
  }

  /** The page that is shown now. */
  PageClient page() {
    return page;
  }

  /** What a finger does. */
  interface Finger {
    void touch(PageClient page) throws InterruptedException;
  }

  /** A finger that nothing came of comes down again, on a page that was loaded anew. */
  void untilSeen(String what, Predicate<JsonNode> seen, Finger finger)
      throws IOException, InterruptedException {
    for (int touches = 1; ; touches++) {
      finger.touch(page);
      try {
        page.await(what, seen, TOUCH);
        return;
      } catch (IOException e) {
        if (touches == TOUCHES) {
          throw e;
        }
        page.close();
        page = new PageClient(terminal.page());
        page.await("the page", _ -> true, LOADED);
      }
    }
  }

  /** The power is cut, and comes back at once. */
  void cutPower() throws IOException, InterruptedException {
    page.close();
    terminal.kill();
    terminal = new TerminalProcess(config, log);
    page = new PageClient(terminal.page());
  }

  @Override
  public void close() {
    page.close();
    terminal.close();
  }
}
