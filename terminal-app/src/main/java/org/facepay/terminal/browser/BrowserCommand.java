package org.facepay.terminal.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.facepay.kiosk.web.Panel;

/**
 * How Chromium is started on a terminal: the page alone on the whole glass, nothing of the browser
 * that a hand could reach, and no more of it than a small device has room for. On a display that is
 * there already it takes that one; on a bare console cage, a Wayland compositor for one window,
 * gives it one.
 *
 * @param browser the program, such as chromium
 * @param display whether a display server runs already
 * @param pixels of the panel; for displays that have no window manager to fill them
 * @param root whether it would run as root, where Chromium has no sandbox
 */
public record BrowserCommand(
    String browser, boolean display, Optional<Panel> pixels, boolean root) {
  private static final String COMPOSITOR = "cage";

  /** Switches of Chromium (chrome/common/chrome_switches.cc and the folders beside it). */
  private static final List<String> FLAGS =
      List.of(
          "--kiosk",
          "--window-position=0,0",
          "--no-first-run",
          "--no-default-browser-check",
          "--noerrdialogs",
          "--disable-infobars",
          // What a hand does to a page by accident.
          "--disable-pinch",
          "--overscroll-history-navigation=0",
          "--disable-features=Translate,TouchpadOverscrollHistoryNavigation,GlobalMediaControls",
          // After a power cut nobody is there to answer.
          "--disable-session-crashed-bubble",
          "--hide-crash-restore-bubble",
          "--password-store=basic",
          // Nothing of it speaks to anybody but the terminal.
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-quic",
          "--disable-domain-reliability",
          "--no-pings",
          // One page on a small machine.
          "--renderer-process-limit=1",
          "--disk-cache-size=1",
          "--js-flags=--max-old-space-size=128");

  /**
   * What is missing on the machine, in words that say what to do; empty for nothing.
   *
   * @param installed whether a program of this name is on the path
   */
  public List<String> missing(Predicate<String> installed) {
    List<String> missing = new ArrayList<>();
    if (!installed.test(browser)) {
      missing.add(browser + " is not installed; run: apt-get install chromium fonts-noto-cjk");
    }
    if (!display && !installed.test(COMPOSITOR)) {
      missing.add(
          "there is no display, and cage is not installed to make one; run: apt-get install cage"
              + " xwayland");
    }
    if (root) {
      missing.add(
          "Chromium has no sandbox as root; start the terminal as a user of its own, of the groups"
              + " video, input, render and dialout");
    }
    return missing;
  }

  /**
   * The command and its arguments.
   *
   * @param profile a folder that is thrown away with it
   */
  public List<String> of(URI page, Path profile) {
    List<String> command = new ArrayList<>();
    if (!display) {
      command.addAll(List.of(COMPOSITOR, "-d", "--"));
    }
    command.add(browser);
    command.addAll(FLAGS);
    pixels.ifPresent(
        panel ->
            command.add(
                switch (panel) {
                  case P21 -> "--window-size=1080,1920";
                  case L10 -> "--window-size=1280,800";
                  case L7 -> "--window-size=800,480";
                }));
    command.add("--user-data-dir=" + profile);
    command.add("--app=" + page);
    return command;
  }
}
