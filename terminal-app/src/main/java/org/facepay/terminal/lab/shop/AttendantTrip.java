package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.terminal.lab.browser.Chromium;

/**
 * One shopper with an article that not everybody may buy, and one member of staff: called by the
 * terminal, acknowledged and settled from the attendant's page, paid in cash at the terminal. Both
 * pages are real browsers.
 */
public final class AttendantTrip {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String BEER = "6900123409992";
  private static final String PLAIN = "document.body.innerText.replace(/\\s/g,'')";

  private final DemoShop shop;
  private final Chromium terminal;
  private final Chromium phone;
  private final PrintStream out;
  private long begun;

  public AttendantTrip(DemoShop shop, Chromium terminal, Chromium phone, PrintStream out) {
    this.shop = shop;
    this.terminal = terminal;
    this.phone = phone;
    this.out = out;
  }

  /**
   * What it came to.
   *
   * @param trip as any trip
   * @param acknowledgedMs from the touch on the phone until the terminal says that staff are coming
   * @param cash whether the sale is booked as cash, with what was received and who took it
   */
  public record Result(Trip.Result trip, long acknowledgedMs, boolean cash) implements Judged {
    @Override
    public boolean good() {
      return trip.good() && cash;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s acknowledged_ms=%d cash=%s", trip, acknowledgedMs, cash);
    }
  }

  /** Walks the whole way; throws with what a page showed when a step does not come. */
  public Result run() throws IOException, InterruptedException {
    terminal.await("the attract screen", "document.querySelector('.attract')", PATIENCE);
    phone.await("that it is paired", "document.querySelector('.phone')", PATIENCE);
    begun = System.nanoTime();
    Duration waited = terminal.waited().plus(phone.waited());
    scan();
    long acknowledged = acknowledge();
    settle();
    takeCash();
    Path receipt = receipt();
    Optional<JsonNode> sale = Trip.sale(shop);
    step("acknowledged by the collector");
    long total = (System.nanoTime() - begun) / 1_000_000;
    long hands = terminal.waited().plus(phone.waited()).minus(waited).toMillis();
    Trip.Result trip =
        new Trip.Result(
            Barcodes.TEN.size() + 1,
            sale.isPresent(),
            receipt,
            sale.isPresent(),
            total - hands,
            total,
            Optional.empty());
    return new Result(trip, acknowledged, sale.filter(AttendantTrip::isCash).isPresent());
  }

  private void scan() throws IOException, InterruptedException {
    shop.scanner().scan(BEER);
    shows("the banner", "'店员看一下年龄'");
    step("an article for 18 and over");
    for (int i = 0; i < Barcodes.TEN.size(); i++) {
      shop.scanner().scan(Barcodes.TEN.get(i));
      terminal.await(
          "line " + (i + 2),
          "document.querySelectorAll('.list .row').length==" + (i + 2),
          PATIENCE);
    }
    shows("that paying waits", "'核对年龄后付款'");
    step("ten more, nothing was blocked");
  }

  private long acknowledge() throws IOException, InterruptedException {
    phone.await("the call", "document.querySelector('.call')", PATIENCE);
    step("the call is on the phone");
    phone.press("我马上来");
    long from = System.nanoTime();
    shows("that staff are coming", "'店员正在过来'");
    long acknowledged = (System.nanoTime() - from) / 1_000_000;
    step("acknowledged from the attendant's page");
    return Math.max(1, acknowledged);
  }

  private void settle() throws IOException, InterruptedException {
    phone.press("打开");
    phone.await("the question", PLAIN + ".includes('满18周岁了吗')", PATIENCE);
    phone.press("满了");
    shows("that the age is settled", "'年龄核对好了'");
    step("the age is settled from afar");
  }

  private void takeCash() throws IOException, InterruptedException {
    shop.scanner().scan(shop.badge());
    shows("the menu", "'要处理什么'");
    terminal.press("收现金");
    shows("the till", "'找零'");
    String given =
        terminal
            .evaluate("[...document.querySelectorAll('.quick .btn')].at(-1).innerText")
            .asText();
    terminal.press(given.strip());
    terminal.press("已找零");
    shows("the success screen", "'付好了'");
    step("paid in cash");
  }

  private Path receipt() throws IOException, InterruptedException {
    terminal.await("that the receipt is printed", PLAIN + ".match(/打印好了|已打印|小票打好了|取走/)", PATIENCE);
    step("printed");
    List<Path> paper = shop.printer().paper();
    return paper.isEmpty() ? Path.of("") : paper.getLast();
  }

  /** Booked as cash, with change that adds up, and with what staff did on the way. */
  private static boolean isCash(JsonNode sale) {
    JsonNode payment = sale.path("payment");
    long due = sale.path("totalMinor").asLong();
    String deeds = sale.path("staff").findValuesAsText("deed").toString();
    return payment.path("provider").asText().equals("cash")
        && payment.path("receivedMinor").asLong() - payment.path("changeMinor").asLong() == due
        && deeds.equals("[AGE_CONFIRMED, CASH_TAKEN]");
  }

  private void shows(String what, String text) throws IOException, InterruptedException {
    terminal.await(what, PLAIN + ".replace(/\\u200b/g,'').includes(" + text + ")", PATIENCE);
  }

  private void step(String what) {
    out.printf(Locale.ROOT, "%8.1f ms  %s%n", (System.nanoTime() - begun) / 1e6, what);
  }
}
