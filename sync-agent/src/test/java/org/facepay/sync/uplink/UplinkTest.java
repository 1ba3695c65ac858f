package org.facepay.sync.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.facepay.sync.Await;
import org.facepay.sync.collector.Collector;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.journal.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The uplink against collectors that misbehave; whatever they do, nothing is lost or blocked. */
class UplinkTest {
  private static final Uplink.Pace FAST =
      new Uplink.Pace(1_000, Duration.ofMillis(4), Duration.ofMillis(40));

  @TempDir Path folder;
  private Journal journal;
  private Outbox outbox;
  private final List<Uplink.Status> statuses = Collections.synchronizedList(new ArrayList<>());
  private final List<String> stored = Collections.synchronizedList(new ArrayList<>());
  private long stamp;
  private int number;
  private int appended;

  @BeforeEach
  void open() throws Exception {
    journal = Journal.open(folder.resolve("journal.db"));
    outbox = journal.outbox();
  }

  @AfterEach
  void close() throws Exception {
    outbox.close();
    journal.close();
  }

  @Test
  void bringsRowsInOrderAndSaysSo() throws Exception {
    append(1_500);
    try (BadCollector collector = new BadCollector();
        Uplink uplink = start(collector.uri(), FAST)) {
      drained();
      assertEquals(ids(1_500), stored);
      assertEquals(ids(1_500), collector.batches().stream().flatMap(List::stream).toList());
      // A batch grows by what the one before the last came to: the next is made ready meanwhile.
      assertEquals(
          List.of(200, 200, 400, 400, 300), collector.batches().stream().map(List::size).toList());
      append(1);
      drained();
      assertEquals(1_501, uplink.uploaded());
      assertEquals(List.of(new Uplink.Status(true, "connected", false)), statuses);
    }
  }

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
  void retryAfterIsHonouredEvenWhenARowArrives() throws Exception {
    append(1);
    List<Long> at = Collections.synchronizedList(new ArrayList<>());
    try (BadCollector collector = new BadCollector();
        Uplink uplink =
            start(
                collector
                    .then(
                        (x, b) -> {
                          at.add(System.nanoTime());
                          x.getResponseHeaders().set("Retry-After", "1");
                          BadCollector.answer(503, "text/plain", "").to(x, b);
                        })
                    .uri(),
                FAST)) {
      Await.until("the refusal", () -> !at.isEmpty());
      append(1);
      uplink.wake();
      drained();
      assertTrue(System.nanoTime() - at.getFirst() >= 1_000_000_000L, "a second was asked for");
      assertEquals(2, collector.batches().getLast().size());
    }
  }

  @Test
  void aRowWakesTheUplinkOutOfALongWait() throws Exception {
    Uplink.Pace slow = new Uplink.Pace(1_000, Duration.ofHours(1), Duration.ofHours(1));
    append(1);
    try (BadCollector collector = new BadCollector();
        Uplink _ = start(collector.then(BadCollector.answer(500, "text/plain", "")).uri(), slow)) {
      Await.until("offline", () -> statuses.size() == 1);
      append(1);
      drained();
      append(1);
      drained();
    }
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
                      raw.uri(), "urn:t", Duration.ofSeconds(1), Duration.ofMillis(800), FAST),
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

  @Test
  void aBodyThatIsTooLargeIsHalvedUntilTheOneRowIsFound() throws Exception {
    for (int i = 1; i <= 300; i++) {
      append(List.of(i == 137 ? Steps.outgoing("e137", "\"huge\"") : Steps.outgoing("e" + i)));
    }
    try (BadCollector collector = new BadCollector();
        Uplink _ =
            start(
                collector
                    .otherwise(
                        BadCollector.when(
                            BadCollector.holds("e137"), BadCollector.refused(Refusal.TOO_LARGE)))
                    .uri(),
                FAST)) {
      drained();
      assertEquals(299, stored.size());
      assertFalse(stored.contains("e137"));
      assertEquals("e300", stored.getLast());
      assertEquals(1, outbox.refused());
      assertTrue(collector.batches().size() < 30, "found by halving");
    }
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

  /** A proxy's limit: the others pass, and the large one is tried again, never put aside. */
  @Test
  void whatIsTooLargeForAProxyWaitsAndHoldsNobodyUp() throws Exception {
    append(List.of(Steps.outgoing("e1"), Steps.outgoing("huge"), Steps.outgoing("e3")));
    AtomicBoolean proxy = new AtomicBoolean(true);
    try (BadCollector collector = new BadCollector();
        Uplink _ =
            start(
                collector
                    .otherwise(
                        BadCollector.when(
                            BadCollector.holds("huge").and(_ -> proxy.get()),
                            BadCollector.answer(413, "text/html", "too large")))
                    .uri(),
                FAST)) {
      Await.until("the others", () -> stored.containsAll(List.of("e1", "e3")));
      assertEquals(1, outbox.waiting());
      assertEquals(0, outbox.refused());
      proxy.set(false);
      drained();
      assertTrue(stored.contains("huge"));
    }
  }

  @Test
  void somethingThatFindsEverythingTooLargeSetsNothingAside() throws Exception {
    append(200);
    AtomicBoolean proxy = new AtomicBoolean(true);
    try (BadCollector collector = new BadCollector();
        Uplink _ =
            start(
                collector
                    .otherwise(
                        BadCollector.when(
                            _ -> proxy.get(), BadCollector.answer(413, "application/json", "{}")))
                    .uri(),
                FAST)) {
      Await.until("many tries", () -> collector.batches().size() > 120);
      assertEquals(200, outbox.waiting());
      proxy.set(false);
      drained();
      assertEquals(200, stored.size());
    }
  }

  @Test
  void refusedRowsAreBroughtBack() throws Exception {
    append(3);
    outbox.settle(List.of(), Map.of("e1", "malformed", "e2", "too-large"));
    assertEquals(1, outbox.waiting());
    assertEquals(2, outbox.bringBack());
    assertEquals(3, outbox.waiting());
    assertEquals(0, outbox.bringBack());
  }

  @Test
  void aCollectorOfSmallBatchesIsNotAskedForLargeOnesAgainAndAgain() throws Exception {
    append(2_000);
    try (BadCollector collector = new BadCollector();
        Uplink _ =
            start(
                collector
                    .otherwise(
                        (x, b) -> {
                          if (b.events().size() > 60) {
                            BadCollector.answer(413, "text/html", "").to(x, b);
                          } else {
                            BadCollector.stored(x, b);
                          }
                        })
                    .uri(),
                FAST)) {
      drained();
      assertEquals(2, collector.batches().stream().filter(b -> b.size() > 60).count());
    }
  }

  @Test
  void rowsThatAreNoJsonAreSetAsideBeforeTheySpoilABatch() throws Exception {
    for (String poison :
        List.of("{\"cut\":", "", "} ]", "{} {}", "nul", "\"open", "[".repeat(5_000))) {
      append(
          List.of(
              Steps.outgoing("a" + stamp),
              Steps.outgoing("poison" + stamp, poison),
              Steps.outgoing("b" + stamp)));
    }
    try (BadCollector collector = new BadCollector();
        Uplink _ = start(collector.uri(), FAST)) {
      drained();
      assertEquals(14, stored.size());
      assertEquals(7, outbox.refused());
      assertFalse(collector.batches().contains(List.of("malformed")));
    }
  }

  @Test
  void refusedEventsFirstMiddleAndLastAreSetAside() throws Exception {
    try (Collector collector = collector();
        Uplink uplink = start(collector.uri(), FAST)) {
      List<Outgoing> rows = new ArrayList<>();
      for (int i = 1; i <= 9; i++) {
        boolean poison = i == 1 || i == 5 || i == 9;
        rows.add(Steps.outgoing(poison ? "p" + "x".repeat(300) + i : "e" + i));
      }
      append(rows);
      drained();
      assertEquals(List.of("e2", "e3", "e4", "e6", "e7", "e8"), stored);
      assertEquals(3, outbox.refused());
      assertEquals(6, uplink.uploaded());
      assertEquals(6, collector.count());
    }
  }

  @Test
  void lostRepliesAreCountedAsDuplicatesAndStoredOnce() throws Exception {
    append(500);
    try (Collector collector = collector();
        LossyProxy proxy = new LossyProxy(collector.uri());
        Uplink _ = start(proxy.uri(), FAST)) {
      drained();
      assertEquals(500, collector.count());
      assertEquals(ids(500), stored, "each told once");
      assertTrue(proxy.duplicates() >= 200, proxy.duplicates() + " duplicates");
    }
  }

  @Test
  void offlineForLongThenDrained() throws Exception {
    int port;
    try (Collector collector = collector()) {
      port = collector.uri().getPort();
    }
    URI uri = URI.create("http://127.0.0.1:" + port + "/v1/events");
    try (Uplink _ = start(uri, FAST)) {
      for (int i = 0; i < 40; i++) {
        append(100);
      }
      Await.until("offline", () -> !statuses.isEmpty());
      assertTrue(statuses.getFirst().detail().startsWith("no connection"), statuses::toString);
      assertEquals(4_000, outbox.waiting());
      try (Collector collector =
          Collector.start(folder.resolve("collector.db"), port, InstantSource.system())) {
        drained();
        assertEquals(4_000, collector.count());
        assertEquals(new Uplink.Status(true, "connected", false), statuses.getLast());
      }
    }
  }

  @Test
  void theFourSettingsOfTheTerminalHaveTheUsualPace() {
    Uplink.Settings usual =
        new Uplink.Settings(
            URI.create("http://127.0.0.1/"), "urn:t", Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertEquals(
        new Uplink.Pace(1_000, Duration.ofMillis(500), Duration.ofMinutes(1)), usual.pace());
  }

  /** Forwards to the collector but swallows every other answer. */
  private static final class LossyProxy implements AutoCloseable {
    private final BadCollector face = new BadCollector();
    private final Set<String> seen = new HashSet<>();
    private int duplicates;
    private int turn;

    LossyProxy(URI target) throws IOException {
      face.otherwise((x, b) -> forward(target, x, b));
    }

    private synchronized void forward(URI target, HttpExchange x, CloudEvents.Batch batch)
        throws IOException {
      List<Outgoing> rows =
          batch.events().stream()
              .map(e -> new Outgoing(e.id(), e.type(), e.at(), e.data()))
              .toList();
      duplicates += (int) rows.stream().filter(row -> !seen.add(row.id())).count();
      var connection = (java.net.HttpURLConnection) target.toURL().openConnection();
      connection.setDoOutput(true);
      connection.getOutputStream().write(CloudEvents.encode("urn:t", rows));
      String answer =
          new String(
              connection.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (turn++ % 2 == 0) {
        throw new IOException("the answer is lost");
      }
      BadCollector.json(answer).to(x, batch);
    }

    URI uri() {
      return face.uri();
    }

    synchronized int duplicates() {
      return duplicates;
    }

    @Override
    public void close() {
      face.close();
    }
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
      assertEquals(new Uplink.Status(true, "connected", false), statuses.getLast());
    }
  }

  private Collector collector() throws IOException {
    return Collector.start(
        folder.resolve("collector.db"),
        0,
        InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
  }

  private Uplink start(URI collector, Uplink.Pace pace) throws Exception {
    Uplink uplink =
        new Uplink(
            new Uplink.Settings(
                collector, "urn:t", Duration.ofSeconds(5), Duration.ofSeconds(10), pace),
            journal,
            statuses::add,
            stored::addAll);
    uplink.start();
    return uplink;
  }

  private void append(int rows) throws Exception {
    List<Outgoing> made =
        IntStream.range(0, rows).mapToObj(i -> Steps.outgoing("e" + ++number)).toList();
    append(made);
  }

  private void append(List<Outgoing> made) throws Exception {
    appended += made.size();
    journal.append(Steps.rows(++stamp, made));
  }

  /** Nothing waits, and everything that follows the last batch has been told. */
  private void drained() throws Exception {
    Await.until(
        "the outbox is empty",
        () ->
            outbox.waiting() == 0
                && stored.size() + outbox.refused() == appended
                && !statuses.isEmpty()
                && statuses.getLast().online());
  }

  private static List<String> ids(int upTo) {
    return IntStream.rangeClosed(1, upTo).mapToObj(i -> "e" + i).toList();
  }
}
