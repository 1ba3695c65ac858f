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

/**
 * One shopper at a vending machine, watched by a real browser: three pieces, paid by a code or from
 * a member's account by the face.
 */
public final class VendingTrip {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Taking the phone out and opening the wallet. */
  private static final Duration TO_PAY = Duration.ofMillis(2_500);

  /** Reading name and amount. */
  private static final Duration TO_CONFIRM = Duration.ofMillis(1_500);

  private static final String SHELF = "document.querySelectorAll('.vending .good').length>=8";
  private static final List<String> GOODS = List.of("无糖乌龙茶", "海盐薯片", "奶酪夹心餐包");

  private final DemoShop shop;
  private final Chromium browser;
  private final Trip.Pay pay;
  private final TripClock clock;

  /**
   * @param paced whether the scripted time of the hands is really waited for
   */
  public VendingTrip(
      DemoShop shop, Chromium browser, PrintStream out, Trip.Pay pay, boolean paced) {
    this.shop = shop;
    this.browser = browser;
    this.pay = pay;
    this.clock = new TripClock(browser, out, paced);
  }

  /**
   * What the trip came to.
   *
   * @param fallen pieces that really fell
   * @param dropToCollectMs from the last piece's fall to the screen that says so
   */
  public record Result(
      int items,
      boolean paid,
      boolean synced,
      int fallen,
      long dropToCollectMs,
      TripClock.Times times)
      implements Judged {
    @Override
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
    clock.begin();
    choose();
    pay();
    long fell = fallen();
    browser.await("that all are out", says("都出来了"), PATIENCE);
    long collected = System.nanoTime();
    clock.step("told that they lie below", fell);
    shop.cabinet().spirals().takeOut();
    browser.press("都拿到了");
    browser.await("the shelf again", SHELF, PATIENCE);
    Optional<JsonNode> sale = Trip.sale(shop);
    clock.step("acknowledged by the collector", collected);
    TripClock.Times times = clock.times();
    return new Result(
        GOODS.size(),
        sale.isPresent() && paid(sale.get()),
        sale.isPresent(),
        shop.cabinet().spirals().fallen(),
        Math.max(0, (collected - fell) / 1_000_000),
        times);
  }

  private void choose() throws IOException, InterruptedException {
    for (int n = 1; n <= GOODS.size(); n++) {
      long from = System.nanoTime();
      browser.press(GOODS.get(n - 1));
      browser.await(
          "piece " + n, "document.querySelectorAll('.good .count').length==" + n, PATIENCE);
      clock.step("chosen  " + GOODS.get(n - 1), from);
    }
  }

  private void pay() throws IOException, InterruptedException {
    long from = System.nanoTime();
    browser.press("去付款");
    browser.await("the present-code screen", says("扫描口"), PATIENCE);
    clock.step("pay", from);
    from = pay == Trip.Pay.FACE ? byFace() : byCode();
    browser.await("that they fall", says("正在出") + "||" + says("都出来了"), PATIENCE);
    clock.step("paid, they fall", from);
  }

  private long byCode() throws IOException, InterruptedException {
    clock.hands(TO_PAY);
    long from = System.nanoTime();
    shop.scanner().scan(Barcodes.payCode(new Random()));
    return from;
  }

  private long byFace() throws IOException, InterruptedException {
    long from = System.nanoTime();
    browser.press("刷脸");
    browser.press("同意");
    browser.await("name and amount", says("是我"), PATIENCE);
    clock.step("recognised", from);
    clock.hands(TO_CONFIRM);
    from = System.nanoTime();
    browser.press("是我");
    return from;
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

  /** Whether the one who keeps the money has taken the sale's amount exactly once. */
  private boolean paid(JsonNode sale) throws IOException {
    if (pay == Trip.Pay.CODE) {
      return Trip.paidOnce(shop, sale);
    }
    long total = sale.path("totalMinor").asLong();
    return total > 0 && shop.soldOnAccounts() == total && shop.wallet().trades().isEmpty();
  }
}
