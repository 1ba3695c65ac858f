package org.facepay.sync.attendants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A terminal says where its attendants' page stands. The seal is of the shop's key: whoever passes
 * it on, or keeps it, can change nothing of it.
 *
 * @param shop names the key, and tells nothing of it
 * @param home address of the page, without a path
 * @param at when it was said, to the millisecond
 */
public record Announcement(String shop, String terminal, URI home, Instant at, String seal) {
  private static final String SEALED = "[A-Za-z0-9_-]{43}";
  private static final String TERMINAL = "[A-Za-z0-9]{1,12}";
  private static final String HOME = "https://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?";

  /** By the terminal itself. */
  public static Announcement of(ShopKey key, String terminal, URI home, Instant now) {
    Instant at = Instant.ofEpochMilli(now.toEpochMilli());
    return new Announcement(key.shop(), terminal, home, at, key.here(terminal, home, at));
  }

  /** Whether a terminal with this key has said just that. */
  public boolean isOf(ShopKey key) {
    return key.same(key.here(terminal, home, at), seal);
  }

  /** What cannot be one is none. */
  public static Optional<Announcement> read(JsonNode json) {
    String shop = json.path("shop").asText();
    String terminal = json.path("terminal").asText();
    String home = json.path("home").asText();
    String seal = json.path("seal").asText();
    long at = json.path("at").asLong();
    boolean whole =
        shop.matches(SEALED)
            && terminal.matches(TERMINAL)
            && home.matches(HOME)
            && seal.matches(SEALED)
            && at > 0;
    return whole
        ? Optional.of(
            new Announcement(shop, terminal, URI.create(home), Instant.ofEpochMilli(at), seal))
        : Optional.empty();
  }

  /** As {@link #read} reads it. */
  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("shop", shop)
        .put("terminal", terminal)
        .put("home", home.toString())
        .put("at", at.toEpochMilli())
        .put("seal", seal);
  }
}
