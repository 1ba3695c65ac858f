package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.facepay.sync.journal.Sales;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.lab.sandbox.Trade.Status;
import org.facepay.terminal.lab.sandbox.Weather;
import org.facepay.terminal.lab.sandbox.card.CardBehaviour;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.report.Booking;
import org.facepay.terminal.report.ZReport;
import org.junit.jupiter.api.Test;

/** Codes on the screen, paying in parts, refunds and the day's report, on the running terminal. */
@NeedsNatives
@Slow("starts a terminal and its peers for each test, whose wallets answer late")
class MoneyShopTest extends OpenShop {
  private static final String TEA = "6900123400074";
  private static final String MILK = "6900123400142";

  private JsonNode payQr(String wallet) throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan(TEA);
    screen("basket");
    page.touch("pay");
    JsonNode choice = screen("payChoice");
    assertTrue(choice.path("methods").toString().contains("WALLET_QR"), choice::toString);
    page.choose("WALLET_QR");
    shows("the wallets", s -> s.path("methods").toString().contains(wallet));
    page.choose(wallet);
    return screen("payQr");
  }

  @Test
  void aPhonePaysTheCodeOnTheScreen() throws Exception {
    JsonNode shown = payQr("ALIPAY_QR");
    assertTrue(shown.path("payCode").isObject(), shown::toString);
    assertEquals("支付宝", shown.path("wallet").asText());
    assertTrue(shop.wallet().trades().isEmpty(), "nobody has scanned it");
    assertTrue(shop.wallet().scanNewest(true));
    screen("success");
    Trade trade = shop.wallet().trades().getFirst();
    assertEquals(Status.PAID, trade.status());
    until("the sale at the collector", () -> sales().size() == 1);
    assertTrue(shop.wallet().violations().isEmpty());
  }

  @Test
  void theCodeIsShownAgainAfterAPowerCut() throws Exception {
    JsonNode shown = payQr("ALIPAY_QR");
    page.close();
    terminal.close();
    start();
    JsonNode again = screen("payQr");
    assertEquals(shown.path("payCode"), again.path("payCode"));
    assertTrue(shop.wallet().scanNewest(true));
    screen("success");
    assertEquals(1, shop.wallet().trades().size());
  }

  @Test
  void whoTurnsAwayFromACodePaysAnotherWayOnce() throws Exception {
    assertEquals("微信", payQr("WECHAT_QR").path("wallet").asText());
    page.touch("anotherWay");
    screen("payChoice");
    page.choose("PAY_CODE");
    screen("presentCode");
    shop.scanner().scan(Barcodes.payCode(random));
    screen("success");
    assertFalse(shop.wechat().scanNewest(true), "the old code pays no more");
    assertEquals(1, shop.wallet().trades().size());
  }

  @Test
  void theCardTerminalLeadsAndCanBeLeft() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan(TEA);
    screen("basket");
    page.touch("pay");
    screen("payChoice");
    shop.card().script(CardBehaviour.NO_CARD, CardBehaviour.WRONG_PIN, CardBehaviour.APPROVE);
    page.choose("CARD");
    screen("followReader");
    page.touch("anotherWay");
    assertEquals("CANCELLED_BY_SHOPPER", screen("declined").path("reason").asText());
    page.touch("retry");
    shows("a wrong PIN", s -> s.path("reason").asText().equals("WRONG_PIN"));
    page.touch("retry");
    screen("success");
    until("the sale at the collector", () -> sales().size() == 1);
    JsonNode sale = JSON.readTree(sales().getFirst());
    assertEquals("card", sale.path("payment").path("provider").asText());
    String order = sale.path("payment").path("outTradeNo").asText();
    assertEquals(0, shop.card().kept(order).compareTo(new BigDecimal("5.00")));
    assertTrue(shop.card().violations().isEmpty());
  }

  @Test
  void aCardPaysWithoutItsBankAndARefusalAfterwardsIsTold() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.card().host(false);
    shop.scanner().scan(TEA);
    screen("basket");
    page.touch("pay");
    screen("payChoice");
    page.choose("CARD");
    screen("success");
    assertEquals(1, shop.card().waiting());
    until("the sale at the collector", () -> sales().size() == 1);
    String order = JSON.readTree(sales().getFirst()).path("payment").path("outTradeNo").asText();
    shop.card().refuseWhenForwarded(order);
    shop.card().host(true);
    page.close();
    terminal.close();
    start();
    until("the refusal at the collector", () -> notPaid().size() == 1);
    JsonNode told = JSON.readTree(notPaid().getFirst());
    assertEquals(order, told.path("saleId").asText());
    assertEquals("BANK_REFUSED", told.path("reason").asText());
    assertEquals(0, shop.card().kept(order).signum());
  }

  private List<String> notPaid() throws Exception {
    return shop.collector().ofType("org.facepay.sale.offline-declined");
  }

  @Test
  void anOrderOfUnknownOutcomeIsHandedOverAndItsMoneyGoesBack() throws Exception {
    shop.wallet().weather(new Weather(random, 1)); // no question is answered
    toPaying(Behaviour.PAID_BUT_CUT);
    screen("unknown");
    shop.scanner().scan(shop.badge());
    screen("handedOver");
    page.touch("noPaper");
    screen("attract");
    page.close();
    terminal.close();
    shop.wallet().weather(new Weather(random, 0));
    start();
    until(
        "the money to go back",
        () -> shop.wallet().trades().getFirst().status() == Status.REFUNDED);
    until("the end at the collector", () -> ended().size() == 1);
    assertFalse(JSON.readTree(ended().getFirst()).path("moneyKept").asBoolean());
    assertEquals(1, shop.collector().ofType(SaleRecord.HANDED_OVER).size());
    assertTrue(sales().isEmpty());
  }

  private List<String> ended() throws Exception {
    return shop.collector().ofType(SaleRecord.SETTLED_LATER);
  }

  @Test
  void aLineGoesBackByItsReceiptOnceAndTheDayAddsUp() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan(MILK);
    screen("basket");
    page.touch("cancel");
    page.await(
        "the question",
        s -> s.path("overlay").path("type").asText().equals("confirmCancel"),
        PATIENCE);
    page.touch("confirmCancel");
    screen("attract");
    buy(TEA);
    String receipt = buy(MILK);
    shop.scanner().scan(receipt);
    JsonNode lines = screen("refundLines").path("lines");
    assertEquals(1, lines.size());
    page.tickLine(lines.path(0).path("id").asText());
    String amount =
        shows("a refund that can be asked for", s -> s.path("canRefund").asBoolean())
            .path("amount")
            .asText();
    page.touch("requestRefund");
    screen("refundAttendant");
    shop.scanner().scan("FPA-AAAAAAAAAAAAAAAAAAAAAAAAAA");
    shop.network(false);
    shop.scanner().scan(shop.badge());
    JsonNode offline = screen("refundScan");
    assertEquals("REFUND_OFFLINE", offline.path("notice").path("kind").asText());
    shop.network(true);
    shop.wallet().weather(new Weather(random, 1)); // asked, and never heard
    shop.scanner().scan(receipt);
    page.tickLine(screen("refundLines").path("lines").path(0).path("id").asText());
    shows("a refund that can be asked for", s -> s.path("canRefund").asBoolean());
    page.touch("requestRefund");
    screen("refunding");
    page.close();
    terminal.close();
    shop.wallet().weather(new Weather(random, 0));
    start();
    JsonNode done = screen("refunded");
    assertEquals(amount, done.path("amount").asText());
    page.touch("noPaper");
    screen("attract");
    Trade trade = shop.wallet().trades().getLast();
    assertEquals(fen(amount), shop.wallet().refunded(trade.outTradeNo()));
    until("the refund at the collector", () -> !refunds().isEmpty());
    JsonNode record = JSON.readTree(refunds().getFirst());
    assertEquals("小李", record.path("attendant").asText());
    assertEquals(trade.outTradeNo(), record.path("saleId").asText());
    shop.scanner().scan(receipt);
    JsonNode again = screen("refundScan");
    assertEquals("NOTHING_TO_REFUND", again.path("notice").path("kind").asText());
    assertEquals(atTheWallet(), day().total().netMinor(), "the day equals the wallet's ledger");
    assertEquals(1, day().total().refunds());
    ConsoleClient console = new ConsoleClient(terminal.terminal().consoleUrl().orElseThrow());
    String net = "¥" + BigDecimal.valueOf(atTheWallet(), 2);
    assertTrue(console.page("/books").contains("<dt>Net</dt><dd>" + net), net);
    int papers = shop.printer().receipts();
    assertTrue(console.press("/books", "print-day").contains("Printed."));
    assertTrue(shop.printer().receipts() > papers); // the refund's slip may have come as well
    shop.printer().paperOut(true);
    assertTrue(console.press("/books", "print-day").contains("Not printed"));
  }

  private List<String> refunds() throws Exception {
    return shop.collector().ofType(SaleRecord.REFUND);
  }

  private ZReport day() throws Exception {
    try (Sales sales = Sales.open(folder.resolve("shop").resolve("data").resolve("journal.db"))) {
      Instant now = Instant.now();
      return ZReport.of(
          Booking.between(sales, now.minusSeconds(3_600), now.plusSeconds(3_600)),
          Currency.getInstance("CNY"));
    }
  }

  /** What the wallet has taken and not given back, in fen. */
  private long atTheWallet() {
    return shop.wallet().trades().stream()
        .filter(t -> t.status() == Status.PAID || t.status() == Status.REFUNDED)
        .mapToLong(t -> fen(t.amount()) - shop.wallet().refunded(t.outTradeNo()))
        .sum();
  }

  private static long fen(String yuan) {
    return Long.parseLong(yuan.replace(".", ""));
  }
}
