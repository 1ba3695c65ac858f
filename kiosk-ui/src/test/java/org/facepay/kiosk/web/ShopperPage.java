package org.facepay.kiosk.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Snapshot;

/** A server with one page in Chromium that shows what the test pushes. */
final class ShopperPage implements AutoCloseable {
  final KioskServer server;
  final Page page;
  final BlockingQueue<KioskServer.Received> received = new LinkedBlockingQueue<>(1000);

  /** What the browser wrote to its console as an error, and exceptions of the page. */
  final List<String> complaints = new CopyOnWriteArrayList<>();

  private final BrowserContext context;
  private final int width;
  private final int height;
  private final AtomicLong seq = new AtomicLong();
  private boolean spoilt;

  /** With no patience: it is a test of its own that a shopper needs some. */
  ShopperPage(int width, int height) throws IOException {
    this.width = width;
    this.height = height;
    server = KioskServer.start(KioskServer.Settings.onPort(0).with(Duration.ZERO), received::add);
    context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setHasTouch(true)
                    .setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
    page.setViewportSize(width, height);
    playPoster();
    load();
  }

  private void playPoster() throws IOException {
    server.media(SampleMedia.in(Path.of("target")));
  }

  /**
   * What the next shopper finds: the first screen on a page that others have used, and the poster
   * to play. It is loaded anew only if a test went elsewhere with it, or changed of it what no
   * screen changes back.
   */
  void begin() throws IOException {
    playPoster();
    page.setViewportSize(width, height);
    if (spoilt || !page.url().startsWith("http://127.0.0.1:" + server.port() + "/")) {
      page.navigate("about:blank");
      page.waitForCondition(() -> server.pages() == 0);
      load();
    }
    show(PageTest.EN, new SampleScreens(Language.EN).all().get("attract"));
    received.clear();
  }

  /** Whoever comes next needs the page loaded anew. */
  void spoil() {
    spoilt = true;
  }

  private void load() {
    spoilt = false;
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

  /** What there is to read. */
  String text() {
    return page.locator("#page").innerText();
  }

  /** The button of exactly this name. */
  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Touches a button and returns what it sent. */
  Intent touch(String name) throws InterruptedException {
    button(name).click();
    return next(name);
  }

  /** What the page sent next. */
  Intent next(String after) throws InterruptedException {
    return received(after).intent();
  }

  /** The same with the snapshot it was touched on. */
  KioskServer.Received received(String after) throws InterruptedException {
    var got = received.poll(5, TimeUnit.SECONDS);
    if (got == null) {
      throw new AssertionError("nothing was sent after " + after);
    }
    return got;
  }

  /** Pages the list to its end; every page must bring something new. */
  void pageToTheEnd(Locator on) {
    Locator list = page.locator(".list");
    while (!atEnd(list)) {
      double before = scrolled(list);
      on.click();
      page.waitForCondition(() -> scrolled(list) > before);
    }
  }

  private static boolean atEnd(Locator list) {
    return (Boolean)
        list.evaluate(
            "l => l.lastElementChild.getBoundingClientRect().bottom"
                + " <= l.getBoundingClientRect().bottom + 2");
  }

  /** CSS pixels of the list that are above what is in sight. */
  static double scrolled(Locator list) {
    return ((Number) list.evaluate("l => l.scrollTop")).doubleValue();
  }

  @Override
  public void close() {
    context.close();
    server.close();
  }
}
