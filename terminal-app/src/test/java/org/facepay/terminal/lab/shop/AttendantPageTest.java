package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.facepay.sync.attendants.ShopDesk;
import org.facepay.sync.attendants.ShopKey;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.tags.NeedsBrowser;
import org.facepay.terminal.lab.browser.Chromium;
import org.facepay.terminal.lab.browser.PageFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The attendants' page of a terminal as a phone and a desk show it, in both languages: nothing is
 * cut off, lies over something else or is too small for a finger. Pictures go where
 * FACEPAY_PICTURES says.
 */
@NeedsBrowser
class AttendantPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LONG = "Organic smoked oat drink with calcium, barista edition 1 l";

  @TempDir Path folder;

  private static ObjectNode call(String terminal, String zh, String en, String why, int seconds) {
    ObjectNode said = JSON.createObjectNode().put("terminal", terminal);
    said.put("name", zh).put("nameEn", en).put("session", 7);
    said.putObject("call")
        .put("id", terminal.hashCode() & 0xffff)
        .put("at", Instant.now().minusSeconds(seconds).toString())
        .put("why", why)
        .put("heard", "RECEIVED");
    return said;
  }

  private static ObjectNode basket(ObjectNode said, int lines) {
    ObjectNode basket = said.putObject("basket").put("items", lines + 1).put("minor", 1_234_560);
    ArrayNode all = basket.putArray("lines");
    for (int n = 0; n < lines; n++) {
      boolean beer = n == 1;
      all.addObject()
          .put("name", beer ? "青岛纯生啤酒 500 毫升" : "有机烟熏燕麦奶（咖啡师款）一升装 " + n)
          .put("nameEn", beer ? "Tsingtao draft beer 500 ml" : LONG + " " + n)
          .put("quantity", n == 2 ? "1.250 kg" : "×2")
          .put("minor", beer ? 1_280 : 123_456)
          .put("years", beer ? 18 : 0)
          .put("seen", false);
    }
    return said;
  }

  /** Four calls: an age and bags at one, money at another, one that somebody is coming to. */
  private static void calls(ShopDesk desk) throws Exception {
    ObjectNode age = basket(call("K3", "自助收银 3 号", "Self-checkout 3", "age-check", 3_700), 6);
    age.putObject("waits").put("years", 18).put("bags", true);
    var _ = desk.said(age);
    var _ =
        desk.said(
            call("K12", "自助收银 12 号", "Self-checkout 12, back entrance", "payment-unknown", 70));
    ObjectNode mine = call("V1", "饮料机 1 号", "Drinks machine 1", "pay-with-staff", 30);
    ((ObjectNode) mine.path("call")).put("heard", "COMING");
    var _ = desk.said(mine);
  }

  private static void holds(Chromium phone, String what, String size) throws Exception {
    PageFit.holds(phone, "#page", what + "-" + size);
  }

  @ParameterizedTest
  @CsvSource({"390, 844, zh", "390, 844, en", "320, 640, en", "1280, 800, zh", "1280, 800, en"})
  void everyStateOfThePageFits(int width, int height, String language) throws Exception {
    ShopKey key = new ShopKey("the key of the shop".getBytes(StandardCharsets.UTF_8));
    StaffPage page = StaffPage.make();
    try (ShopDesk desk = ShopDesk.open(folder.resolve("phones.db"), InstantSource.system())) {
      desk.serve(
          new ShopDesk.Place(FrontDesk.loopback(0), page.tls(), "127.0.0.1"),
          new ShopDesk.Terminal("自助收银 3 号", "Self-checkout 3", Optional.of(key)));
      URI home = URI.create("https://127.0.0.1:" + desk.port() + "/staff/?lang=" + language);
      String size = width + "-" + language;
      try (Chromium phone = Chromium.trusting(home, page.pin(), width, height)) {
        phone.await("that it is a stranger", "document.querySelector('h1')", PATIENCE);
        holds(phone, "unpaired", size);
        phone.evaluate("location.search = '?code=old&lang=" + language + "'");
        phone.await("that the code is old", "document.querySelector('.alone')", PATIENCE);
        holds(phone, "old-code", size);
        URI pair = URI.create(desk.link("王小明 Alexander").orElseThrow() + "&lang=" + language);
        phone.evaluate("location.href = '" + pair + "'");
        phone.await("that it is paired", "document.querySelector('.phone')", PATIENCE);
        holds(phone, "nobody", size);
        calls(desk);
        phone.await("the calls", "document.querySelectorAll('.call').length == 3", PATIENCE);
        holds(phone, "calls", size);
        phone.press(language.equals("zh") ? "打开" : "Open");
        phone.await("the basket", "document.querySelector('.band')", PATIENCE);
        calls(desk);
        holds(phone, "open", size);
        assertTrue(
            phone.evaluate("document.documentElement.lang").asText().startsWith(language), size);
      }
    }
  }

  @Test
  void aPageThatIsAloneSaysSo() throws Exception {
    StaffPage page = StaffPage.make();
    ShopDesk desk = ShopDesk.open(folder.resolve("phones.db"), InstantSource.system());
    desk.serve(
        new ShopDesk.Place(FrontDesk.loopback(0), page.tls(), "127.0.0.1"),
        new ShopDesk.Terminal("自助收银 3 号", "Self-checkout 3", Optional.empty()));
    URI pair = URI.create(desk.link("李娜").orElseThrow() + "&lang=en");
    try (Chromium phone = Chromium.phone(pair, page.pin())) {
      phone.await("that it is paired", "document.querySelector('.phone')", PATIENCE);
      calls(desk);
      phone.await("the calls", "document.querySelectorAll('.call').length == 3", PATIENCE);
      desk.close();
      phone.await("that nothing is heard", "document.querySelector('.state.lost')", PATIENCE);
      holds(phone, "lost", "390-en");
    }
  }
}
