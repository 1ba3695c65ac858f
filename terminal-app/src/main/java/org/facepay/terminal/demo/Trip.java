package org.facepay.terminal.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.facepay.terminal.payment.sandbox.Trade;
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

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoShop shop;
  private final Chromium browser;
  private final PrintStream out;
  private final boolean paced;
  private long begun;
  private Duration human = Duration.ZERO;

  /**
   * @param paced whether the scripted time of the hands is really waited for
   */
  public Trip(DemoShop shop, Chromium browser, PrintStream out, boolean paced) {
    this.shop = shop;
    this.browser = browser;
    this.out = out;
    this.paced = paced;
  }

  /** What the trip came to. */
  public record Result(
      int items, boolean paid, Path receipt, boolean synced, long softwareMs, long totalMs) {
    public boolean good() {
      return paid && synced && !receipt.toString().isEmpty();
    }

    @Override
    public String toString() {
      return "TRIP items=%d paid=%s receipt=%s synced=%s software_ms=%d total_ms=%d"
          .formatted(items, paid, receipt, synced, softwareMs, totalMs);
    }
  }

  /** Walks the whole way; throws with what the page showed when a step does not come. */
  public Result run() throws IOException, InterruptedException {
    browser.await("the attract screen", "document.querySelector('.attract')", PATIENCE);
    begun = System.nanoTime();
    List<String> items = Barcodes.TEN;
    for (int i = 0; i < items.size(); i++) {
      hands(PER_ITEM);
      long from = System.nanoTime();
      shop.scanner().scan(items.get(i));
      browser.await(
          "line " + (i + 1),
          "document.querySelectorAll('.list .row').length==" + (i + 1),
          PATIENCE);
      step("item " + (i + 1) + "  " + items.get(i), from);
    }
    long from = System.nanoTime();
    browser.press("去付款");
    browser.press("付款码");
    browser.await("the present-code screen", "document.body.innerText.includes('扫描口')", PATIENCE);
    step("pay, pay code", from);
    hands(TO_PAY);
    from = System.nanoTime();
    shop.scanner().scan(Barcodes.payCode(new Random()));
    browser.await("the success screen", "document.body.innerText.includes('付好了')", PATIENCE);
    step("paid", from);
    from = System.nanoTime();
    browser.press("打印");
    Path receipt = receipt();
    step("printed", from);
    from = System.nanoTime();
    boolean synced = synced();
    step("acknowledged by the collector", from);
    long total = (System.nanoTime() - begun) / 1_000_000;
    return new Result(
        items.size(), paid(), receipt, synced, total - (paced ? human.toMillis() : 0), total);
  }

  private void hands(Duration time) throws InterruptedException {
    human = human.plus(time);
    if (paced) {
      Thread.sleep(time);
    }
  }

  private void step(String what, long from) {
    long now = System.nanoTime();
    out.printf(
        Locale.ROOT, "%8.1f ms  %-44s %7.1f ms%n", (now - begun) / 1e6, what, (now - from) / 1e6);
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

  private boolean paid() {
    return shop.wallet().trades().stream().filter(t -> t.status() == Trade.Status.PAID).count()
        == 1;
  }

  private boolean synced() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String outTradeNo = shop.wallet().trades().getLast().outTradeNo();
    while (System.nanoTime() < end) {
      for (String sale : shop.collector().ofType(SaleRecord.SALE)) {
        JsonNode json = JSON.readTree(sale);
        if (json.path("saleId").asText().equals(outTradeNo)) {
          return true;
        }
      }
      Thread.sleep(5);
    }
    return false;
  }
}
