package org.facepay.sync.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.facepay.sync.Await;
import org.facepay.sync.collector.Collector;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.journal.Steps;
import org.junit.jupiter.api.Test;

/** The uplink when the way is bad; whatever happens, nothing is lost or blocked. */
class UplinkTest extends UplinkAtWork {
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
      assertEquals(List.of(new Uplink.Status(Optional.empty(), false, 0)), statuses);
    }
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
        assertEquals(new Uplink.Status(Optional.empty(), false, 0), statuses.getLast());
      }
    }
  }

  @Test
  void theSettingsOfTheTerminalHaveTheUsualPace() {
    Uplink.Settings usual =
        new Uplink.Settings(
            new Uplink.Endpoint(
                URI.create("http://127.0.0.1/"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1)),
            "urn:t");
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

  /** Four thousand numbers of sales to come, posted with nothing in them by whoever can. */
  @Test
  void guessedNumbersMakeNoEventVanish() throws Exception {
    int guessed = 4_000;
    append(guessed);
    try (Collector collector = collector();
        HttpClient attacker = HttpClient.newHttpClient()) {
      byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
      for (int from = 0; from < guessed; from += 1_000) {
        List<Outgoing> guesses =
            IntStream.rangeClosed(from + 1, from + 1_000)
                .mapToObj(n -> Steps.outgoing("e" + n))
                .map(o -> new Outgoing(o.id(), o.type(), o.at(), nothing))
                .toList();
        HttpRequest post =
            HttpRequest.newBuilder(collector.uri())
                .POST(HttpRequest.BodyPublishers.ofByteArray(CloudEvents.encode("urn:t", guesses)))
                .build();
        assertEquals(200, attacker.send(post, HttpResponse.BodyHandlers.discarding()).statusCode());
      }
      try (Uplink uplink = start(collector.uri(), FAST)) {
        Await.until("the refusals", () -> outbox.waiting() == 0);
        Await.until(
            "the word", () -> !statuses.isEmpty() && statuses.getLast().refused() == guessed);
        assertEquals(guessed, outbox.refused(), "every one is kept, and none is a duplicate");
        assertEquals(0, uplink.uploaded());
        append(1);
        drained();
        assertEquals(List.of("e4001"), stored, "and what nobody guessed goes on");
      }
    }
    // The operator has thrown the guesses out; what was kept is sent again.
    assertEquals(guessed, outbox.bringBack());
    try (BadCollector cleaned = new BadCollector();
        Uplink uplink = start(cleaned.uri(), FAST)) {
      drained();
      assertEquals(guessed, uplink.uploaded());
      Await.until("the all-clear", () -> statuses.getLast().refused() == 0);
    }
  }
}
