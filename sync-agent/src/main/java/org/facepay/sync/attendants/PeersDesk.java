package org.facepay.sync.attendants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;

/**
 * {@code POST /v1/attendance/peers}: a terminal says where its page stands and hears where those of
 * its shop do. The desk knows no key: it keeps what was said for a while, in memory, and whoever
 * hears it looks at the seal. Thread-safe.
 */
final class PeersDesk implements Desk {
  static final String PATH = "/v1/attendance/peers";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A terminal says it six times a minute. */
  private static final Duration HEARD = Duration.ofMinutes(10);

  private static final int MOST_SHOPS = 500;
  private static final int MOST_TERMINALS = 100;

  private final InstantSource clock;
  private final Map<String, Map<String, Heard>> shops = new LinkedHashMap<>();

  private record Heard(Announcement said, Instant at) {}

  PeersDesk(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws IOException {
    try {
      JsonNode json = JSON.readTree(request.body());
      Optional<Announcement> said = json == null ? Optional.empty() : Announcement.read(json);
      if (said.isEmpty()) {
        return Response.text(400, "expected an announcement\n");
      }
      ObjectNode heard = JsonNodeFactory.instance.objectNode();
      heard.set("terminals", heard(said.get()));
      return Response.json(200, heard.toString());
    } catch (JsonProcessingException e) {
      return Response.text(400, "not JSON\n");
    }
  }

  /** All of a shop, the newest word of each. */
  private synchronized ArrayNode heard(Announcement said) {
    Instant now = clock.instant();
    shops.values().forEach(all -> all.values().removeIf(h -> h.at().plus(HEARD).isBefore(now)));
    shops.values().removeIf(Map::isEmpty);
    Map<String, Heard> shop = last(shops, said.shop(), new LinkedHashMap<>(), MOST_SHOPS);
    shop.remove(said.terminal());
    var _ = last(shop, said.terminal(), new Heard(said, now), MOST_TERMINALS);
    ArrayNode terminals = JsonNodeFactory.instance.arrayNode();
    new TreeMap<>(shop).values().forEach(h -> terminals.add(h.said().json()));
    return terminals;
  }

  /** Behind all others; whoever has been silent for longest makes room. */
  private static <V> V last(Map<String, V> all, String name, V fresh, int most) {
    V known = all.remove(name);
    if (known == null && all.size() >= most) {
      all.remove(all.keySet().iterator().next());
    }
    V now = known == null ? fresh : known;
    all.put(name, now);
    return now;
  }
}
