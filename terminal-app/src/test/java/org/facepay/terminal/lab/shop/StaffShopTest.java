package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.facepay.sync.journal.Sales;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.report.Booking;
import org.facepay.terminal.report.ZReport;
import org.junit.jupiter.api.Test;

/** Staff behind their badge, on the running terminal. */
@NeedsNatives
@Slow("starts a terminal and its peers for each test")
class StaffShopTest extends OpenShop {
  private static final String BEER = "6900123409992";
  private static final String TEA = "6900123400074";

  @Override
  DemoShop.Settings settings() {
    return new DemoShop.Settings(0, Duration.ofMillis(1_500), true, false, true);
  }

  private JsonNode badge(String screen) throws Exception {
    shop.scanner().scan(shop.badge());
    return screen(screen);
  }

  private List<String> deeds() throws Exception {
    List<String> deeds = new ArrayList<>();
    for (String act : shop.collector().ofType(SaleRecord.ACT)) {
      JsonNode json = JSON.readTree(act);
      assertEquals("小李", json.path("attendant").asText());
      deeds.add(json.path("deed").asText());
    }
    return deeds;
  }

  @Test
  void anAgeIsLookedAtAndCashIsTakenBookedAndGivenBack() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan(BEER);
    JsonNode waiting = screen("basket");
    assertEquals(18, waiting.path("age").path("years").asInt());
    shop.scanner().scan(TEA);
    shows("both", s -> s.path("lines").size() == 2);
    badge("ageCheck");
    page.touch("confirmAge");
    shows(
        "that it is settled",
        s -> s.path("type").asText().equals("basket") && s.path("age").isNull());
    badge("staffMenu");
    page.chooseTask("DISCOUNT");
    screen("lineTask");
    page.tickLine("1");
    shows("how much", s -> s.path("asks").asText().equals("PERCENT"));
    page.chooseOption("20");
    shows("why", s -> s.path("asks").asText().equals("REASON"));
    page.chooseOption("DAMAGED");
    assertEquals("11.80", screen("staffMenu").path("shopper").path("total").asText());
    page.chooseTask("CASH");
    screen("cash");
    page.chooseOption("15.00");
    assertEquals("3.20", shows("change", s -> !s.path("change").isNull()).path("change").asText());
    page.touch("takeCash");
    String receipt = screen("success").path("receiptUrl").asText();
    until("the sale at the collector", () -> sales().size() == 1);
    JsonNode sale = JSON.readTree(sales().getFirst());
    JsonNode payment = sale.path("payment");
    assertEquals("cash", payment.path("provider").asText());
    assertEquals(1_180, payment.path("amountMinor").asLong());
    assertEquals(1_500, payment.path("receivedMinor").asLong());
    assertEquals(320, payment.path("changeMinor").asLong());
    assertEquals(3, sale.path("staff").size());
    assertTrue(shop.wallet().trades().isEmpty(), "no wallet was asked");
    until("the paper", () -> shop.printer().receipts() == 1);
    until("the drawer", () -> shop.printer().conditions().drawerOpen());
    shop.printer().conditions().drawerOpen(false);
    page.touch("noPaper");
    screen("attract");
    badge("staffMenu");
    shop.scanner().scan(receipt);
    screen("refundLines");
    page.tickLine("2");
    shows("the tea", s -> s.path("amount").asText().equals("5.00"));
    page.touch("requestRefund");
    assertEquals("现金退给你", screen("refunded").path("when").asText());
    until("the drawer again", () -> shop.printer().conditions().drawerOpen());
    ZReport.Sums cash = day().providers().get("cash");
    assertEquals(new ZReport.Sums(1, 1_180, 1, 500), cash);
    until(
        "what staff did",
        () -> deeds().equals(List.of("AGE_CONFIRMED", "DISCOUNTED", "CASH_TAKEN")));
  }

  private ZReport day() throws Exception {
    try (Sales sales = Sales.open(folder.resolve("shop/data/journal.db"))) {
      Instant now = Instant.now();
      return ZReport.of(
          Booking.between(sales, now.minusSeconds(3_600), now.plusSeconds(60)),
          Currency.getInstance("CNY"));
    }
  }

  @Test
  void aPauseOutlivesARestartAndABadgeEndsIt() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    badge("staffMenu");
    page.chooseTask("PAUSE");
    screen("lineTask");
    page.chooseOption("CLEANING");
    shows("the pause", s -> s.path("done").asText().equals("PAUSES"));
    page.touch("back");
    assertEquals("STAFF", screen("closed").path("reason").asText());
    page.close();
    terminal.close();
    start();
    assertEquals("STAFF", screen("closed").path("reason").asText());
    shop.scanner().scan(shop.badge());
    screen("attract");
    until("what staff did", () -> deeds().equals(List.of("PAUSED", "RESUMED")));
  }

  @Test
  void aPhoneIsPairedAtTheTerminal() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    badge("staffMenu");
    page.chooseTask("PHONE");
    JsonNode shown = shows("the code", s -> !s.path("url").asText().isEmpty());
    assertTrue(
        shown.path("url").asText().matches("https://127.0.0.1:[0-9]+/staff/pair\\?code=.{24}"));
    assertTrue(shown.path("phoneCode").isObject(), shown::toString);
    page.touch("back");
    screen("staffMenu");
  }

  @Test
  void aBasketIsSuspendedAndGoesOnOnce() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan(TEA);
    screen("basket");
    badge("staffMenu");
    page.chooseTask("SUSPEND");
    String code =
        shows("the slip", s -> s.path("done").asText().equals("PRINTED")).path("code").asText();
    page.touch("back");
    screen("attract");
    shop.scanner().scan(code);
    shows("the basket", s -> s.path("lines").size() == 1);
    page.touch("cancel");
    page.await(
        "the question", s -> s.at("/overlay/type").asText().equals("confirmCancel"), PATIENCE);
    page.touch("confirmCancel");
    screen("attract");
    shop.scanner().scan(code);
    shows("that it was used", s -> s.at("/notice/kind").asText().equals("BASKET_USED"));
  }

  @Test
  void theLastReceiptAndTheDayArePrintedOnceMore() throws Exception {
    buy(TEA);
    int before = shop.printer().receipts();
    badge("staffMenu");
    page.chooseTask("REPRINT");
    screen("lineTask");
    page.chooseOption("COPY_WANTED");
    shows("the copy", s -> s.path("done").asText().equals("PRINTED"));
    assertEquals(before + 1, shop.printer().receipts());
    page.chooseTask("DAY_END");
    until("the day", () -> shop.printer().receipts() == before + 2);
    page.touch("back");
    screen("attract");
  }
}
