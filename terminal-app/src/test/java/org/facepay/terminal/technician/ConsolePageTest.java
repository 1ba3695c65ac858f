package org.facepay.terminal.technician;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.uplink.Trouble;
import org.facepay.tags.NeedsBrowser;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.lab.browser.Chromium;
import org.facepay.terminal.lab.browser.PageFit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The console as a phone and a desk show it, in both languages: nothing is cut off, lies over
 * something else or is too small for a finger.
 */
@NeedsBrowser
class ConsolePageTest extends ConsoleFixture {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Another page than the one that was left. */
  private static final String STANDS = "!window.left && document.readyState === 'complete'";

  private static void go(Chromium page, String path, String language) throws Exception {
    String there = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    page.evaluate("window.left = true; location.href = '" + there + "'");
    page.await(there, STANDS, PATIENCE);
  }

  @ParameterizedTest
  @CsvSource({"390, 844, zh", "390, 844, en", "1280, 800, zh", "1280, 800, en"})
  void everyPageFits(int width, int height, String language) throws Exception {
    for (Alarm.Kind kind : List.of(Alarm.Kind.NOT_SELLING, Alarm.Kind.EVENTS_REFUSED)) {
      alarms.raise(kind, "K3", "7");
    }
    Optional<Trouble> trouble = Optional.of(new Trouble(Trouble.Kind.HTTP_STATUS, "502"));
    collector = new StateDesk.Collector(false, trouble, 12_041, 2);
    String size = width + "-" + language;
    URI door = URI.create(console.url() + "?lang=" + language);
    try (Chromium page = Chromium.headless(door, width, height)) {
      page.await("the door", "document.querySelector('[name=pin]')", PATIENCE);
      PageFit.holds(page, "main", "console-door-" + size);
      page.evaluate(
          "window.left = true; document.querySelector('[name=pin]').value = '"
              + PIN
              + "'; document.querySelector('form').submit()");
      page.await("the devices", STANDS + " && document.querySelector('nav')", PATIENCE);
      for (String path :
          List.of("/", "/state", "/books", "/privacy", "/goods", "/badges", "/camera", "/visits")) {
        go(page, path, language);
        PageFit.holds(page, "main", "console-" + path.substring(1) + "-" + size);
      }
    }
  }
}
