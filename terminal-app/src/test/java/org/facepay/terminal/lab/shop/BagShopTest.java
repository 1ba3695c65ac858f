package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.facepay.peripherals.scale.ScaleSimulator;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.world.weighing.MassBook;
import org.junit.jupiter.api.Test;

/** The scale under the shopper's bags, on the running terminal. */
@NeedsNatives
class BagShopTest extends OpenShop {
  private static final String TEA = "6900123400074";
  private static final int MILLIGRAMS = 1_000;

  @Override
  DemoShop.Settings settings() {
    return new DemoShop.Settings(0, Duration.ofSeconds(1), true, false, true);
  }

  /** Puts down or takes out, and waits until the scale has told it. */
  private void bags(int grams) throws Exception {
    ScaleSimulator bags = shop.cabinet().bags();
    bags.load((long) grams * MILLIGRAMS);
    long told = bags.weighings();
    until("the scale to tell its weight", () -> bags.weighings() > told + 2);
  }

  private JsonNode scanned(int pieces) throws Exception {
    shop.scanner().scan(TEA);
    return shows(
        pieces + " pieces",
        s ->
            s.path("totals").path("items").asInt() == pieces
                && s.path("type").asText().equals("basket"));
  }

  @Test
  void theBagsLearnSpeakSoftlyAndFetchStaff() throws Exception {
    page.close();
    terminal.close();
    try (MassBook known = new MassBook(folder.resolve("shop/data/masses.db"))) {
      for (int n = 0; n < 3; n++) {
        known.learn(TEA, 520 + n);
      }
    }
    start();
    page.awaitScreen("attract", PATIENCE);
    scanned(1);
    bags(520);
    scanned(2);
    bags(1_042);
    scanned(3);
    bags(1_042 + 700); // something heavier than what was scanned
    shows("a soft word", s -> kind(s).equals("BAG_UNEXPECTED_ITEM"));
    scanned(4);
    bags(1_042);
    page.await("no word any more", s -> kind(s.path("screen")).isEmpty(), PATIENCE);
    bags(0);
    JsonNode overlay =
        page.await("the dialog", s -> overlay(s).equals("bagCheck"), PATIENCE).path("overlay");
    assertEquals("REMOVED", overlay.path("kind").asText());
    until("the call at the collector", () -> !calls().isEmpty());
    assertTrue(calls().contains("bag-check"));
    scanned(5);
    page.await("no dialog", s -> overlay(s).isEmpty(), PATIENCE);
  }

  private static String kind(JsonNode screen) {
    return screen.path("notice").path("kind").asText();
  }

  private static String overlay(JsonNode snapshot) {
    return snapshot.path("overlay").path("type").asText();
  }

  private String calls() throws Exception {
    return String.join("\n", shop.collector().ofType(SaleRecord.CALL));
  }
}
