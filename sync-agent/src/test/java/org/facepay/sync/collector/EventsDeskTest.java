package org.facepay.sync.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.journal.Steps;
import org.facepay.sync.uplink.CloudEvents;
import org.facepay.sync.uplink.Gzip;
import org.facepay.sync.uplink.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk alone, without a server in front of it. */
class EventsDeskTest {
  @TempDir Path folder;
  private final Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private EventStore store;
  private EventsDesk desk;

  @BeforeEach
  void open() throws Exception {
    store = EventStore.open(folder.resolve("collector.db"));
    desk = new EventsDesk(store, () -> now);
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  private Response post(byte[] body, Map<String, String> headers) throws IOException {
    return desk.answer(new Request("POST", EventsDesk.PATH, "", headers, body));
  }

  private static String said(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static byte[] batch(String... ids) {
    return CloudEvents.encode("urn:t", List.of(ids).stream().map(Steps::outgoing).toList());
  }

  @Test
  void plainAndPackedAreOne() throws Exception {
    Map<String, String> packed = Map.of("content-encoding", "gzip");
    assertTrue(said(post(batch("a", "b"), Map.of())).contains("\"accepted\":2,\"duplicates\":0"));
    Response again = post(Gzip.of(batch("a", "b", "c")), packed);
    assertEquals(200, again.status());
    assertTrue(said(again).contains("\"accepted\":1,\"duplicates\":2"), said(again));
    assertEquals(3, store.count());
  }

  /** A terminal tells the collector's refusals from a proxy's by their form. */
  @Test
  void itRefusesInTheFormOfRefusals() throws Exception {
    Response large =
        desk.tooLarge(
            new Request("POST", EventsDesk.PATH, "", Map.of(), new byte[0]), EventsDesk.MAX_BODY);
    Response bomb =
        post(Gzip.of(new byte[EventsDesk.MAX_BODY + 1]), Map.of("content-encoding", "gzip"));
    assertEquals(said(large), said(bomb));
    for (Response refused :
        List.of(large, bomb, post(batch("a"), Map.of("content-encoding", "gzip")))) {
      assertEquals(Refusal.CONTENT_TYPE, refused.type());
      assertTrue(said(refused).contains("urn:facepay:collector:"), said(refused));
    }
    assertEquals(413, large.status());
  }

  @Test
  void aStoreThatIsGoneIsAFailureAndNoAnswer() throws Exception {
    store.close();
    assertThrows(IOException.class, () -> post(batch("a"), Map.of()));
  }

  @Test
  void survivesAnythingThatIsPosted() throws Exception {
    Random random = new Random(11);
    for (int n = 0; n < 400; n++) {
      byte[] body = random.nextBoolean() ? batch("x" + n) : Gzip.of(batch("x" + n));
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      byte[] sent =
          random.nextInt(3) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
      boolean gzip = random.nextBoolean();
      int status = post(sent, gzip ? Map.of("content-encoding", "gzip") : Map.of()).status();
      assertTrue(status == 200 || status == 400, "HTTP " + status);
    }
  }
}
