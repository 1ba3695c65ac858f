package org.facepay.kiosk.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Snapshot;

/** A server with one page in Chromium that shows what the test pushes. */
final class ShopperPage implements AutoCloseable {
  final KioskServer server;
  final Page page;
  final BlockingQueue<KioskServer.Received> received = new LinkedBlockingQueue<>(1000);

  /** What the browser wrote to its console as an error, and exceptions of the page. */
  final List<String> complaints = new CopyOnWriteArrayList<>();

  private final BrowserContext context;
  private final AtomicLong seq = new AtomicLong();

  ShopperPage(Chromium chromium, int width, int height) throws IOException {
    this(chromium, width, height, ReducedMotion.REDUCE);
  }

  ShopperPage(Chromium chromium, int width, int height, ReducedMotion motion) throws IOException {
    server = KioskServer.start(KioskServer.Settings.onPort(0), received::add);
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setReducedMotion(motion));
    page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(server.url().toString());
    page.waitForCondition(() -> server.pages() == 1);
    page.waitForSelector("html[data-fonts=ready]");
  }

  /** Shows a screen and returns when it is on the glass. */
  void show(Display display, SampleScreens.Sample sample) {
    long next = seq.incrementAndGet();
    server.show(new Snapshot(next, display, sample.screen(), sample.overlay()));
    page.waitForCondition(() -> server.paintedSeq().orElse(0) >= next);
  }

  @Override
  public void close() {
    context.close();
    server.close();
  }
}
