package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.facepay.terminal.lab.browser.Chromium;

/**
 * One shopper at the smart container: opens it by a code or the face, takes three articles, puts
 * one back, closes the door and has the bill.
 */
public final class ContainerTrip {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PER_ITEM = Duration.ofSeconds(2);
  private static final Duration TO_AGREE = Duration.ofMillis(1_500);
  private static final String PLAIN = "(document.body?.innerText??'').replace(/\\s/g,'')";

  private final DemoShop shop;
  private final Chromium browser;
  private final Trip.Pay pay;
  private final TripClock clock;

  /**
   * @param paced whether the scripted time of the hands is really waited for
   */
  public ContainerTrip(
      DemoShop shop, Chromium browser, PrintStream out, Trip.Pay pay, boolean paced) {
    this.shop = shop;
    this.browser = browser;
    this.pay = pay;
    this.clock = new TripClock(browser, out, paced);
  }

  /**
   * What the trip came to.
   *
   * @param receipt address of the e-receipt
   * @param doorToReceiptMs from the closed door until the bill is charged and its code is shown
   */
  public record Result(
      int items,
      boolean paid,
      String receipt,
      boolean synced,
      long softwareMs,
      long totalMs,
      long doorToReceiptMs)
      implements Judged {
    @Override
    public boolean good() {
      return paid && synced && !receipt.isEmpty();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "TRIP items=%d paid=%s receipt=%s synced=%s software_ms=%d total_ms=%d"
              + " door_to_receipt_ms=%d",
          items,
          paid,
          receipt,
          synced,
          softwareMs,
          totalMs,
          doorToReceiptMs);
    }
  }

  /** Walks the whole way; throws with what the page showed when a step does not come. */
  public Result run() throws IOException, InterruptedException {
    DemoShelves shelves = shop.cabinet().container();
    says("the welcome screen", "付款码");
    clock.begin();
    identify();
    long from = System.nanoTime();
    says("that the door can be opened", "请拉开门");
    clock.step("the bolt is drawn back", from);
    if (!shelves.open()) {
      throw new IOException("the bolt holds the door");
    }
    says("that the door is open", "已取走");
    takes(shelves, 1, 1, 1);
    takes(shelves, 1, 2, 2);
    takes(shelves, 2, 3, 3);
    long doorMs = closes(shelves);
    from = System.nanoTime();
    Optional<JsonNode> sale = Trip.sale(shop);
    clock.step("acknowledged by the collector", from);
    TripClock.Times times = clock.times();
    return new Result(
        sale.map(s -> s.path("lines").size()).orElse(0),
        sale.isPresent() && paid(sale.get(), shelves.carriedAway()),
        sale.map(s -> s.path("receiptLink").asText()).orElse(""),
        sale.isPresent(),
        times.softwareMs(),
        times.totalMs(),
        doorMs);
  }

  private void identify() throws IOException, InterruptedException {
    long from = System.nanoTime();
    if (pay == Trip.Pay.FACE) {
      browser.press("刷脸");
      browser.press("同意");
      says("what happens to the money", "最多");
      clock.step("recognised", from);
    } else {
      shop.scanner().scan(Barcodes.payCode(new Random()));
      says("what happens to the money", "先冻结");
      clock.step("code read", from);
    }
    clock.hands(TO_AGREE);
    browser.press("同意");
  }

  private void takes(DemoShelves shelves, int shelf, int lane, int rows)
      throws IOException, InterruptedException {
    clock.hands(PER_ITEM);
    long from = System.nanoTime();
    if (!shelves.take(shelf, lane)) {
      throw new IOException("nothing stands on shelf " + shelf + " lane " + lane);
    }
    rows(rows);
    clock.step("taken from shelf " + shelf, from);
  }

  /** Puts the last one back and shuts the door; milliseconds until the bill is charged. */
  private long closes(DemoShelves shelves) throws IOException, InterruptedException {
    long from = System.nanoTime();
    shelves.putBack(0, 0);
    rows(2);
    clock.step("put back", from);
    clock.hands(PER_ITEM);
    from = System.nanoTime();
    shelves.shut();
    browser.await(
        "the charged bill with its code",
        PLAIN + ".includes('已扣款')&&document.querySelector('.qr svg')",
        PATIENCE);
    clock.step("closed, settled, charged", from);
    return (System.nanoTime() - from) / 1_000_000;
  }

  private void rows(int rows) throws IOException, InterruptedException {
    browser.await(
        rows + " lines", "document.querySelectorAll('.list .row').length==" + rows, PATIENCE);
  }

  private void says(String what, String words) throws IOException, InterruptedException {
    browser.await(what, PLAIN + ".includes('" + words + "')", PATIENCE);
  }

  /** Whether exactly what was carried away is in the sale, and its money is where it belongs. */
  private boolean paid(JsonNode sale, List<String> carried) throws IOException {
    List<String> sold = sale.path("lines").findValuesAsText("code").stream().sorted().toList();
    long total = sale.path("totalMinor").asLong();
    if (pay == Trip.Pay.FACE) {
      return sold.equals(carried) && shop.soldOnAccounts() == total;
    }
    return sold.equals(carried) && Trip.paidOnce(shop, sale);
  }
}
