package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sale as the bill of a container: until when its lines can be objected to, what was said of
 * them, and what has come of it.
 *
 * @param until empty for any other sale
 * @param said by the line's number
 * @param became what the terminal has told of it last, by the line's number
 */
record Bill(Optional<Until> until, Map<Integer, Objection> said, Map<Integer, Became> became) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The end of the time for objections.
   *
   * @param local by the shop's clock, as the terminal says it
   */
  record Until(Instant at, String local) {}

  /**
   * What has come of an objection.
   *
   * @param state as the terminal calls it
   * @param minor what goes back, minor units
   */
  record Became(String state, long minor) {}

  static Bill of(EventStore store, String sale) throws IOException {
    Optional<Until> until = Optional.empty();
    Map<Integer, Became> became = new HashMap<>();
    for (String told : store.bill(sale)) {
      JsonNode bill = JSON.readTree(told).path("bill");
      if (bill.has("objectUntil")) {
        String local = bill.path("objectUntilLocal").asText();
        until = time(bill.path("objectUntil").asText()).map(at -> new Until(at, local));
      }
      if (bill.path("line").isInt()) {
        became.put(
            bill.path("line").intValue(),
            new Became(bill.path("state").asText(), bill.path("minor").asLong()));
      }
    }
    Map<Integer, Objection> said = new HashMap<>();
    List<Objection> objections = store.objections(sale);
    objections.forEach(o -> said.put(o.line(), o));
    return new Bill(until, Map.copyOf(said), Map.copyOf(became));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a line can be objected to now: once, and as long as there is something to look at. */
  boolean open(int line, Instant now) {
    return until.filter(u -> now.isBefore(u.at())).isPresent() && !said.containsKey(line);
  }
}
