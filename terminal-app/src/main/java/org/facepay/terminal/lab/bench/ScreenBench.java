package org.facepay.terminal.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.peripherals.scanner.ScannerSimulator;
import org.facepay.peripherals.scanner.ScannerWorker;
import org.facepay.terminal.lab.browser.Chromium;
import org.facepay.terminal.lab.shop.Barcodes;
import org.facepay.terminal.lab.shop.DemoShop;
import org.facepay.terminal.wiring.Terminal;

/** From the bytes on the scanner's wire to the event, to the page's document, to the glass. */
final class ScreenBench {
  private static final int SCANS = 300;
  private static final int WARM_UP = 60;
  private static final int PER_BASKET = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ScreenBench() {}

  static void wire(Path folder, Figures figures) throws IOException, InterruptedException {
    BlockingQueue<Long> arrivals = new ArrayBlockingQueue<>(16);
    long[] events = new long[SCANS];
    long[] decoded = new long[SCANS];
    try (ScannerSimulator scanner = ScannerSimulator.start(folder.resolve("bench-scanner"));
        ScannerWorker worker =
            ScannerWorker.start(
                "scanner", scanner.path(), scan -> arrivals.add(System.nanoTime()), health -> {})) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!worker.health().online() && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      for (int i = -WARM_UP; i < SCANS; i++) {
        long start = System.nanoTime();
        scanner.scan("6900123400074");
        long written = System.nanoTime();
        long arrived = take(arrivals, "a scan");
        if (i >= 0) {
          events[i] = arrived - start;
          decoded[i] = Math.max(1, written - start);
        }
      }
    }
    String peer = "writing to the pty";
    figures.print(
        "scan_event_p50",
        Figures.quantileMs(events, .5),
        "ms",
        peer,
        Figures.quantileMs(decoded, .5));
    figures.print(
        "scan_event_p99",
        Figures.quantileMs(events, .99),
        "ms",
        peer,
        Figures.quantileMs(decoded, .99));
  }

  static void glass(DemoShop shop, Terminal terminal, Chromium browser, Figures figures)
      throws IOException, InterruptedException {
    BlockingQueue<KioskServer.Painted> painted = new ArrayBlockingQueue<>(1024);
    terminal.page().onPainted(painted::offer);
    browser.await("the attract screen", "document.querySelector('.attract')", PATIENCE);
    long[] dom = new long[SCANS];
    long[] glass = new long[SCANS];
    for (int i = -WARM_UP; i < SCANS; i++) {
      if ((i + WARM_UP) % PER_BASKET == 0 && i > -WARM_UP) {
        empty(browser);
      }
      browser.await("a page at rest", "document.getAnimations().length === 0", PATIENCE);
      painted.clear();
      long shown = terminal.page().paintedSeq().orElse(0);
      long start = System.nanoTime();
      shop.scanner().scan(Barcodes.TEN.get(Math.floorMod(i, Barcodes.TEN.size())));
      KioskServer.Painted at = take(painted, "a painted screen");
      while (at.seq() <= shown) {
        at = take(painted, "a painted screen");
      }
      if (i >= 0) {
        dom[i] = at.domNanos() - start;
        glass[i] = at.paintedNanos() - start;
      }
    }
    empty(browser);
    figures.print("scan_dom_p50", Figures.quantileMs(dom, .5), "ms", "goal", 10);
    figures.print("scan_dom_p99", Figures.quantileMs(dom, .99), "ms", "goal", 25);
    figures.print("scan_painted_p50", Figures.quantileMs(glass, .5), "ms", "goal", 25);
    figures.print("scan_painted_p95", Figures.quantileMs(glass, .95), "ms", "goal", 25);
    figures.print("scan_painted_p99", Figures.quantileMs(glass, .99), "ms", "goal", 50);
  }

  /** Throws the basket away, so that baskets stay as long as people's. */
  private static void empty(Chromium browser) throws IOException, InterruptedException {
    browser.press("取消");
    browser.press("清空");
    browser.await("the attract screen", "document.querySelector('.attract')", PATIENCE);
  }

  private static <T> T take(BlockingQueue<T> queue, String what)
      throws InterruptedException, IOException {
    T taken = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (taken == null) {
      throw new IOException("waited for " + what);
    }
    return taken;
  }
}
