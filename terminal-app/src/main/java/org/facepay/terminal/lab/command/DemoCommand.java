package org.facepay.terminal.lab.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.command.PortNumber;
import org.facepay.terminal.lab.browser.Chromium;
import org.facepay.terminal.lab.shop.AttendantTrip;
import org.facepay.terminal.lab.shop.BenchPage;
import org.facepay.terminal.lab.shop.ContainerTrip;
import org.facepay.terminal.lab.shop.DemoShop;
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
      description = "checkout, vending or container (default ${DEFAULT-VALUE})")
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
    if (form == DemoShop.Form.CONTAINER) {
      return walkToContainer();
    }
    if (form == DemoShop.Form.VENDING) {
      return walkToMachine();
    }
    return attendant ? walkWithAttendant() : walk();
  }

  private int walkToContainer() throws Exception {
    Path folder = Files.createTempDirectory("facepay-trip");
    boolean face = pay == Trip.Pay.FACE;
    try (DemoShop shop =
            new DemoShop(
                folder, new DemoShop.Settings(0, Duration.ofSeconds(1), false, face, true, form));
        Program started = Program.from(shop.config());
        Chromium browser = Chromium.headless(started.terminal().url(), 1080, 1920)) {
      ContainerTrip.Result result = new ContainerTrip(shop, browser, System.out, pay, pace).run();
      System.out.println(result);
      return result.good() ? 0 : 1;
    }
  }

  private int walkToMachine() throws Exception {
    if (pay != Trip.Pay.CODE || attendant) {
      throw new IllegalArgumentException("a vending machine is paid by a code: --pay code");
    }
    Path folder = Files.createTempDirectory("facepay-trip");
    try (DemoShop shop =
            new DemoShop(
                folder, new DemoShop.Settings(0, Duration.ofSeconds(1), false, false, true, form));
        Program started = Program.from(shop.config());
        Chromium browser = Chromium.headless(started.terminal().url(), 1080, 1920)) {
      VendingTrip.Result result = new VendingTrip(shop, browser, System.out, pace).run();
      System.out.println(result);
      return result.good() ? 0 : 1;
    }
  }

  private int walk() throws Exception {
    Path folder = Files.createTempDirectory("facepay-trip");
    try (DemoShop shop =
            new DemoShop(
                folder,
                new DemoShop.Settings(0, Duration.ofSeconds(1), false, pay == Trip.Pay.FACE));
        Program started = Program.from(shop.config());
        Chromium browser = Chromium.headless(started.terminal().url(), 1080, 1920)) {
      Trip.Result result = new Trip(shop, browser, System.out, pay, pace).run();
      System.out.println(result);
      return result.good() ? 0 : 1;
    }
  }

  private int walkWithAttendant() throws Exception {
    Path folder = Files.createTempDirectory("facepay-trip");
    try (DemoShop shop =
            new DemoShop(
                folder, new DemoShop.Settings(0, Duration.ofSeconds(1), false, false, true));
        Program started = Program.from(shop.config());
        Chromium browser = Chromium.headless(started.terminal().url(), 1080, 1920);
        Chromium phone = Chromium.phone(shop.attendantsPhone(), shop.attendantsPin())) {
      AttendantTrip.Result result = new AttendantTrip(shop, browser, phone, System.out).run();
      System.out.println(result);
      return result.good() ? 0 : 1;
    }
  }

  private int open() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    DemoShop shop =
        new DemoShop(
            dir.toAbsolutePath(),
            new DemoShop.Settings(port, Duration.ofSeconds(12), false, true, true, form));
    Program started = Program.from(shop.config());
    BenchPage bench = BenchPage.start(shop, port == 0 ? 0 : port + 1);
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

  private static void close(BenchPage bench, Program started, DemoShop shop, CountDownLatch ended) {
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
