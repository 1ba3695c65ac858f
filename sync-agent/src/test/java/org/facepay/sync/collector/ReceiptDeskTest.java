package org.facepay.sync.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.uplink.CloudEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk alone, without a server in front of it. */
class ReceiptDeskTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;

  private static Response get(EventStore store, String path) throws Exception {
    return new ReceiptDesk(store).answer(new Request("GET", path, "", Map.of(), new byte[0]));
  }

  @Test
  void aSaleIsShownByItsTokenAndAnyOtherComesLater() throws Exception {
    try (EventStore store = EventStore.open(folder.resolve("collector.db"))) {
      byte[] sale =
          "{\"receiptToken\":\"abc\",\"totalMinor\":1240}".getBytes(StandardCharsets.UTF_8);
      store.store(List.of(new CloudEvents.Received("urn:t", "1", "sale", NOW, sale)), NOW);
      Response shown = get(store, "/r/abc");
      assertEquals(200, shown.status());
      assertTrue(new String(shown.body(), StandardCharsets.UTF_8).contains("¥12.40"));
      for (String other : new String[] {"/r/", "/r/ab", "/r/abc/", "/r/' OR 1=1--"}) {
        assertEquals(404, get(store, other).status(), other);
      }
    }
  }
}
