package org.facepay.terminal.lab.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.command.PortNumber;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.lab.browser.Chromium;
import org.facepay.terminal.lab.shop.AttendantTrip;
import org.facepay.terminal.lab.shop.BenchPage;
import org.facepay.terminal.lab.shop.ContainerTrip;
import org.facepay.terminal.lab.shop.DemoMedia;
import org.facepay.terminal.lab.shop.DemoShop;
import org.facepay.terminal.lab.shop.Judged;
import org.facepay.terminal.lab.shop.Trip;
import org.facepay.terminal.lab.shop.VendingTrip;
import org.facepay.terminal.wiring.Program;
import org.facepay.terminal.wiring.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A whole shop on one machine, to play with or to walk through by itself. */
@Command(
    name = "demo",
    description =
        "Starts a terminal with simulated devices, a sandbox wallet and a collector; Ctrl-C ends all of it.")
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--trip",
      description =
          "walk a ten-item trip in a headless browser instead, print its timeline and end")
  private boolean trip;

  @Option(
      names = "--pace",
      description = "with --trip: really wait for the 2 s a hand needs per item")
  private boolean pace;

  @Option(
      names = "--pay",
      defaultValue = "code",
      description = "with --trip: code or face (default ${DEFAULT-VALUE})")
  private Trip.Pay pay = Trip.Pay.CODE;

  @Option(
      names = "--attendant",
      description =
          "with --trip: an age-restricted article, settled from the attendant's page, paid in cash")
  private boolean attendant;

  @Option(
      names = "--form",
      defaultValue = "checkout",
      description = "checkout, vending, keypad or container (default ${DEFAULT-VALUE})")
  private DemoShop.Form form = DemoShop.Form.CHECKOUT;

  @Option(
      names = "--dir",
      defaultValue = "run/demo",
      description = "keeps the shop's data (default ${DEFAULT-VALUE})")
  private Path dir = Path.of("run/demo");

  @Option(
      names = "--port",
      converter = PortNumber.class,
      defaultValue = "8480",
      description = "of the shopper's page (default ${DEFAULT-VALUE})")
  private int port = 8480;

  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(100);

  @Override
  public Integer call() throws Exception {
    if (!trip) {
      return open();
    }
    return switch (form) {
      case CONTAINER -> walkToContainer();
      case VENDING -> walkToMachine();
      case KEYPAD -> throw new IllegalArgumentException("no --trip keys in a number");
      case CHECKOUT -> attendant ? walkWithAttendant() : walkToTill();
    };
  }

  /** A shopper's way through a shop, before the page in a browser. */
  private interface Walk {
    Judged through(DemoShop shop, Chromium browser) throws Exception;
  }

  private int walk(boolean faces, boolean cabinet, Walk walk) throws Exception {
    return Trial.of(
        "facepay-trip",
        new DemoShop.Settings(0, Duration.ofSeconds(1), false, faces, cabinet, form),
        (shop, _) -> {
          try (Program started = Program.from(shop.config());
              Chromium browser = Chromium.headless(started.terminal().url(), 1080, 1920)) {
            return walk.through(shop, browser);
          }
        });
  }

  private int walkToContainer() throws Exception {
    return walk(
        pay == Trip.Pay.FACE,
        true,
        (shop, browser) -> new ContainerTrip(shop, browser, System.out, pay, pace).run());
  }

  private int walkToMachine() throws Exception {
    if (attendant) {
      throw new IllegalArgumentException("nobody attends to a vending machine: no --attendant");
    }
    return walk(
        pay == Trip.Pay.FACE,
        true,
        (shop, browser) -> new VendingTrip(shop, browser, System.out, pay, pace).run());
  }

  private int walkToTill() throws Exception {
    return walk(
        pay == Trip.Pay.FACE,
        false,
        (shop, browser) -> new Trip(shop, browser, System.out, pay, pace).run());
  }

  private int walkWithAttendant() throws Exception {
    return walk(
        false,
        true,
        (shop, browser) -> {
          try (Chromium phone = Chromium.phone(shop.attendantsPhone(), shop.attendantsPin())) {
            return new AttendantTrip(shop, browser, phone, System.out).run();
          }
        });
  }

  private int open() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    DemoShop shop =
        new DemoShop(
            dir.toAbsolutePath(),
            new DemoShop.Settings(port, Duration.ofSeconds(12), false, true, true, form));
    DemoMedia.of(shop).hang();
    Started started = new Started(shop);
    BenchPage bench = BenchPage.start(shop, port == 0 ? 0 : port + 1, started::again);
    URI page = started.terminal().url();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> close(bench, started, shop, ended), "shutdown"));
    awaitSelling(started.terminal());
    System.out.println(addresses(started.terminal(), bench, shop));
    if (System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null) {
      Process window = Chromium.window(page);
      Runtime.getRuntime().addShutdownHook(new Thread(window::destroy, "window"));
    }
    ended.await();
    return 0;
  }

  /** The demo's terminal, which the bench starts again at the address of before. */
  private static final class Started implements AutoCloseable {
    private final DemoShop shop;
    private Program program;

    Started(DemoShop shop) throws ConfigException, Terminal.StartException {
      this.shop = shop;
      this.program = Program.from(shop.config());
    }

    synchronized Terminal terminal() {
      return program.terminal();
    }

    /** By the configuration of now. */
    synchronized void again() throws IOException {
      program.close();
      try {
        program = Program.from(shop.config());
      } catch (ConfigException | Terminal.StartException e) {
        throw new IOException("the terminal is not started again: " + e.getMessage(), e);
      }
    }

    @Override
    public synchronized void close() {
      program.close();
    }
  }

  /** So that the addresses are not lost among what a start has to say. */
  private static void awaitSelling(Terminal terminal) throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end
        && terminal.page().newest().filter(s -> !(s.screen() instanceof Screen.Boot)).isEmpty()) {
      Thread.sleep(LOOK.toMillis());
    }
    Thread.sleep(LOOK.toMillis());
  }

  /** In one block, the last thing that is printed. */
  private String addresses(Terminal terminal, BenchPage bench, DemoShop shop) {
    String technician =
        terminal
            .consoleUrl()
            .map(url -> "technician      " + url + "  PIN " + DemoShop.PIN + "\n")
            .orElse("");
    return """

        shopper's page  %s
        bench page      %s
        attendant       %s
        %spaper           %s
        Ctrl-C ends everything.
        """
        .formatted(
            terminal.url(),
            bench.url(),
            shop.attendantsPhone(),
            technician,
            dir.toAbsolutePath().resolve("paper"));
  }

  private static void close(BenchPage bench, Started started, DemoShop shop, CountDownLatch ended) {
    bench.close();
    started.close();
    try {
      shop.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ended.countDown();
    }
  }
}
