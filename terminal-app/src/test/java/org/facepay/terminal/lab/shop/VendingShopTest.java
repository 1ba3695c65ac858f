package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.lab.sandbox.Trade;
import org.junit.jupiter.api.Test;

/** A vending machine with its spirals on a pseudo-terminal and a wallet on a socket. */
@NeedsNatives
class VendingShopTest extends OpenShop {
  @Override
  DemoShop.Settings settings() {
    return new DemoShop.Settings(0, Duration.ofMillis(1_500), true, false, true, true);
  }

  private void payForTea() throws Exception {
    screen("vendingShelf");
    page.chooseGood("1");
    JsonNode chosen = shows("the chosen one", s -> s.toString().contains("\"chosen\":true"));
    assertEquals("vendingShelf", chosen.path("type").asText());
    page.touch("pay");
    screen("presentCode");
    shop.scanner().scan(Barcodes.payCode(random));
  }

  @Test
  void whatIsPaidFalls() throws Exception {
    int before = shop.cabinet().spirals().left(1);
    payForTea();
    screen("collect");
    assertEquals(before - 1, shop.cabinet().spirals().left(1));
    page.touch("finish");
    screen("vendingShelf");
    assertEquals(Trade.Status.PAID, shop.wallet().trades().getFirst().status());
  }

  @Test
  void whatHangsIsGivenBack() throws Exception {
    shop.cabinet().spirals().fill(1, 0);
    payForTea();
    JsonNode told = shows("its money is back", s -> s.path("money").asText().equals("REFUNDED"));
    assertEquals("5.00", told.path("amount").asText());
    assertEquals(Trade.Status.REFUNDED, shop.wallet().trades().getFirst().status());
  }
}
