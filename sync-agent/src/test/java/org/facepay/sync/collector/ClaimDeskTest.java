package org.facepay.sync.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.facepay.sync.desk.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suspended basket is taken up once. */
class ClaimDeskTest {
  @TempDir private Path folder;

  @Test
  void aSuspendedBasketGoesOnWithWhoeverAsksFirst() throws Exception {
    try (EventStore store = EventStore.open(folder.resolve("events.db"))) {
      ClaimDesk claims = new ClaimDesk(store);
      assertEquals("{\"granted\":true}", claim(claims, "K4-1"));
      assertEquals("{\"granted\":false}", claim(claims, "K5-1"));
      assertEquals("{\"granted\":true}", claim(claims, "K4-1"), "asked again");
    }
  }

  private static String claim(ClaimDesk desk, String claimant) throws Exception {
    String asked = "{'basket':'K3_7F3K_1','claimant':'%s'}".formatted(claimant);
    Request request =
        new Request(
            "POST",
            ClaimDesk.PATH,
            "",
            Map.of(),
            asked.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    return new String(desk.answer(request).body(), StandardCharsets.UTF_8);
  }
}
