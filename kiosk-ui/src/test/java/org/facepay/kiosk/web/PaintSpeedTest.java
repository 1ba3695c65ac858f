package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Screen.Line;
import org.facepay.kiosk.screen.Snapshot;
import org.junit.jupiter.api.Test;

/**
 * From a scanned line to the glass on the largest panel. The goal is p95 of 25 ms on an idle
 * machine; the bound here is wide because test machines are not idle.
 */
class PaintSpeedTest {
  private static final int SCANS = 40;
  private static final int WARM_UP = 10;

  @Test
  void aScannedLineIsOnTheGlassAtOnce() throws IOException, InterruptedException {
    try (Chromium chromium = Chromium.start();
        ShopperPage shopper = new ShopperPage(chromium, 1080, 1920, ReducedMotion.NO_PREFERENCE)) {
      BlockingQueue<KioskServer.Painted> painted = new LinkedBlockingQueue<>(1000);
      shopper.server.onPainted(painted::add);
      var samples = new SampleScreens(Language.ZH);
      var display = SampleScreens.display(Language.ZH, false, false);
      List<Line> lines = new ArrayList<>(samples.lines());
      double[] dom = new double[SCANS];
      double[] glass = new double[SCANS];
      for (int n = -WARM_UP; n < SCANS; n++) {
        Line last = lines.removeLast();
        lines.replaceAll(line -> SampleScreens.with(line, false));
        lines.addFirst(
            new Line(
                "line" + n,
                last.picture(),
                last.name(),
                last.note(),
                last.quantity(),
                last.count(),
                last.price(),
                last.was(),
                last.offer(),
                true,
                true));
        long seq = n + WARM_UP + 1;
        long shown = System.nanoTime();
        shopper.server.show(
            new Snapshot(
                seq, display, samples.basket(lines, Optional.empty(), false), Optional.empty()));
        KioskServer.Painted done = painted.poll(10, TimeUnit.SECONDS);
        assertTrue(done != null && done.seq() == seq, "not painted within 10 s");
        shopper.page.waitForFunction("() => document.getAnimations().length === 0");
        if (n >= 0) {
          dom[n] = (done.domNanos() - shown) / 1e6;
          glass[n] = (done.paintedNanos() - shown) / 1e6;
        }
      }
      System.out.printf(
          "scan -> DOM p50 %.1f p95 %.1f ms, scan -> painted p50 %.1f p95 %.1f p99 %.1f ms%n",
          at(dom, 50), at(dom, 95), at(glass, 50), at(glass, 95), at(glass, 99));
      assertTrue(at(glass, 95) < 250, "p95 " + at(glass, 95));
    }
  }

  private static double at(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
