package org.facepay.sync.attendants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.junit.jupiter.api.Test;

/** Terminals of a shop hear where the others' pages stand, and of nobody else. */
class PeersDeskTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final URI HOME = URI.create("https://192.168.1.33:8443");

  private final ShopKey key = new ShopKey("the key of the shop".getBytes(StandardCharsets.UTF_8));
  private final ShopKey other = new ShopKey("the key of another".getBytes(StandardCharsets.UTF_8));
  private Instant now = Instant.parse("2026-11-30T08:00:00Z");
  private final PeersDesk desk = new PeersDesk(() -> now);

  private Response post(String body) throws Exception {
    return desk.answer(
        new Request("POST", PeersDesk.PATH, "", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> hears(ShopKey shop, String terminal) throws Exception {
    Response answer = post(Announcement.of(shop, terminal, HOME, now).json().toString());
    assertEquals(200, answer.status());
    List<String> heard = new ArrayList<>();
    for (JsonNode one : JSON.readTree(answer.body()).path("terminals")) {
      Announcement said = Announcement.read(one).orElseThrow();
      if (said.isOf(shop)) {
        heard.add(said.terminal());
      }
    }
    return heard;
  }

  @Test
  void theTerminalsOfAShopHearOfEachOtherForAsLongAsTheySaySo() throws Exception {
    assertEquals(List.of("K3"), hears(key, "K3"));
    assertEquals(List.of("K3", "K4"), hears(key, "K4"));
    assertEquals(List.of("K9"), hears(other, "K9"), "another shop's");
    now = now.plusSeconds(400);
    assertEquals(List.of("K3", "K4"), hears(key, "K4"));
    now = now.plusSeconds(400);
    assertEquals(List.of("K4"), hears(key, "K4"), "K3 has been silent");
  }

  @Test
  void aShopIsNamedWithoutItsKeyAndNothingCanBeChanged() {
    Announcement said = Announcement.of(key, "K3", HOME, now);
    assertNotEquals(said.shop(), Announcement.of(other, "K3", HOME, now).shop());
    assertFalse(said.isOf(other));
    for (String[] change :
        new String[][] {
          {"terminal", "K4"}, {"home", "https://192.168.1.66:8443"}, {"seal", "A".repeat(43)}
        }) {
      ObjectNode json = said.json().put(change[0], change[1]);
      assertFalse(Announcement.read(json).orElseThrow().isOf(key), change[0]);
    }
    ObjectNode later = said.json().put("at", now.plusSeconds(1).toEpochMilli());
    assertFalse(Announcement.read(later).orElseThrow().isOf(key));
  }

  @Test
  void whatIsNoAnnouncementIsRefused() throws Exception {
    String good = Announcement.of(key, "K3", HOME, now).json().toString();
    for (String bad :
        List.of(
            "", "[]", "{}", "no", good.replace("https", "http"), good.replace("8443", "8443/x"))) {
      assertEquals(400, post(bad).status(), bad);
    }
    Random random = new Random(5);
    for (int n = 0; n < 5_000; n++) {
      byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(32, 127);
      String text = new String(bytes, StandardCharsets.UTF_8);
      int status = post(text).status();
      assertTrue(status == 200 || status == 400, text);
    }
    assertTrue(hears(key, "K4").contains("K4"), "whoever is silent makes room");
  }
}
