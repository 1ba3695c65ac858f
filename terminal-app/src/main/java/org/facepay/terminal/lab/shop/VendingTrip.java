package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.dispenser.DispenserSimulator;
import org.facepay.terminal.lab.browser.Chromium;
import org.facepay.terminal.lab.sandbox.Trade;

/** One shopper at a vending machine, watched by a real browser: three pieces, paid by a code. */
public final class VendingTrip {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Taking the phone out and opening the wallet. */
  private static final Duration TO_PAY = Duration.ofMillis(2_500);

  private static final String SHELF = "document.querySelectorAll('.vending .good').length>=8";
  private static final List<String> GOODS = List.of("无糖乌龙茶", "海盐薯片", "奶酪夹心餐包");

  private final DemoShop shop;
  private final Chromium browser;
  private final PrintStream out;
  private final boolean paced;
  private Duration human = Duration.ZERO;
  private long begun;

  /**
   * @param paced whether the scripted time of the hands is really waited for
   */
  public VendingTrip(DemoShop shop, Chromium browser, PrintStream out, boolean paced) {
    this.shop = shop;
    this.browser = browser;
    this.out = out;
    this.paced = paced;
  }

  /**
   * What the trip came to.
   *
   * @param fallen pieces that really fell
   * @param dropToCollectMs from the last piece's fall to the screen that says so
   */
  public record Result(
      int items, boolean paid, boolean synced, int fallen, long dropToCollectMs, Times times) {

    /** What of it was the program's, and all of it. */
    public record Times(long softwareMs, long totalMs) {}

    public boolean good() {
      return paid && synced && fallen == items;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "TRIP items=%d paid=%s receipt=none synced=%s software_ms=%d total_ms=%d"
              + " drop_to_collect_ms=%d",
          items,
          paid,
          synced,
          times.softwareMs(),
          times.totalMs(),
          dropToCollectMs);
    }
  }

  /** Walks the whole way; throws with what the page showed when a step does not come. */
  public Result run() throws IOException, InterruptedException {
    browser.await("the shelf", SHELF, PATIENCE);
    begun = System.nanoTime();
    Duration waitedBefore = browser.waited();
    choose();
    pay();
    long fell = fallen();
    browser.await("that all are out", says("都出来了"), PATIENCE);
    long collected = System.nanoTime();
    step("told that they lie below", fell);
    shop.cabinet().spirals().takeOut();
    browser.press("都拿到了");
    browser.await("the shelf again", SHELF, PATIENCE);
    Optional<JsonNode> sale = Trip.sale(shop);
    step("acknowledged by the collector", collected);
    long total = (System.nanoTime() - begun) / 1_000_000;
    long hands = paced ? human.toMillis() : 0;
    long software = total - hands - browser.waited().minus(waitedBefore).toMillis();
    return new Result(
        GOODS.size(),
        sale.filter(this::paid).isPresent(),
        sale.isPresent(),
        shop.cabinet().spirals().fallen(),
        Math.max(0, (collected - fell) / 1_000_000),
        new Result.Times(software, total));
  }

  private void choose() throws IOException, InterruptedException {
    for (int n = 1; n <= GOODS.size(); n++) {
      long from = System.nanoTime();
      browser.press(GOODS.get(n - 1));
      browser.await(
          "piece " + n, "document.querySelectorAll('.good .count').length==" + n, PATIENCE);
      step("chosen  " + GOODS.get(n - 1), from);
    }
  }

  private void pay() throws IOException, InterruptedException {
    long from = System.nanoTime();
    browser.press("去付款");
    browser.await("the present-code screen", says("扫描口"), PATIENCE);
    step("pay", from);
    human = human.plus(TO_PAY);
    if (paced) {
      Thread.sleep(TO_PAY);
    }
    from = System.nanoTime();
    shop.scanner().scan(Barcodes.payCode(new Random()));
    browser.await("that they fall", says("正在出") + "||" + says("都出来了"), PATIENCE);
    step("paid, they fall", from);
  }

  /** When the last piece fell. */
  private long fallen() throws IOException {
    DispenserSimulator spirals = shop.cabinet().spirals();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (spirals.fallen() < GOODS.size()) {
      if (System.nanoTime() > end) {
        throw new IOException("only " + spirals.fallen() + " pieces fell");
      }
      LockSupport.parkNanos(500_000);
    }
    return System.nanoTime();
  }

  private static String says(String text) {
    return "document.body.innerText.replace(/\\s/g,'').includes('" + text + "')";
  }

  private boolean paid(JsonNode sale) {
    List<Trade> trades = shop.wallet().trades();
    return trades.size() == 1
        && trades.getFirst().status() == Trade.Status.PAID
        && trades.getFirst().outTradeNo().equals(sale.path("saleId").asText());
  }

  private void step(String what, long from) {
    long now = System.nanoTime();
    out.printf(
        Locale.ROOT, "%8.1f ms  %-44s %7.1f ms%n", (now - begun) / 1e6, what, (now - from) / 1e6);
  }
}
