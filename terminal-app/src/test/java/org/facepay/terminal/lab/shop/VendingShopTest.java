package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.facepay.peripherals.vending.DtsReport;
import org.facepay.peripherals.vending.VendAudit;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.command.Main;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.world.vending.Stock;
import org.junit.jupiter.api.Test;

/** A vending machine with its spirals on a pseudo-terminal and a wallet on a socket. */
@NeedsNatives
class VendingShopTest extends OpenShop {
  @Override
  DemoShop.Settings settings() {
    return new DemoShop.Settings(
        0, Duration.ofMillis(1_500), true, false, true, DemoShop.Form.VENDING);
  }

  private void payFor(String... slots) throws Exception {
    screen("vendingShelf");
    for (int n = 1; n <= slots.length; n++) {
      int pieces = n;
      page.chooseGood(slots[n - 1]);
      shows("what was chosen", s -> s.path("chosen").path("pieces").asInt() == pieces);
    }
    page.touch("pay");
    screen("presentCode");
    shop.scanner().scan(Barcodes.payCode(random));
  }

  @Test
  void whatIsPaidFalls() throws Exception {
    int before = shop.cabinet().spirals().left(1);
    payFor("1");
    screen("collect");
    assertEquals(before - 1, shop.cabinet().spirals().left(1));
    page.touch("finish");
    screen("vendingShelf");
    assertEquals(Trade.Status.PAID, shop.wallet().trades().getFirst().status());
  }

  @Test
  void nothingIsPaidBeforeTheOutputIsEmpty() throws Exception {
    payFor("1");
    screen("collect");
    page.touch("finish");
    shows("it has to be taken out", s -> s.path("tray").asBoolean());
    payFor("2");
    shows("the page says why", s -> s.toString().contains("TRAY_NOT_EMPTY"));
    shop.cabinet().spirals().takeOut();
    shows("the notice goes", s -> !s.toString().contains("TRAY_NOT_EMPTY"));
    assertEquals(1, shop.wallet().trades().size(), "the code was not charged");
    shop.scanner().scan(Barcodes.payCode(random));
    screen("collect");
    assertEquals(2, shop.cabinet().spirals().fallen());
  }

  @Test
  void aBadgeOpensRestockingAndWhatWasCountedIsKeptAndTold() throws Exception {
    screen("vendingShelf");
    shop.scanner().scan(shop.badge());
    shows("what lies there", s -> s.path("lanes").size() == 8);
    page.chooseOption("full");
    shows("counted", s -> s.path("lanes").path(0).path("filling").asText().equals("DONE"));
    page.touch("back");
    screen("vendingShelf");
    until("the collector knows", () -> !shop.collector().ofType(SaleRecord.STOCK).isEmpty());
    JsonNode told = JSON.readTree(shop.collector().ofType(SaleRecord.STOCK).getFirst());
    assertEquals("小李", told.path("attendant").asText());
    assertEquals(6, told.path("movements").path(0).path("now").asInt());
    payFor("1");
    screen("collect");
    Path kept = shop.config().resolveSibling("data").resolve("stock");
    assertEquals(OptionalInt.of(5), new Stock(kept).left(1));
    String config = shop.config().toString();
    assertEquals(0, Main.run(Main.commands(), "vending", "kit", "--config", config));
    assertEquals(0, Main.run(Main.commands(), "vending", "audit", "--config", config));
    String eva = folder.resolve("eva.txt").toString();
    assertEquals(0, Main.run(Main.commands(), "vending", "eva", "--config", config, "--out", eva));
    VendAudit audit = VendAudit.of(DtsReport.read(Files.readAllBytes(folder.resolve("eva.txt"))));
    assertEquals(new VendAudit.Sold(1, 500), audit.all());
    assertEquals(new VendAudit.Sold(1, 500), audit.selections().getFirst().sold());
    assertEquals(0, Main.run(Main.commands(), "vending", "eva", "--read", eva));
  }

  private static boolean isOff(JsonNode shelf, String slot) {
    for (JsonNode each : shelf.path("slots")) {
      if (each.path("id").asText().equals(slot)) {
        return each.path("selling").asText().equals("OFF");
      }
    }
    return false;
  }

  @Test
  void aDateThatIsTypedWhereItIsFilledLocksItsSlotWhenItHasPassed() throws Exception {
    screen("vendingShelf");
    shop.scanner().scan(shop.badge());
    shows("what lies there", s -> s.path("lanes").size() == 8);
    page.chooseOption("skip");
    page.chooseOption("skip");
    shows("the fresh one", s -> s.path("lanes").path(2).path("filling").asText().equals("HERE"));
    page.chooseOption("full");
    screen("useBy");
    for (String digit : "200101".split("")) {
      page.chooseOption(digit);
    }
    shows("the date", s -> s.path("digits").asText().equals("200101"));
    page.touch("confirmDigits");
    shows("on to the next", s -> s.path("lanes").path(3).path("filling").asText().equals("HERE"));
    page.touch("back");
    shows("it is locked", s -> isOff(s, "3"));
    page.chooseGood("1");
    shows("the others are sold", s -> s.path("chosen").path("pieces").asInt() == 1);
    Path kept = shop.config().resolveSibling("data").resolve("stock");
    assertTrue(Files.readString(kept).contains("use-by 3 2020-01-01"));
  }

  @Test
  void aDoorThatIsOpenClosesTheMachine() throws Exception {
    shop.cabinet().spirals().door(true);
    shows("the door is open", s -> s.path("reason").asText().equals("DOOR_OPEN"));
    shop.cabinet().spirals().door(false);
    shows("somebody has to look", s -> s.path("reason").asText().equals("NOT_SERVICED"));
  }

  @Test
  void whatHangsIsGivenBack() throws Exception {
    shop.cabinet().spirals().fill(1, 0);
    payFor("1");
    JsonNode told = shows("its money is back", s -> s.path("money").asText().equals("REFUNDED"));
    assertEquals("5.00", told.path("amount").asText());
    page.touch("finish");
    JsonNode shelf = shows("the slot is out of order", s -> s.toString().contains("\"OFF\""));
    assertEquals("1", shelf.path("slots").path(0).path("id").asText());
    assertEquals("OFF", shelf.path("slots").path(0).path("selling").asText());
    assertEquals("SOLD", shelf.path("slots").path(1).path("selling").asText());
    assertEquals(Trade.Status.REFUNDED, shop.wallet().trades().getFirst().status());
  }

  @Test
  void ofSeveralOnlyWhatHangsIsGivenBack() throws Exception {
    shop.cabinet().spirals().fill(1, 5);
    shop.cabinet().spirals().fill(2, 0);
    payFor("1", "2", "1");
    JsonNode told = shows("its money is back", s -> s.path("money").asText().equals("REFUNDED"));
    assertEquals(1, told.path("articles").size());
    assertEquals(3, shop.cabinet().spirals().left(1), "the others fell");
    Trade trade = shop.wallet().trades().getFirst();
    long fen = Math.round(told.path("amount").asDouble() * 100);
    assertEquals(fen, shop.wallet().refunded(trade.outTradeNo()));
    assertNotEquals(told.path("amount").asText(), told.path("paid").asText());
  }
}
