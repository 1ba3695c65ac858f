package org.facepay.sync.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.Await;
import org.junit.jupiter.api.Test;

/** Answers that are none: rows go on after each of them, and only then. */
class UplinkAnswersTest extends UplinkAtWork {
  @Test
  void aCaptivePortalIsNotACollector() throws Exception {
    goesOnAfter(
        "captive portal",
        BadCollector.answer(200, "text/html", "<html>Welcome to Mall WiFi</html>"),
        BadCollector.answer(302, "text/html", ""),
        BadCollector.answer(407, "text/html", "proxy"));
  }

  @Test
  void anAnswerThatIsNotWholeIsNoAnswer() throws Exception {
    goesOnAfter(
        "broke off",
        BadCollector.json("{\"accepted\":10,\"dupl"),
        BadCollector.json("{\"accepted\":10,\"duplicates\":0} trailing"),
        BadCollector.json(""));
  }

  @Test
  void anAnswerThatDoesNotAddUpIsNoAnswer() throws Exception {
    goesOnAfter(
        "the answer",
        BadCollector.json("{}"),
        BadCollector.json("[]"),
        BadCollector.json("{\"accepted\":9,\"duplicates\":0}"),
        BadCollector.json("{\"accepted\":11,\"duplicates\":0}"),
        BadCollector.json("{\"accepted\":11,\"duplicates\":-1}"),
        BadCollector.json("{\"accepted\":\"10\",\"duplicates\":0}"),
        BadCollector.json("{\"accepted\":2147483647,\"duplicates\":2147483647}"),
        BadCollector.json(
            "{\"accepted\":9,\"duplicates\":0,\"rejected\":[{\"id\":\"somebody-else\"}]}"));
  }

  @Test
  void serverErrorsAreTriedAgain() throws Exception {
    goesOnAfter(
        "HTTP 5",
        BadCollector.answer(500, "text/plain", "oops"),
        BadCollector.answer(503, "text/html", "busy"),
        BadCollector.answer(400, "text/html", "a proxy's"));
  }

  @Test
  void anAnswerWithoutEndIsCutOff() throws Exception {
    goesOnAfter("no connection", BadCollector.answer(200, "application/json", " ".repeat(3 << 20)));
  }

  @Test
  void connectionsThatBreakOrDripAreBounded() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n";
    record Peer(String answer, boolean reset, long drip) {}
    for (Peer peer :
        List.of(
            new Peer("", true, 0),
            new Peer(head + "{\"accepted\":1", true, 0),
            new Peer(head + "{\"accepted\":1", false, 0),
            new Peer("HTTP/9 what\r\n\r\n", false, 0),
            new Peer(head + " ".repeat(4_000), false, 20))) {
      statuses.clear();
      append(1);
      try (BadCollector.Raw raw = new BadCollector.Raw(peer.answer, peer.reset, peer.drip);
          Uplink uplink =
              new Uplink(
                  new Uplink.Settings(
                      new Uplink.Endpoint(
                          raw.uri(),
                          Duration.ofSeconds(1),
                          Duration.ofMillis(800),
                          Duration.ofMinutes(1)),
                      "urn:t",
                      FAST),
                  journal,
                  statuses::add,
                  stored::addAll)) {
        uplink.start();
        Await.until("offline after " + peer, () -> !statuses.isEmpty());
        assertFalse(statuses.getFirst().online());
      }
    }
    assertEquals(5, outbox.waiting());
    assertEquals(List.of(), stored);
  }

  /** A login page or proxy that answers in JSON says nothing about the events. */
  @Test
  void aForeign400SetsNothingAside() throws Exception {
    goesOnAfter(
        "HTTP 400",
        BadCollector.answer(400, "application/json", "{\"error\":\"not logged in\"}"),
        BadCollector.answer(400, "application/json", Refusal.MALFORMED.body("forged type")),
        BadCollector.answer(400, "application/problem+json", "{\"type\":\"about:blank\"}"),
        BadCollector.answer(400, "application/problem+json", "{\"type\":"),
        BadCollector.answer(400, "application/problem+json", Refusal.TOO_LARGE.body("")),
        BadCollector.answer(422, "application/problem+json", Refusal.MALFORMED.body("")));
    assertEquals(0, outbox.refused());
  }

  /** Ten rows go through after each of these answers was given once, and only then. */
  private void goesOnAfter(String detail, BadCollector.Reply... replies) throws Exception {
    append(10);
    try (BadCollector collector = new BadCollector();
        Uplink _ = start(collector.then(replies).uri(), FAST)) {
      drained();
      assertEquals(replies.length + 1, collector.batches().size());
      collector.batches().forEach(batch -> assertEquals(ids(10), batch));
      assertEquals(ids(10), stored);
      assertEquals(0, outbox.refused());
      assertTrue(
          statuses.stream().anyMatch(s -> !s.online() && s.detail().contains(detail)),
          statuses::toString);
      assertEquals(new Uplink.Status(Optional.empty(), false, 0), statuses.getLast());
    }
  }
}
