package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.junit.jupiter.api.Test;

/** A smart container: its bolt, door and cells on pseudo-terminals, a wallet on a socket. */
@NeedsNatives
class ContainerShopTest extends OpenShop {
  @Override
  DemoShop.Settings settings() {
    return new DemoShop.Settings(
        0, Duration.ofMillis(1_500), true, false, true, DemoShop.Form.CONTAINER);
  }

  private DemoShelves shelves() {
    return shop.cabinet().container();
  }

  private void doorOpen() throws Exception {
    screen("containerWelcome");
    shop.scanner().scan(Barcodes.payCode(random));
    screen("holdExplained");
    page.touch("agreeHold");
    shows("the bolt is drawn", s -> s.path("drawn").asBoolean());
    assertTrue(shelves().open(), "the bolt holds the door");
    screen("taking");
  }

  private JsonNode taken(int pieces) throws Exception {
    return shows(
        pieces + " pieces are seen",
        s -> s.path("lines").size() > 0 && count(s.path("lines")) == pieces);
  }

  private static int count(JsonNode lines) {
    int sum = 0;
    for (JsonNode line : lines) {
      sum += line.path("article").path("pieces").asInt();
    }
    return sum;
  }

  private JsonNode billed() throws Exception {
    return shows("it is charged", s -> s.path("state").asText().equals("CHARGED"));
  }

  @Test
  void whatIsTakenIsChargedAfterTheDoorIsClosed() throws Exception {
    doorOpen();
    assertTrue(shelves().take(1, 1));
    taken(1);
    assertTrue(shelves().take(2, 3));
    taken(2);
    shelves().shut();
    JsonNode bill = billed();
    assertEquals("13.90", bill.path("charged").asText());
    assertEquals(2, bill.path("lines").size());
    assertEquals(List.of("6900123400074", "6900123402665"), shelves().carriedAway());
    Trade trade = shop.wallet().trades().getFirst();
    assertEquals(Trade.Status.PAID, trade.status());
    page.touch("finish");
    screen("containerWelcome");
  }

  @Test
  void whatIsPutBackIsNotCharged() throws Exception {
    doorOpen();
    shelves().take(1, 2);
    taken(1);
    shelves().putBack(0, 0);
    shows("nothing is seen", s -> s.path("lines").isArray() && count(s.path("lines")) == 0);
    shelves().shut();
    shows("nothing is charged", s -> s.path("state").asText().equals("NOTHING"));
    page.touch("finish");
    screen("containerWelcome");
    assertTrue(shop.wallet().trades().isEmpty());
  }

  @Test
  void aDoorThatNobodyPullsCostsNothing() throws Exception {
    screen("containerWelcome");
    shop.scanner().scan(Barcodes.payCode(random));
    screen("holdExplained");
    page.touch("agreeHold");
    shows("the bolt is drawn", s -> s.path("drawn").asBoolean());
    page.touch("back");
    shows("it stays shut", s -> s.path("reason").asText().equals("NOT_PULLED"));
    assertFalse(shelves().open(), "the bolt is drawn still");
  }

  @Test
  void theNextShopperPaysOnlyForTheirOwn() throws Exception {
    doorOpen();
    shelves().take(3, 2);
    taken(1);
    shelves().shut();
    assertEquals("4.00", billed().path("charged").asText());
    page.touch("finish");
    screen("containerWelcome");
    doorOpen();
    shelves().take(1, 2);
    taken(1);
    shelves().shut();
    assertEquals("8.90", billed().path("charged").asText());
  }

  @Test
  void aBadgeOpensTheDoorForWhoeverFillsIt() throws Exception {
    screen("containerWelcome");
    shop.scanner().scan(shop.badge());
    shows("the lanes", s -> s.path("lanes").size() == 12);
    until("the bolt is drawn", () -> shelves().open());
    shelves().take(1, 1);
    shelves().carriedAway();
    page.touch("back");
    shows("the door is to be closed", s -> s.path("type").asText().equals("closed"));
    shelves().shut();
    screen("containerWelcome");
    assertTrue(shop.wallet().trades().isEmpty());
  }

  @Test
  void aLaneLearnsWhatIsPutIntoIt() throws Exception {
    screen("containerWelcome");
    shop.scanner().scan(shop.badge());
    shows("the lanes", s -> s.path("lanes").size() == 12);
    until("the bolt is drawn", () -> shelves().open());
    shelves().clear(1, 4);
    page.tickLine("104");
    for (int left = 5; left >= 0; left--) {
      int now = left;
      page.touch("oneLess", "104");
      shows("one less", s -> s.path("lanes").path(3).path("article").path("pieces").asInt() == now);
    }
    shop.scanner().scan("6900123400708");
    screen("placing");
    assertTrue(shelves().put("6900123400708", 2, 1, 4));
    page.touch("oneMore", "placing");
    page.chooseOption("placed");
    JsonNode found = shows("where they lie", s -> s.path("found").isObject());
    assertEquals("104", found.path("found").path("lane").asText());
    assertEquals(529, found.path("found").path("grams").asDouble(), 12, "nobody knew its mass");
    page.chooseOption("right");
    screen("restock");
    page.touch("back");
    shows("the door is to be closed", s -> s.path("type").asText().equals("closed"));
    shelves().shut();
    screen("containerWelcome");
    double middle = learned().shelves().getFirst().lanes().get(3).centreMm();
    assertEquals(525, middle, 20);
    assertNotEquals(525, middle, 1e-6, "where the pieces lie");
    page.close();
    terminal.close();
    start();
    doorOpen();
    assertTrue(shelves().take(1, 4));
    JsonNode seen = taken(1);
    assertEquals("4.50", seen.path("estimate").asText(), seen::toString);
    shelves().shut();
    assertEquals("4.50", billed().path("charged").asText());
  }

  private Planogram learned() throws Exception {
    try (Stream<Path> versions = Files.list(folder.resolve("shop/data/cabinet/planograms"))) {
      return PlanogramFile.read(versions.max(Comparator.naturalOrder()).orElseThrow());
    }
  }

  @Test
  void aVisitGoesOnAfterTheProgramWasStartedAgain() throws Exception {
    doorOpen();
    shelves().take(1, 1);
    taken(1);
    page.close();
    terminal.close();
    shelves().take(1, 2);
    start();
    shows("the door is known to be open", s -> s.path("type").asText().equals("taking"));
    shelves().shut();
    JsonNode bill = shows("the bill", s -> s.path("type").asText().equals("bill"));
    assertEquals(2, bill.path("lines").size(), bill::toString);
  }

  @Test
  void aDoorThatIsForcedBillsNobody() throws Exception {
    screen("containerWelcome");
    shelves().lock().forceDoor(0);
    shows("nobody is let in", s -> s.path("type").asText().equals("closed"));
    shelves().take(2, 1);
    shelves().shut();
    screen("containerWelcome");
    until(
        "the visit is told",
        () -> shop.collector().ofType(SaleRecord.VISIT).toString().contains("door-forced"));
    assertTrue(sales().isEmpty());
    assertTrue(shop.wallet().trades().isEmpty());
  }

  @Test
  void whatCannotBeTakenIsOwedAtTheNextVisit() throws Exception {
    String person = Barcodes.payCode(random);
    shop.scanner().scan(person);
    screen("holdExplained");
    page.touch("agreeHold");
    shows("the bolt is drawn", s -> s.path("drawn").asBoolean());
    assertTrue(shelves().open());
    screen("taking");
    shelves().take(3, 2);
    taken(1);
    shop.wallet().expireHolds();
    shelves().shut();
    shows("it is owed", s -> s.path("state").asText().equals("OWED"));
    page.touch("finish");
    screen("containerWelcome");
    shop.scanner().scan(person.substring(0, 10) + "77" + person.substring(12));
    screen("holdExplained");
    page.touch("agreeHold");
    assertEquals("4.00", screen("debt").path("amount").asText());
    page.touch("pay");
    screen("presentCode");
    shop.scanner().scan(Barcodes.payCode(random));
    shows("the door opens", s -> s.path("drawn").asBoolean());
  }
}
