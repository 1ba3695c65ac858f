package org.facepay.sync.collector;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.uplink.CloudEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objections to a container's bill on its e-receipt, and what the page says of them. */
class ObjectionDeskTest {
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
  private static final String SOURCE = "urn:facepay:terminal:K3:7F3K";
  private static final String SALE =
      """
      {"receiptToken":"abc","saleId":"K3_1_1_1","shop":"晴里","totalMinor":1390,
       "lines":[{"name":"茶","nameEn":"Tea","quantity":"×1","unitPriceMinor":470,"amountMinor":470},
                {"name":"奶<b>","nameEn":"Milk","quantity":"×2","unitPriceMinor":460,"amountMinor":920}],
       "payment":{"outTradeNo":"K3_1_1_1"}}""";
  private static final String VISIT =
      """
      {"bill":{"saleId":"K3_1_1_1","objectUntil":"2026-12-08T10:00:00Z","objectUntilLocal":"2026-12-08 18:00:00"}}""";

  @TempDir Path folder;
  private EventStore store;
  private Instant now = NOW;
  private int events;

  @BeforeEach
  void open() throws IOException {
    store = EventStore.open(folder.resolve("collector.db"));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private void told(String data) throws IOException {
    events++;
    byte[] body = data.getBytes(StandardCharsets.UTF_8);
    store.store(
        List.of(
            new CloudEvents.Received(
                SOURCE, "e" + events, "org.facepay.x", NOW.plusSeconds(events), body)),
        NOW);
  }

  private void state(int line, String state, long minor) throws IOException {
    told(
        "{\"bill\":{\"saleId\":\"K3_1_1_1\",\"line\":%d,\"state\":\"%s\",\"minor\":%d}}"
            .formatted(line, state, minor));
  }

  private String page() throws IOException {
    Response page =
        new ReceiptDesk(store, () -> now)
            .answer(new Request("GET", "/r/abc", "", Map.of(), new byte[0]));
    return new String(page.body(), StandardCharsets.UTF_8);
  }

  private Response post(String path, String form) throws IOException {
    return new ObjectionDesk(store, () -> now)
        .answer(new Request("POST", path, "", Map.of(), form.getBytes(StandardCharsets.UTF_8)));
  }

  private String waiting() throws IOException {
    Response waiting =
        new WaitingDesk(store)
            .answer(
                new Request("GET", "/v1/objections", "source=" + SOURCE, Map.of(), new byte[0]));
    return new String(waiting.body(), StandardCharsets.UTF_8);
  }

  @Test
  void aLineIsObjectedToByOneTouchAndOnce() throws Exception {
    told(SALE);
    told(VISIT);
    String before = page();
    assertTrue(before.contains("name=line value=1"), before);
    assertTrue(before.contains("value=WRONG_NUMBER"), "two pieces can be one too many");
    assertTrue(before.contains("2026-12-08 18:00:00"), before);
    assertFalse(before.contains("<script"), before);
    Response said = post("/r/abc", "line=2&why=WRONG_NUMBER");
    assertEquals(303, said.status());
    assertEquals("/r/abc", said.headers().get("Location"));
    post("/r/abc", "line=2&why=NOT_TAKEN");
    assertEquals(
        List.of(new Objection("K3_1_1_1", 2, Objection.Why.WRONG_NUMBER, NOW)),
        store.objections("K3_1_1_1"));
    assertTrue(waiting().contains("\"line\":2"), waiting());
    assertTrue(page().contains("收到了"), page());
    assertFalse(page().contains("name=line value=2"), "it is said");
    assertTrue(page().contains("name=line value=1"), "the other line can still be");
  }

  @Test
  void twoPhonesAtOnceObjectToALineOnce() throws Exception {
    told(SALE);
    told(VISIT);
    List<Thread> phones = new ArrayList<>();
    for (String why : List.of("WRONG_NUMBER", "NOT_TAKEN", "WRONG_NUMBER", "NOT_TAKEN")) {
      phones.add(
          Thread.ofVirtual()
              .start(() -> assertDoesNotThrow(() -> post("/r/abc", "line=2&why=" + why))));
    }
    for (Thread phone : phones) {
      phone.join();
    }
    assertEquals(1, store.objections("K3_1_1_1").size());
    assertEquals(2, waiting().split("\"line\"", -1).length, waiting());
  }

  @Test
  void thePageSaysWhatHasComeOfIt() throws Exception {
    told(SALE);
    told(VISIT);
    post("/r/abc", "line=1&why=NOT_TAKEN");
    Map<String, String> says =
        Map.of(
            "REVIEW", "店员会看",
            "REFUNDING", "同意退 ¥4.70",
            "RETURNED", "退 ¥4.70，原路退回",
            "KEPT", "收款不变",
            "EXPIRED", "请找店员");
    for (Map.Entry<String, String> said : says.entrySet()) {
      state(1, said.getKey(), 470);
      assertTrue(page().contains(said.getValue()), said.getKey() + page());
      assertEquals("{\"objections\":[]}", waiting(), "it is answered");
    }
  }

  @Test
  void onlyAContainersBillAndOnlyForSoLong() throws Exception {
    told(SALE);
    assertFalse(page().contains("<form"), "a till's receipt");
    post("/r/abc", "line=1&why=NOT_TAKEN");
    assertEquals("{\"objections\":[]}", waiting());
    told(VISIT);
    now = NOW.plusSeconds(7 * 86_400);
    assertFalse(page().contains("<form"), "too late");
    post("/r/abc", "line=1&why=NOT_TAKEN");
    assertEquals("{\"objections\":[]}", waiting());
  }

  @Test
  void whoeverHasNoReceiptAndWhateverIsNoLineObjectsToNothing() throws Exception {
    told(SALE);
    told(VISIT);
    assertEquals(404, post("/r/abd", "line=1&why=NOT_TAKEN").status());
    for (String form :
        List.of("", "line=0&why=NOT_TAKEN", "line=3&why=NOT_TAKEN", "line=1", "line=1&why=ALL")) {
      assertEquals(400, post("/r/abc", form).status(), form);
    }
    Random random = new Random(6);
    for (int i = 0; i < 2_000; i++) {
      byte[] body = new byte[random.nextInt(60)];
      random.nextBytes(body);
      post("/r/abc", new String(body, StandardCharsets.ISO_8859_1));
    }
    assertEquals("{\"objections\":[]}", waiting());
  }

  @Test
  void whatOtherEventsSayDoesNotBreakThePage() throws Exception {
    told(SALE);
    for (String bill :
        List.of(
            "{\"bill\":7}",
            "{\"bill\":{\"saleId\":\"K3_1_1_1\"}}",
            "{\"bill\":{\"saleId\":\"K3_1_1_1\",\"objectUntil\":\"soon\"}}",
            "{\"bill\":{\"saleId\":\"K3_1_1_1\",\"line\":\"x\",\"state\":3}}")) {
      told(bill);
      assertFalse(page().contains("<form"), bill);
    }
  }

  @Test
  void aClockIsEnough() throws Exception {
    told(SALE);
    told(VISIT);
    var desk = new ObjectionDesk(store, InstantSource.fixed(NOW));
    byte[] form = "line=1&why=NOT_TAKEN".getBytes(StandardCharsets.UTF_8);
    assertEquals(303, desk.answer(new Request("POST", "/r/abc", "", Map.of(), form)).status());
  }
}
