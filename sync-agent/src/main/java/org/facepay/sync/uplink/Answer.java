package org.facepay.sync.uplink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one upload came to. Only a whole, well-formed answer of the collector counts as stored. */
sealed interface Answer {
  /** Stored, but for the refused ones (id to code). */
  record Stored(int accepted, int duplicates, Map<String, String> refused) implements Answer {}

  /** The body was too large for the collector: send less at once. */
  record TooLarge() implements Answer {}

  /** Try again later; the rows stay where they are. */
  record Later(String why, Optional<Duration> notBefore) implements Answer {}

  ObjectMapper MAPPER = new ObjectMapper();

  /** Judges an HTTP answer to a batch of so many rows. */
  static Answer of(int status, HttpHeaders headers, byte[] body, int rows) {
    Optional<Duration> retryAfter =
        headers
            .firstValue("Retry-After")
            .filter(v -> v.matches("\\d{1,6}"))
            .map(v -> Duration.ofSeconds(Long.parseLong(v)));
    if (status == 413) {
      return new TooLarge();
    }
    if (status != 200) {
      return new Later("the collector answered HTTP " + status, retryAfter);
    }
    String type = headers.firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/json")) {
      return new Later(
          "the answer is not the collector's but " + type + " (a captive portal?)", retryAfter);
    }
    try {
      return read(MAPPER.readTree(body), rows);
    } catch (JsonProcessingException e) {
      return new Later("the answer broke off: " + e.getOriginalMessage(), retryAfter);
    } catch (IOException e) {
      return new Later("the answer cannot be read: " + e.getMessage(), retryAfter);
    }
  }

  private static Answer read(JsonNode json, int rows) {
    if (!json.path("accepted").isInt() || !json.path("duplicates").isInt()) {
      return new Later("the answer does not say what was stored", Optional.empty());
    }
    Map<String, String> refused = new HashMap<>();
    json.path("rejected")
        .forEach(r -> refused.put(r.path("id").asText(), r.path("code").asText("refused")));
    int accepted = json.get("accepted").intValue();
    int duplicates = json.get("duplicates").intValue();
    if (accepted + duplicates + refused.size() != rows) {
      return new Later(
          "the answer counts " + (accepted + duplicates + refused.size()) + " of " + rows,
          Optional.empty());
    }
    return new Stored(accepted, duplicates, refused);
  }
}
