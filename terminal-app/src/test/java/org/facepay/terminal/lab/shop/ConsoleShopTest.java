package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.technician.OneLanguage;
import org.facepay.terminal.world.reading.Badges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The technician at work beside a running terminal, with all its devices. */
@NeedsNatives
@Slow("starts a terminal and its peers for each test")
class ConsoleShopTest extends OpenShop {
  private static final String TEA = "6900123400074";

  private static final List<String> TESTED =
      List.of("scale", "printer", "scanner", "lock", "shelves", "dispenser");

  /** Names of devices and drivers, which are the same in every language. */
  private static final String[] NAMES =
      ("scale printer scanner lock shelves dispenser drawer camera bagging rfid cashless stills ssi"
              + " qibixx simulated")
          .split(" ");

  private ConsoleClient hand;

  @Override
  DemoShop.Settings settings() {
    return new DemoShop.Settings(0, Duration.ofMillis(1_500), true, true, true);
  }

  @BeforeEach
  void logIn() throws Exception {
    hand = new ConsoleClient(terminal.terminal().consoleUrl().orElseThrow());
    page.awaitScreen("attract", PATIENCE);
  }

  private List<String> deeds() throws Exception {
    List<String> deeds = new ArrayList<>();
    for (String row : shop.collector().ofType("org.facepay.console.v1")) {
      assertEquals("technician", JSON.readTree(row).path("by").asText());
      deeds.add(JSON.readTree(row).path("deed").asText());
    }
    return deeds;
  }

  private String test(String device) throws Exception {
    return hand.post("/", "do", "test", "device", device);
  }

  @Test
  void everyDeviceIsTestedWithoutStoppingTheTerminal() throws Exception {
    until("the devices", () -> hand.page("/").matches("(?s).*All [1-9]\\d* devices work.*"));
    shop.scale().load(500_000);
    until("the load", () -> test("scale").contains("stable at 0.500 kg"));
    int before = shop.printer().receipts();
    assertTrue(test("printer").contains("printed a test slip"));
    until("the slip", () -> shop.printer().receipts() == before + 1);
    for (String device : List.of("scanner", "lock", "shelves", "dispenser")) {
      String found = test(device);
      assertTrue(found.contains("class=steps"), found);
      assertFalse(found.contains("does not work"), found);
    }
    shop.scanner().scan(TEA);
    screen("basket");
    until("the reading", () -> hand.page("/").contains("read " + TEA));
    assertTrue(test("printer").contains("Somebody is shopping"));
    assertEquals(before + 1, shop.printer().receipts());
    shop.scanner().scan(shop.badge());
    until("what is read", () -> hand.page("/").contains("read a code of 30 characters"));
    assertFalse(hand.page("/").contains(shop.badge()), "a badge is a secret");
    assertTrue(test("nothing").contains("no such device"));
  }

  @Test
  void everythingIsSaidInChineseToo() throws Exception {
    until("the devices", () -> hand.page("/").matches("(?s).*All [1-9]\\d* devices work.*"));
    ConsoleClient chinese = hand.inChinese();
    for (String device : TESTED) {
      String found = chinese.post("/", "do", "test", "device", device);
      assertEquals(List.of(), OneLanguage.english(found, NAMES), device);
    }
    for (String path : List.of("/", "/state", "/books", "/goods", "/badges", "/camera")) {
      assertEquals(List.of(), OneLanguage.english(chinese.page(path), NAMES), path);
    }
  }

  @Test
  void aBadgeIsGivenAtTheScannerAndTakenBackAtOnce() throws Exception {
    assertTrue(hand.post("/badges", "do", "add", "name", "Ana").contains("Now hold Ana"));
    String code = Badges.code();
    shop.scanner().scan(code);
    screen("staffMenu");
    until("Ana", () -> hand.page("/badges").contains("<b>Ana</b>"));
    page.touch("back");
    page.awaitScreen("attract", PATIENCE);
    String badges = hand.page("/badges");
    Matcher all = Pattern.compile("name=badge value=\"([0-9a-f]{64})\"").matcher(badges);
    List<String> ids = new ArrayList<>();
    while (all.find()) {
      ids.add(all.group(1));
    }
    assertEquals(2, ids.size());
    shop.scanner().scan(code);
    screen("staffMenu");
    String taken = hand.post("/badges", "do", "revoke", "badge", ids.get(1), "again", ids.get(1));
    assertTrue(taken.contains("Ana&#39;s badge") || taken.contains("Ana's badge"), taken);
    page.awaitScreen("attract", PATIENCE); // what was open behind it is over
    shop.scanner().scan(code);
    shop.scanner().scan(TEA); // read after the badge, which did nothing
    screen("basket");
    assertTrue(hand.post("/badges", "do", "revoke", "badge", ids.get(0)).contains("the last one"));
    until("the journal", () -> deeds().equals(List.of("BADGE_ADDED", "BADGE_REVOKED")));
    assertEquals(1, Badges.read(folder.resolve("shop/badges.txt")).size());
  }

  @Test
  void whoeverHasABadgeComesInByNameAndTheCollectorHearsIt() throws Exception {
    hand.post("/badges", "do", "add", "name", "Ana", "code", Badges.code());
    Matcher badge =
        Pattern.compile("name=badge value=\"([0-9a-f]{64})\"").matcher(hand.page("/badges"));
    String id = badge.results().map(found -> found.group(1)).toList().getLast();
    assertTrue(
        hand.post("/badges", "do", "pin", "holder", id, "fresh", "773301", "again", "773301")
            .contains("Ana has a console PIN"));
    ConsoleClient ana =
        new ConsoleClient(terminal.terminal().consoleUrl().orElseThrow(), "Ana", "773301");
    assertTrue(ana.press("/state", "zero-scale").contains("role=status"));
    until(
        "the collector",
        () ->
            shop.collector().ofType("org.facepay.console.v1").stream()
                .anyMatch(row -> row.contains("\"Ana\"") && row.contains("SCALE_ZEROED")));
  }

  @Test
  void aListIsBroughtInAndSoldByWhenTheShopperHasGone() throws Exception {
    Path list = folder.resolve("shop/goods.tsv");
    String old = Files.readString(list);
    String fresh = old.replaceAll("(?m)^(" + TEA + "(?:\t[^\t]*){4})\t[^\t]+", "$1\t4.90");
    shop.scanner().scan(TEA);
    assertEquals("5.00", screen("basket").path("totals").path("total").asText());
    String report = hand.upload(fresh);
    Matcher digest = Pattern.compile("name=digest value=\"(\\w+)\"").matcher(report);
    assertTrue(digest.find() && report.contains("¥5.00 → ¥4.90"), report);
    assertTrue(hand.post("/goods", "do", "take", "digest", digest.group(1)).contains("in its"));
    assertTrue(hand.page("/goods").contains("until then the goods of the old one"));
    shop.scanner().scan(TEA);
    shows("the old price", s -> s.path("totals").path("total").asText().equals("10.00"));
    page.touch("cancel");
    page.await(
        "the question", s -> s.at("/overlay/type").asText().equals("confirmCancel"), PATIENCE);
    page.touch("confirmCancel");
    until("the new list", () -> !hand.page("/goods").contains("until then"));
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan(TEA);
    shows("the new price", s -> s.path("totals").path("total").asText().equals("4.90"));
    assertEquals(old, Files.readString(folder.resolve("shop/goods.tsv.before")));
    until("the journal", () -> deeds().equals(List.of("GOODS_IMPORTED")));
  }

  private String cameraRow() throws Exception {
    String page = hand.page("/");
    int at = page.indexOf("<b>camera</b>");
    return page.substring(at, page.indexOf("</tr>", at)).replaceAll("<[^>]*>", " ");
  }

  @Test
  void theCameraIsPointedAndItsTurnOutlivesARestart() throws Exception {
    until("a picture", () -> hand.page("/camera").contains("data:image/jpeg"));
    assertTrue(cameraRow().contains("a technician points it"), cameraRow());
    until("that it is off again", () -> cameraRow().contains("off; its pictures"));
    until("a word about the face", () -> hand.page("/camera").contains("The face is"));
    assertTrue(hand.post("/camera", "do", "turn", "degrees", "90").contains("turned by 90"));
    until("that it lies on its side", () -> hand.page("/camera").contains("rotate"));
    assertTrue(hand.post("/camera", "do", "turn", "degrees", "45").contains("Not changed"));
    page.close();
    terminal.close();
    start();
    ConsoleClient again = new ConsoleClient(terminal.terminal().consoleUrl().orElseThrow());
    until("the turn", () -> again.page("/camera").contains("90° (now)"));
    try (var files = Files.walk(folder.resolve("shop/data"))) {
      assertTrue(files.noneMatch(f -> f.toString().endsWith(".jpg")), "no picture is kept");
    }
  }
}
