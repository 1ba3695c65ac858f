package org.facepay.sync.uplink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facepay.sync.uplink.Trouble.Kind;

/** What one upload came to. Only a whole, well-formed answer of the collector counts as stored. */
sealed interface Answer {
  /**
   * Stored, but for the refused ones (id to code).
   *
   * @param twin whether another start of the program sends under this terminal's name, too
   * @param serverTime of the collector; empty when it does not say
   */
  record Stored(
      int accepted,
      int duplicates,
      Map<String, String> refused,
      boolean twin,
      Optional<Instant> serverTime)
      implements Answer {}

  /**
   * The batch cannot be taken as it is: send less, to find the row it stumbles over.
   *
   * @param own whether the collector itself says so; a proxy's limit says nothing of the event
   */
  record TooMuch(String code, boolean own) implements Answer {}

  /**
   * Try again later; the rows stay where they are.
   *
   * @param notBefore how long the other side asked to be left alone
   */
  record Later(Trouble why, Optional<Duration> notBefore) implements Answer {}

  ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Longest time a Retry-After is believed: a broken proxy must not silence a till for days. */
  Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(15);

  /** Judges an HTTP answer to a batch of these ids. */
  static Answer of(int status, HttpHeaders headers, byte[] body, Set<String> ids) {
    String type = headers.firstValue("Content-Type").orElse("");
    boolean json = type.startsWith("application/json");
    Optional<Refusal> refusal = Refusal.of(status, type, body);
    if (refusal.isPresent()) {
      return new TooMuch(refusal.get().code(), true);
    }
    if (status == 413) {
      return new TooMuch(Refusal.TOO_LARGE.code(), false);
    }
    if (status == 401 || status == 403) {
      return later(Kind.NOT_ENROLLED, Integer.toString(status));
    }
    if (status != 200) {
      return new Later(
          new Trouble(Kind.HTTP_STATUS, Integer.toString(status)), retryAfter(headers));
    }
    if (!json) {
      return later(Kind.OTHER_ANSWER, type);
    }
    try {
      return read(MAPPER.readTree(body), ids);
    } catch (JsonProcessingException e) {
      return later(Kind.BROKEN_ANSWER, e.getOriginalMessage());
    } catch (IOException e) {
      return later(Kind.BROKEN_ANSWER, String.valueOf(e.getMessage()));
    }
  }

  /** Seconds (RFC 9110, 10.2.3); its other form, a date, is not trusted on a till's clock. */
  private static Optional<Duration> retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .filter(v -> v.matches("\\d{1,9}"))
        .map(v -> Duration.ofSeconds(Long.parseLong(v)))
        .map(d -> d.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : d);
  }

  private static Answer read(JsonNode json, Set<String> ids) {
    int accepted = json.path("accepted").isInt() ? json.get("accepted").intValue() : -1;
    int duplicates = json.path("duplicates").isInt() ? json.get("duplicates").intValue() : -1;
    if (accepted < 0 || duplicates < 0) {
      return later(Kind.SENSELESS_ANSWER, "it does not say what was stored");
    }
    Map<String, String> refused = new HashMap<>();
    json.path("rejected")
        .forEach(r -> refused.put(r.path("id").asText(), r.path("code").asText("refused")));
    if (!ids.containsAll(refused.keySet())) {
      return later(Kind.SENSELESS_ANSWER, "it refuses events that were not sent");
    }
    long told = (long) accepted + duplicates + refused.size();
    return told == ids.size()
        ? new Stored(
            accepted,
            duplicates,
            refused,
            json.path("twin").asBoolean(),
            time(json.path("serverTime").asText()))
        : later(Kind.SENSELESS_ANSWER, "it counts " + told + " of " + ids.size());
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Later later(Kind kind, String detail) {
    return new Later(new Trouble(kind, detail), Optional.empty());
  }
}
