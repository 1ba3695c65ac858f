package org.facepay.sync.attendants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * What waits for staff at the terminals of a shop, and what staff have answered. It is what is so
 * now, in memory: a terminal tells it again for as long as something waits, and repeats until it
 * has heard the answers; nothing of it is a record. Thread-safe.
 */
final class Attendance {
  /** A terminal that waits says so twice a second. */
  private static final Duration HEARD = Duration.ofSeconds(15);

  private static final int MOST_TERMINALS = 200;
  private static final int MOST_ANSWERS = 16;

  private final InstantSource clock;
  private final Map<String, Place> places = new TreeMap<>();
  private long answers;

  private static final class Place {
    private ObjectNode said = JsonNodeFactory.instance.objectNode();
    private Instant heard = Instant.EPOCH;
    private final Deque<ObjectNode> answers = new ArrayDeque<>();
  }

  Attendance(InstantSource clock) {
    this.clock = clock;
    // Numbers go on over a restart, so that no terminal takes a new answer for one it has heard.
    this.answers = clock.millis();
  }

  /**
   * A terminal says what waits there.
   *
   * @param said the terminal's id, its name, the last answer it has heard, and what waits
   * @return the answers it has not heard yet, oldest first
   */
  synchronized ArrayNode said(ObjectNode said) {
    String terminal = said.path("terminal").asText();
    if (terminal.isEmpty() || (!places.containsKey(terminal) && places.size() >= MOST_TERMINALS)) {
      return JsonNodeFactory.instance.arrayNode();
    }
    Place place = places.computeIfAbsent(terminal, _ -> new Place());
    place.said = said;
    place.heard = clock.instant();
    long done = said.path("done").asLong();
    place.answers.removeIf(answer -> answer.path("id").asLong() <= done);
    ArrayNode open = JsonNodeFactory.instance.arrayNode();
    place.answers.forEach(open::add);
    return open;
  }

  /** What waits now, by terminal; a terminal that is silent is not known to wait. */
  synchronized ObjectNode board() {
    Instant now = clock.instant();
    ObjectNode board = JsonNodeFactory.instance.objectNode();
    board.put("now", now.toString());
    ArrayNode waiting = board.putArray("waiting");
    for (Place place : places.values()) {
      boolean waits = place.said.has("call") || place.said.has("waits");
      if (waits && place.heard.plus(HEARD).isAfter(now)) {
        waiting.add(place.said);
      }
    }
    return board;
  }

  /**
   * A member of staff answers.
   *
   * @param answer the terminal's id, the kind of answer and what it answers
   * @return whether that terminal waits for it
   */
  synchronized boolean answer(JsonNode answer, String attendant) {
    Place place = places.get(answer.path("terminal").asText());
    if (place == null || place.answers.size() >= MOST_ANSWERS || !waitsFor(place.said, answer)) {
      return false;
    }
    ObjectNode given = JsonNodeFactory.instance.objectNode().put("id", ++answers);
    given.put("kind", answer.path("kind").asText()).put("attendant", attendant);
    given.put("call", answer.path("call").asLong()).put("years", answer.path("years").asInt());
    given.put("session", answer.path("session").asLong());
    place.answers.addLast(given);
    return true;
  }

  /** A phone may show what was so a second ago; what has been settled meanwhile is settled. */
  private static boolean waitsFor(JsonNode said, JsonNode answer) {
    if (said.path("session").asLong() != answer.path("session").asLong()) {
      return false;
    }
    return switch (answer.path("kind").asText()) {
      case "coming" -> said.path("call").path("id").asLong() == answer.path("call").asLong();
      case "old", "young" ->
          said.path("waits").path("years").asInt() == answer.path("years").asInt();
      case "bags" -> said.path("waits").path("bags").asBoolean();
      default -> false;
    };
  }
}
