package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facepay.peripherals.link.Fault;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.receipt.SaleRecord;
import org.junit.jupiter.api.Test;

/** Sales, and what goes wrong with them. */
@NeedsNatives
@Slow("starts a terminal and its peers for each test, whose wallets answer late")
class ShopTest extends OpenShop {
  @Test
  void tenItemsArePaidPrintedAndTold() throws Exception {
    new Shopper(shop, page, random).buy(10);
    assertEquals(1, shop.printer().receipts());
    until("the sale at the collector", () -> sales().size() == 1);
    JsonNode sale = JSON.readTree(sales().getFirst());
    assertEquals(8568, sale.path("totalMinor").asInt());
    assertEquals(10, sale.path("lines").size());
    assertEquals("85.68", shop.wallet().trades().getFirst().amount());
    assertTrue(shop.wallet().violations().isEmpty());
  }

  @Test
  void goodsAreWeighedOnTheLiveScaleAndAStaleWeightIsNotSold() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan("6900123400074");
    screen("basket");
    page.touch("noBarcode");
    JsonNode produce = screen("produce");
    JsonNode apples = produce.path("goods").path(0);
    page.chooseGood(apples.path("id").asText());
    shop.scale().load(732_000);
    JsonNode weighing = shows("a weight that can be sold", s -> s.path("canAdd").asBoolean());
    assertEquals("0.732 kg", weighing.path("weight").asText());
    assertEquals("8.71", weighing.path("price").asText());
    shop.scale().peer().inflict(Fault.HANG_UP);
    shows("no scale", s -> s.path("state").asText().matches("NO_SCALE|EXPIRED"));
    page.touch("addWeighed");
    shop.scale().peer().heal();
    shows("the weight again", s -> s.path("canAdd").asBoolean());
    page.touch("addWeighed");
    JsonNode basket = screen("basket");
    assertEquals(2, basket.path("lines").size());
    assertEquals("0.732 kg", basket.path("lines").path(0).path("quantity").asText());
  }

  @Test
  void theCodeSaysWhichWalletIsAsked() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan("6900123400074");
    screen("basket");
    page.touch("pay");
    screen("payChoice");
    page.choose("PAY_CODE");
    screen("presentCode");
    String code = Barcodes.wechatCode(random);
    shop.wechat().onCode(code, Behaviour.CONFIRM_LATER);
    shop.scanner().scan(code);
    screen("success");
    until("the sale at the collector", () -> sales().size() == 1);
    JsonNode payment = JSON.readTree(sales().getFirst()).path("payment");
    assertEquals("wechat", payment.path("provider").asText());
    assertEquals(
        payment.path("outTradeNo").asText(), shop.wechat().trades().getFirst().outTradeNo());
    assertEquals(Trade.Status.PAID, shop.wechat().trades().getFirst().status());
    assertEquals(List.of(), shop.wechat().violations());
    assertTrue(shop.wallet().trades().isEmpty());
  }

  @Test
  void everyFaultOfTheWalletEndsInTheTruth() throws Exception {
    for (Behaviour behaviour : Behaviour.values()) {
      int before = shop.wallet().trades().size();
      toPaying(behaviour);
      String end =
          page.await(
                  behaviour + " to end",
                  s ->
                      List.of("success", "declined")
                          .contains(s.path("screen").path("type").asText()),
                  PATIENCE)
              .path("screen")
              .path("type")
              .asText();
      List<Trade> made = shop.wallet().trades();
      boolean paid =
          made.subList(before, made.size()).stream().anyMatch(t -> t.status() == Trade.Status.PAID);
      assertEquals(end.equals("success"), paid, behaviour + " ended as " + end);
      leave(end);
    }
    long paid =
        shop.wallet().trades().stream().filter(t -> t.status() == Trade.Status.PAID).count();
    until("all sales at the collector", () -> sales().size() == paid);
  }

  private void leave(String end) throws Exception {
    if (end.equals("success")) {
      page.touch("noPaper");
    } else {
      page.touch("anotherWay");
      screen("payChoice");
      page.touch("cancel");
      page.await(
          "the question",
          s -> s.path("overlay").path("type").asText().equals("confirmCancel"),
          PATIENCE);
      page.touch("confirmCancel");
    }
    screen("attract");
  }

  @Test
  void anUnknownOutcomeSaysNotToPayAgainAndResolvesByItself() throws Exception {
    toPaying(Behaviour.PAID_BUT_CUT);
    until("the payment at the wallet", () -> !shop.wallet().trades().isEmpty());
    shop.network(false); // now nobody can be asked
    JsonNode unknown = screen("unknown");
    assertTrue(
        unknown.path("reference").asText().matches("[2-9A-Z]{4}( [0-9A-Z]{1,4})+"),
        unknown.toString());
    assertEquals(
        "NOT_REACHED", unknown.path("staff").asText(), "the call cannot have been delivered");
    page.touch("printReference");
    shows("the printed reference", s -> s.path("referencePrinted").asBoolean());
    shop.network(true);
    screen("success");
    until("the call for staff", () -> shop.collector().ofType(SaleRecord.CALL).size() == 1);
  }

  @Test
  void withoutANetworkNothingIsChargedAndNothingIsLost() throws Exception {
    shop.network(false);
    toPaying(Behaviour.APPROVE);
    assertEquals("NETWORK_DOWN", screen("declined").path("reason").asText());
    shop.network(true);
    page.touch("retry");
    screen("presentCode");
    shop.scanner().scan(Barcodes.payCode(random));
    screen("success");
    until("the sale at the collector", () -> sales().size() == 1);
  }

  @Test
  void offlineForLongAllSalesArriveOnceAfterwards() throws Exception {
    for (int i = 0; i < 3; i++) {
      toPaying(Behaviour.APPROVE);
      screen("success");
      shop.collector().close(); // only the collector is away
      page.touch("noPaper");
      screen("attract");
    }
    shop.network(false);
    shop.network(true);
    until("three sales", () -> sales().size() == 3);
  }

  @Test
  void aReceiptCountsAsPrintedOnlyWhenThePrinterSaysSo() throws Exception {
    shop.printer().paperOut(true);
    toPaying(Behaviour.APPROVE);
    screen("success");
    page.touch("printReceipt");
    shows("that it was not printed", s -> s.path("paper").asText().equals("NOT_PRINTED"));
    assertEquals(0, shop.printer().receipts());
    shop.printer().paperOut(false);
    page.touch("printReceipt");
    shows("that it was printed", s -> s.path("paper").asText().equals("PRINTED"));
    assertEquals(1, shop.printer().receipts());
  }

  @Test
  void aScannerComesBackWhereverItWasUnplugged() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan("6900123400074");
    shows("one line", s -> s.path("lines").size() == 1);
    shop.scanner().unplug();
    shows(
        "that the scanner is away",
        s -> s.path("notice").path("kind").asText().equals("SCANNER_OFFLINE"));
    shop.scanner().replug();
    shows("that it is back", s -> s.path("notice").isNull() || s.path("notice").isMissingNode());
    shop.scanner().garbage();
    shop.scanner().overlong(10_000);
    shop.scanner().splitScan("6900123400142");
    shows("two lines", s -> s.path("lines").size() == 2);
  }

  @Test
  void unknownAndOddCodesAreToldApart() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan("4006381333931");
    JsonNode unknown =
        shows(
            "an unknown article",
            s -> s.path("notice").path("kind").asText().equals("ITEM_NOT_FOUND"));
    assertEquals("4006381333931", unknown.path("notice").path("detail").asText());
    shop.scanner().scan("hello");
    shows("an unreadable code", s -> s.path("notice").path("kind").asText().equals("UNREADABLE"));
    // 0 g, which a shop's scale prints when it overflows; the scanner goes on reading.
    shop.scanner().scan("2100001000004");
    JsonNode again =
        shows(
            "a label of nothing",
            s -> s.path("notice").path("kind").asText().equals("NOT_WEIGHED"));
    assertFalse(again.path("notice").path("detail").asText().isEmpty());
    shop.scanner().scan("9912345678909");
    shows("a coupon", s -> s.path("notice").path("kind").asText().equals("COUPON"));
    assertTrue(again.path("lines").isEmpty());
    shop.scanner().scan("280000000000440343");
    shows(
        "a code that comes too early",
        s -> s.path("notice").path("kind").asText().equals("PAY_CODE_TOO_EARLY"));
    assertTrue(shop.wallet().trades().isEmpty());
  }

  @Test
  void aDamagedJournalIsKeptAndNothingIsSold() throws Exception {
    new Shopper(shop, page, random).buy(2);
    page.close();
    terminal.close();
    Path journal = folder.resolve("shop/data/journal.db");
    byte[] whole = Files.readAllBytes(journal);
    int price = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\"price\":50,");
    assertTrue(price > 0);
    whole[price + 8] = '1'; // somebody makes a carrier bag cheaper
    Files.write(journal, whole);
    start();
    assertEquals("STORAGE_DAMAGED", screen("closed").path("reason").asText());
    shop.scanner().scan("6900123400074");
    assertEquals(whole.length, Files.size(journal));
  }

  @Test
  void aSessionGoesOnAfterARestart() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan("6900123400074");
    screen("basket");
    page.close();
    terminal.close();
    start();
    assertEquals(1, screen("basket").path("lines").size());
  }
}
