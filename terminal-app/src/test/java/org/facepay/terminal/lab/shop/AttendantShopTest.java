package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.sync.attendants.ShopDesk;
import org.facepay.sync.attendants.ShopKey;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Response;
import org.facepay.sync.desk.Routes;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.wiring.Program;
import org.facepay.terminal.world.reading.Badges;
import org.junit.jupiter.api.Test;

/** The attendants' page that a terminal serves itself, with and without the collector. */
@NeedsNatives
@Slow("starts a terminal and its peers for each test")
class AttendantShopTest extends OpenShop {
  private static final String BEER = "6900123409992";
  private static final String KEY = "the key of the demo shop";

  private void attendsItself(String peers) throws Exception {
    page.close();
    terminal.close();
    shop.attendsItself(peers);
    start();
    page.awaitScreen("attract", PATIENCE);
  }

  private static JsonNode pairing(DemoShop at, PageClient hand) throws Exception {
    at.scanner().scan(at.badge());
    hand.awaitScreen("staffMenu", PATIENCE);
    hand.chooseTask("PHONE");
    JsonNode shown = hand.await("the code", s -> !s.at("/screen/url").asText().isEmpty(), PATIENCE);
    hand.touch("back");
    hand.awaitScreen("staffMenu", PATIENCE);
    hand.touch("back");
    hand.awaitScreen("attract", PATIENCE);
    return shown.path("screen");
  }

  private JsonNode pairing(String badge) throws Exception {
    shop.scanner().scan(badge);
    screen("staffMenu");
    page.chooseTask("PHONE");
    JsonNode shown = shows("the code", s -> !s.path("url").asText().isEmpty());
    page.touch("back");
    screen("staffMenu");
    page.touch("back");
    page.awaitScreen("attract", PATIENCE);
    return shown;
  }

  private PhoneClient phone(JsonNode pairing) throws Exception {
    return new PhoneClient(URI.create(pairing.path("url").asText()));
  }

  private void beer() throws Exception {
    shop.scanner().scan(BEER);
    shows("that it waits", s -> s.path("age").path("years").asInt() == 18);
  }

  private void settled() throws Exception {
    shows(
        "that it is settled",
        s -> s.path("type").asText().equals("basket") && s.path("age").isNull());
  }

  /** What was decided of ages; pairing a phone is kept too. */
  private List<String> acts() throws Exception {
    return shop.collector().ofType(SaleRecord.ACT).stream()
        .filter(act -> act.contains("\"AGE_"))
        .toList();
  }

  private void actsOnce() throws Exception {
    until("what staff did", () -> !acts().isEmpty());
    assertEquals(1, acts().size(), acts().toString());
    assertTrue(acts().getFirst().contains("AGE_CONFIRMED"), acts().toString());
  }

  @Test
  void withoutTheCollectorAPhoneAcknowledgesAndSettlesAndNothingIsDoneTwice() throws Exception {
    attendsItself("");
    shop.network(false);
    JsonNode pairing = pairing(shop.badge());
    try (PhoneClient phone = phone(pairing)) {
      assertEquals(pairing.path("certificate").asText(), phone.fingerprint());
      beer();
      until("the call", () -> phone.waiting().at("/call/id").asLong() > 0);
      assertEquals("Self-checkout 3", phone.board().at("/desk/nameEn").asText());
      assertEquals(200, phone.answer(phone.waiting(), "coming"));
      until("coming", () -> phone.waiting().at("/call/heard").asText().equals("COMING"));
      assertEquals(1, phone.waiting().at("/basket/items").asInt());
      JsonNode waited = phone.waiting();
      assertEquals(409, phone.answer(waited, "bags"), "nobody waits for that");
      assertEquals(200, phone.answer(waited, "old"));
      settled();
      until("that it is over", () -> phone.waiting().isMissingNode());
      assertEquals(409, phone.answer(waited, "old"), "settled");
      shop.network(true);
      actsOnce();
    }
  }

  @Test
  void whatTwoDesksAnswerCountsOnce() throws Exception {
    attendsItself("");
    shop.network(false);
    try (PhoneClient here = phone(pairing(shop.badge()))) {
      shop.network(true);
      try (PhoneClient there = new PhoneClient(shop.collector().pairing("张伟"))) {
        beer();
        until("the call here", () -> here.waiting().at("/waits/years").asInt() == 18);
        until("and there", () -> there.waiting().at("/waits/years").asInt() == 18);
        assertFalse(there.board().has("desk"), "the collector's page names no terminal");
        JsonNode waited = here.waiting();
        assertEquals(200, here.answer(waited, "old"));
        int also = there.answer(waited, "young");
        assertTrue(also == 200 || also == 409, "HTTP " + also);
        settled();
        until("what staff did", () -> !acts().isEmpty());
        until("that it is over there", () -> there.waiting().isMissingNode());
        assertEquals(1, acts().size(), acts().toString());
        boolean old = acts().getFirst().contains("AGE_CONFIRMED");
        assertEquals(old ? 1 : 0, screen("basket").path("lines").size(), "whoever was heard first");
      }
    }
  }

  @Test
  void aPairingEndsWithAnotherAndWithItsBadge() throws Exception {
    attendsItself("");
    ConsoleClient console = new ConsoleClient(terminal.terminal().consoleUrl().orElseThrow());
    console.post("/badges", "do", "add", "name", "Ana");
    String ana = Badges.code();
    shop.scanner().scan(ana);
    screen("staffMenu");
    page.touch("back");
    page.awaitScreen("attract", PATIENCE);
    shop.network(false);
    try (PhoneClient first = phone(pairing(shop.badge()));
        PhoneClient anas = phone(pairing(ana))) {
      assertEquals(200, first.status());
      try (PhoneClient second = phone(pairing(shop.badge()))) {
        assertEquals(401, first.status(), "another phone is the one now");
        assertEquals(200, second.status());
        shop.network(true);
        JsonNode pairing = pairing(shop.badge());
        assertEquals("", pairing.path("certificate").asText(), "the collector is there again");
        until("the end of the pairing here", () -> second.status() == 401);
      }
      assertEquals(200, anas.status());
      Matcher all =
          Pattern.compile("name=badge value=\"([0-9a-f]{64})\"").matcher(console.page("/badges"));
      assertTrue(all.find() && all.find());
      console.post("/badges", "do", "revoke", "badge", all.group(1), "again", all.group(1));
      until("the end of Ana's", () -> anas.status() == 401);
    }
  }

  @Test
  void anotherTerminalsDeskAnswersToo() throws Exception {
    ShopKey key = new ShopKey(KEY.getBytes(StandardCharsets.UTF_8));
    try (ShopDesk peer = ShopDesk.open(folder.resolve("peer.db"), InstantSource.system())) {
      peer.serve(
          new ShopDesk.Place(FrontDesk.loopback(0), StaffPage.make().tls(), "127.0.0.1"),
          new ShopDesk.Terminal("自助收银 4 号", "Self-checkout 4", Optional.of(key)));
      attendsItself("https://127.0.0.1:" + peer.port());
      shop.network(false);
      try (PhoneClient phone = new PhoneClient(URI.create(peer.link("李娜").orElseThrow()))) {
        beer();
        until("the call", () -> phone.waiting().at("/waits/years").asInt() == 18);
        assertEquals("Self-checkout 4", phone.board().at("/desk/nameEn").asText());
        assertEquals(200, phone.answer(phone.waiting(), "old"));
        settled();
        shop.network(true);
        actsOnce();
        assertTrue(acts().getFirst().contains("李娜"), acts().toString());
      }
    }
  }

  /** A second terminal with a shop of its own, but for the collector. */
  private Path second(DemoShop other) throws Exception {
    other.attendsItself("");
    other.enrol(shop.collector(), "K4");
    String own = other.collector().uri().resolve("/").toString();
    String text =
        Files.readString(other.config())
            .replace("id: K3", "id: K4")
            .replace("Self-checkout 3", "Self-checkout 4")
            .replace(own, shop.collector().uri().resolve("/").toString());
    return Files.writeString(other.config(), text);
  }

  /** Neither names the other: they find each other, and know each other when it is gone. */
  @Test
  void twoTerminalsFindEachOtherThroughTheCollectorAndStayTogetherWithoutIt() throws Exception {
    attendsItself("");
    try (DemoShop other = new DemoShop(folder.resolve("other"), settings());
        Program four = Program.from(second(other));
        PageClient hand = new PageClient(four.terminal().url())) {
      hand.awaitScreen("attract", PATIENCE);
      until("K4 knows K3", () -> knows("other", "K3"));
      until("K3 knows K4", () -> knows("shop", "K4"));
      shop.network(false);
      other.network(false);
      try (PhoneClient here = phone(pairing(shop.badge()))) {
        other.scanner().scan(BEER);
        until("K4's call here", () -> here.waiting().path("terminal").asText().equals("K4"));
        assertEquals("Self-checkout 4", here.waiting().path("nameEn").asText());
        assertEquals(200, here.answer(here.waiting(), "old"));
        hand.await(
            "that it is settled",
            s -> s.at("/screen/type").asText().equals("basket") && s.at("/screen/age").isNull(),
            PATIENCE);
      }
      hand.touch("cancel");
      hand.await(
          "the question", s -> s.at("/overlay/type").asText().equals("confirmCancel"), PATIENCE);
      hand.touch("confirmCancel");
      hand.awaitScreen("attract", PATIENCE);
      try (PhoneClient there = phone(pairing(other, hand))) {
        attendsItself(""); // K3 is made anew while the collector is gone, and remembers
        beer();
        until("K3's call there", () -> there.waiting().path("terminal").asText().equals("K3"));
        assertEquals(200, there.answer(there.waiting(), "old"));
        settled();
      }
    }
  }

  private boolean knows(String whose, String terminal) throws Exception {
    Path file = folder.resolve(whose).resolve("data/peers.json");
    return Files.exists(file) && Files.readString(file).contains("\"" + terminal + "\"");
  }

  @Test
  void whoeverAnswersWithoutTheShopsKeySettlesNothing() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Routes forged =
        Routes.under("default-src 'none'")
            .with(
                "POST",
                "/v1/attendance",
                request -> {
                  long session = JSON.readTree(request.body()).path("session").asLong();
                  String answer =
                      "{\"answers\":[{\"id\":%d,\"kind\":\"old\",\"attendant\":\"x\",\"session\":%d,\"years\":18}]}";
                  return Response.json(200, answer.formatted(asked.incrementAndGet(), session))
                      .with(ShopKey.SEAL, "AAAA");
                });
    try (FrontDesk forger =
        FrontDesk.openSecure(
            "forger",
            FrontDesk.loopback(0),
            new Limits(262_144, 8),
            forged,
            StaffPage.make().tls())) {
      attendsItself("https://127.0.0.1:" + forger.port());
      beer();
      until("three forged answers", () -> asked.get() >= 3);
      assertEquals(18, screen("basket").path("age").path("years").asInt());
      assertTrue(acts().isEmpty());
    }
  }

  @Test
  void theCertificateStaysAndADamagedOneIsSaidWhileTheTerminalSells() throws Exception {
    attendsItself("");
    shop.network(false);
    String certificate = pairing(shop.badge()).path("certificate").asText();
    assertEquals(79, certificate.length());
    Path file = folder.resolve("shop/keys/attendants.p12");
    assertEquals("rw-------", posix(file));
    attendsItself("");
    assertEquals(certificate, pairing(shop.badge()).path("certificate").asText());
    page.close();
    terminal.close();
    Files.write(file, new byte[] {1, 2, 3});
    terminal = Program.from(shop.config());
    page = new PageClient(terminal.terminal().url());
    page.awaitScreen("attract", PATIENCE);
    assertEquals(3, Files.size(file), "nothing is lost");
    shop.network(true);
    buy("6900123400074");
  }

  private static String posix(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Override
  DemoShop.Settings settings() {
    return new DemoShop.Settings(0, Duration.ofMillis(700), true);
  }
}
