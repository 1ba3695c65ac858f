package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.facepay.terminal.lab.browser.Chromium;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.receipt.SaleRecord;

/**
 * One shopper with ten items, watched by a real browser. What the shopper does with the hands is
 * scripted; everything else is counted as the program's time.
 */
public final class Trip {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PER_ITEM = Duration.ofSeconds(2);

  /** Taking the phone out and opening the wallet, after the two touches. */
  private static final Duration TO_PAY = Duration.ofMillis(2_500);

  /** Reading name and amount, and touching the button. */
  private static final Duration TO_CONFIRM = Duration.ofMillis(1_500);

  private static final String NAME = "document.body.innerText.includes('王**')";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoShop shop;
  private final Chromium browser;
  private final TripClock clock;
  private long lookedAt;
  private long recognisedMs;

  /** How the shopper pays. */
  public enum Pay {
    CODE,
    FACE
  }

  /** The article during which a member begins to be looked at. */
  private static final int FACE_AT = 7;

  private final Pay pay;

  /**
   * @param paced whether the scripted time of the hands is really waited for
   */
  public Trip(DemoShop shop, Chromium browser, PrintStream out, Pay pay, boolean paced) {
    this.pay = pay;
    this.shop = shop;
    this.browser = browser;
    this.clock = new TripClock(browser, out, paced);
  }

  /**
   * A member whose face paid.
   *
   * @param recognisedMs from the agreement to the name beside the basket
   * @param liveness of the look that paid
   */
  public record Recognised(String member, long recognisedMs, double liveness) {}

  /** What the trip came to. */
  public record Result(
      int items,
      boolean paid,
      Path receipt,
      boolean synced,
      long softwareMs,
      long totalMs,
      Optional<Recognised> face)
      implements Judged {
    @Override
    public boolean good() {
      return paid && synced && !receipt.toString().isEmpty();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "TRIP items=%d paid=%s receipt=%s synced=%s software_ms=%d total_ms=%d%s",
          items,
          paid,
          receipt,
          synced,
          softwareMs,
          totalMs,
          face.map(
                  f ->
                      String.format(
                          Locale.ROOT,
                          " member=%s recognised_ms=%d liveness=%.2f",
                          f.member(),
                          f.recognisedMs(),
                          f.liveness()))
              .orElse(""));
    }
  }

  /** Walks the whole way; throws with what the page showed when a step does not come. */
  public Result run() throws IOException, InterruptedException {
    browser.await("the attract screen", "document.querySelector('.attract')", PATIENCE);
    clock.begin();
    List<String> items = Barcodes.TEN;
    scan(items);
    if (pay == Pay.FACE) {
      payByFace();
    } else {
      payByCode();
    }
    browser.await("the success screen", "document.body.innerText.includes('付好了')", PATIENCE);
    long from = System.nanoTime();
    browser.press("打印");
    Path receipt = receipt();
    clock.step("printed", from);
    from = System.nanoTime();
    Optional<JsonNode> sale = sale(shop);
    clock.step("acknowledged by the collector", from);
    TripClock.Times times = clock.times();
    return new Result(
        items.size(),
        sale.isPresent() && paid(sale.get()),
        receipt,
        sale.isPresent(),
        times.softwareMs(),
        times.totalMs(),
        sale.filter(json -> json.has("face")).map(this::known));
  }

  private Recognised known(JsonNode sale) {
    return new Recognised(
        sale.path("member").asText(), recognisedMs, sale.path("face").path("liveness").asDouble());
  }

  /** Scans one article after the other; on the way the shopper may ask to be recognised. */
  private void scan(List<String> items) throws IOException, InterruptedException {
    for (int i = 0; i < items.size(); i++) {
      clock.hands(PER_ITEM);
      long from = System.nanoTime();
      shop.scanner().scan(items.get(i));
      browser.await(
          "line " + (i + 1),
          "document.querySelectorAll('.list .row').length==" + (i + 1),
          PATIENCE);
      clock.step("item " + (i + 1) + "  " + items.get(i), from);
      if (pay == Pay.FACE && i + 1 == FACE_AT) {
        agreeToFace();
      }
      if (lookedAt != 0 && recognisedMs == 0 && browser.evaluate(NAME).asBoolean()) {
        recognised();
      }
    }
  }

  private void payByCode() throws IOException, InterruptedException {
    long from = System.nanoTime();
    browser.press("去付款");
    browser.press("付款码");
    browser.await("the present-code screen", "document.body.innerText.includes('扫描口')", PATIENCE);
    clock.step("pay, pay code", from);
    clock.hands(TO_PAY);
    from = System.nanoTime();
    shop.scanner().scan(Barcodes.payCode(new Random()));
    browser.await("the success screen", "document.body.innerText.includes('付好了')", PATIENCE);
    clock.step("paid", from);
  }

  /** Asks to be recognised, reads the notice, agrees, and goes on scanning. */
  private void agreeToFace() throws IOException, InterruptedException {
    long from = System.nanoTime();
    browser.press("会员");
    browser.press("同意");
    lookedAt = System.nanoTime();
    clock.step("member, agreed", from);
  }

  private void recognised() {
    recognisedMs = Math.max(1, (System.nanoTime() - lookedAt) / 1_000_000);
    clock.step("recognised", lookedAt);
  }

  /** The member was recognised while scanning; to pay she is looked at again, and says yes. */
  private void payByFace() throws IOException, InterruptedException {
    if (recognisedMs == 0) {
      browser.await("the member's name", NAME, PATIENCE);
      recognised();
    }
    long from = System.nanoTime();
    browser.press("去付款");
    browser.press("刷脸");
    browser.await("name and amount", "document.body.innerText.includes('是我')", PATIENCE);
    clock.step("pay, face, looked at again", from);
    clock.hands(TO_CONFIRM);
    from = System.nanoTime();
    browser.press("是我");
    browser.await("the success screen", "document.body.innerText.includes('付好了')", PATIENCE);
    clock.step("paid", from);
  }

  /**
   * The picture of the printed receipt; the page says that it is printed only after the status
   * read.
   */
  private Path receipt() throws IOException, InterruptedException {
    browser.await(
        "that the receipt is printed",
        "document.body.innerText.replace(/\\s/g,'').match(/打印好了|已打印|小票打好了|取走/)",
        PATIENCE);
    List<Path> paper = shop.printer().paper();
    return paper.isEmpty() ? Path.of("") : paper.getLast();
  }

  /** Whether the one who keeps the money has the sale's amount in the books, exactly once. */
  private boolean paid(JsonNode sale) throws IOException {
    long total = sale.path("totalMinor").asLong();
    if (pay == Pay.CODE) {
      return paidOnce(shop, sale);
    }
    return total > 0 && shop.soldOnAccounts() == total && shop.wallet().trades().isEmpty();
  }

  /** Whether the wallet has taken money once, under the sale's number. */
  static boolean paidOnce(DemoShop shop, JsonNode sale) {
    List<Trade> paid =
        shop.wallet().trades().stream().filter(t -> t.status() == Trade.Status.PAID).toList();
    return paid.size() == 1 && paid.getFirst().outTradeNo().equals(sale.path("saleId").asText());
  }

  /** The sale at the shop's collector, once it is there. */
  static Optional<JsonNode> sale(DemoShop shop) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      List<String> sales = shop.collector().ofType(SaleRecord.SALE);
      if (!sales.isEmpty()) {
        return Optional.of(JSON.readTree(sales.getLast()));
      }
      Thread.sleep(5);
    }
    return Optional.empty();
  }
}
