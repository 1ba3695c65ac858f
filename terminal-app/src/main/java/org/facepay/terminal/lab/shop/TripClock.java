package org.facepay.terminal.lab.shop;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.facepay.terminal.lab.browser.Chromium;

/** What the steps of a trip took; the hands of its shopper are waited for only when asked. */
final class TripClock {
  private final Chromium browser;
  private final PrintStream out;
  private final boolean paced;
  private long begun;
  private Duration waitedBefore = Duration.ZERO;
  private Duration human = Duration.ZERO;

  /**
   * @param paced whether the scripted time of the hands is really waited for
   */
  TripClock(Chromium browser, PrintStream out, boolean paced) {
    this.browser = browser;
    this.out = out;
    this.paced = paced;
  }

  /** What of a trip was the program's, and all of it. */
  record Times(long softwareMs, long totalMs) {}

  void begin() {
    begun = System.nanoTime();
    waitedBefore = browser.waited();
  }

  /** The shopper's hands are busy for so long. */
  void hands(Duration time) throws InterruptedException {
    human = human.plus(time);
    if (paced) {
      Thread.sleep(time);
    }
  }

  /**
   * A step is done, and told.
   *
   * @param from when it began, by {@link System#nanoTime}
   */
  void step(String what, long from) {
    long now = System.nanoTime();
    out.printf(
        Locale.ROOT, "%8.1f ms  %-44s %7.1f ms%n", (now - begun) / 1e6, what, (now - from) / 1e6);
  }

  /** From the beginning until now. */
  Times times() {
    long total = (System.nanoTime() - begun) / 1_000_000;
    long hands = paced ? human.toMillis() : 0;
    return new Times(total - hands - browser.waited().minus(waitedBefore).toMillis(), total);
  }
}
