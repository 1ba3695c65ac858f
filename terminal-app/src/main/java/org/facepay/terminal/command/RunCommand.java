package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.VendingScreen;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.kiosk.web.Panel;
import org.facepay.terminal.browser.BrowserCommand;
import org.facepay.terminal.browser.BrowserWatch;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.files.NativeFolder;
import org.facepay.terminal.files.Programs;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.wiring.Program;
import org.facepay.terminal.wiring.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The terminal itself, until it is told to end. */
@Command(
    name = RunCommand.NAME,
    description = "Runs the terminal of a configuration file until Ctrl-C or SIGTERM.")
final class RunCommand implements Callable<Integer> {
  static final String NAME = "run";

  @Option(names = "--config", required = true, description = "the terminal's YAML file")
  private Path config = Path.of("");

  @Option(
      names = "--kiosk",
      description =
          "also starts Chromium with the shopper's page on the whole glass, and keeps it up")
  private boolean kiosk;

  @Option(
      names = "--browser",
      defaultValue = "chromium",
      description = "the program for --kiosk (default: ${DEFAULT-VALUE})")
  private String browser = "chromium";

  @Override
  public Integer call() throws Exception {
    Thread.ofPlatform().daemon().name("signatures").start(Rsa::load);
    TerminalConfig read = Program.config(config);
    BrowserCommand command = command(read.hands().page().panel());
    List<String> loose = Readiness.loose(read);
    if (!loose.isEmpty()) {
      throw new IOException(String.join(System.lineSeparator(), loose));
    }
    NativeFolder.choose(read.data());
    CountDownLatch ended = new CountDownLatch(1);
    Terminal started = Terminal.start(read);
    Optional<BrowserWatch> watch = kiosk ? Optional.of(watch(command, started)) : Optional.empty();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  watch.ifPresent(BrowserWatch::close);
                  started.close();
                  ended.countDown();
                },
                "shutdown"));
    System.out.println("PAGE " + started.url());
    ended.await();
    return 0;
  }

  /** Refused before anything is started, with everything that is missing. */
  private BrowserCommand command(Optional<Panel> panel) throws IOException {
    Map<String, String> of = System.getenv();
    BrowserCommand command =
        new BrowserCommand(
            browser,
            of.containsKey("DISPLAY") || of.containsKey("WAYLAND_DISPLAY"),
            panel,
            "root".equals(System.getProperty("user.name")));
    List<String> missing = kiosk ? command.missing(Programs::installed) : List.of();
    if (!missing.isEmpty()) {
      throw new IOException(String.join(System.lineSeparator(), missing));
    }
    return command;
  }

  private static BrowserWatch watch(BrowserCommand command, Terminal terminal) {
    KioskServer page = terminal.page();
    BrowserWatch watch =
        new BrowserWatch(
            profile -> command.of(terminal.url(), profile),
            new BrowserWatch.Page() {
              @Override
              public Duration behind() {
                return page.behind();
              }

              @Override
              public boolean idle() {
                return page.newest().filter(s -> !isIdle(s.screen())).isEmpty();
              }
            },
            BrowserWatch.Limits.USUAL);
    watch.start();
    return watch;
  }

  private static boolean isIdle(Screen screen) {
    return screen instanceof Screen.Attract
        || screen instanceof Screen.Closed
        || screen instanceof Screen.Boot
        || (screen instanceof VendingScreen.Shelf shelf
            && shelf.slots().stream().noneMatch(s -> s.pieces() > 0));
  }
}
