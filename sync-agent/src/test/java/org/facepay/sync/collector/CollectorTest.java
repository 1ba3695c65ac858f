package org.facepay.sync.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.journal.Steps;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.uplink.CloudEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {
  private static final String SALE =
      """
      {"receiptToken":"abc","shop":"<b>店</b> & Co","terminalName":"\\"1\\"","localTime":"09:30",
       "lines":[{"name":"<script>alert(1)</script>","nameEn":"Tea & milk","quantity":"1 x","amountMinor":1290},
                {"name":"减","nameEn":"off","quantity":"1","amountMinor":-50}],
       "totalMinor":1240,"taxes":[{"rate":"13%","taxMinor":5}],"payment":{"outTradeNo":"T1"}}
      """;

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private Collector collector;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    collector = Collector.start(folder.resolve("collector.db"), 0, () -> now);
  }

  @AfterEach
  void stop() throws Exception {
    collector.close();
    http.close();
  }

  @Test
  void storesEachEventOnceAndCounts() throws Exception {
    byte[] first = batch("a", "b", "c");
    assertEquals(
        "{\"accepted\":3,\"duplicates\":0,\"serverTime\":\"2026-03-01T10:00:00Z\"}",
        post(first).body());
    assertEquals(
        "{\"accepted\":1,\"duplicates\":2,\"serverTime\":\"2026-03-01T10:00:00Z\"}",
        post(batch("b", "c", "d")).body());
    assertEquals(4, collector.count());
    assertEquals(4, collector.ofType("org.facepay.sale.completed").size());
    assertEquals("{\"id\":\"a\"}", collector.ofType("org.facepay.sale.completed").getFirst());
    // Another terminal may use the same numbers.
    post(CloudEvents.encode("urn:other", List.of(Steps.outgoing("a"))));
    assertEquals(5, collector.count());
  }

  /** Whoever guesses the numbers of sales to come must not make them vanish as duplicates. */
  @Test
  void anotherEventUnderATakenNumberIsAConflictAndNotADuplicate() throws Exception {
    String guessed = new String(batch("a", "b"), StandardCharsets.UTF_8);
    post(guessed.replaceAll("\\{\"id\":\"[ab]\"}", "{}").getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("{}", "{}"), collector.ofType("org.facepay.sale.completed"));
    HttpResponse<String> real = post(batch("a", "b", "c"));
    assertEquals(
        "{\"accepted\":1,\"duplicates\":0,\"rejected\":[{\"id\":\"a\",\"code\":\"conflict\"},"
            + "{\"id\":\"b\",\"code\":\"conflict\"}],\"serverTime\":\"2026-03-01T10:00:00Z\"}",
        real.body());
    assertEquals(3, collector.count(), "what was stored first stays");
    for (String changed :
        List.of(
            guessed.replace("sale.completed", "sale.voided"),
            guessed.replaceFirst("\"time\":\"20", "\"time\":\"19"))) {
      String c = changed.replace("\"a\"", "\"c\"").replace("\"b\"", "\"d\"");
      assertTrue(
          post(c.getBytes(StandardCharsets.UTF_8)).body().contains("conflict"), "of type or time");
    }
    assertTrue(post(batch("c")).body().contains("\"duplicates\":1"), "the very same one");
  }

  @Test
  void saysWhichEventsItRefused() throws Exception {
    String bad = new String(batch("a", "b"), StandardCharsets.UTF_8).replaceFirst("1\\.0", "9");
    HttpResponse<String> answer = post(bad.getBytes(StandardCharsets.UTF_8));
    assertEquals(200, answer.statusCode());
    assertTrue(
        answer.body().contains("\"rejected\":[{\"id\":\"a\",\"code\":\"specversion\"}]"),
        answer.body());
    assertEquals(1, collector.count());
  }

  @Test
  void whatItCannotReadIs400InItsOwnForm() throws Exception {
    for (String body : List.of("", "{}", "[{", "<html>")) {
      HttpResponse<String> answer = post(body.getBytes(StandardCharsets.UTF_8));
      assertEquals(400, answer.statusCode(), body);
      assertEquals(
          "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    }
    byte[] cut = java.util.Arrays.copyOf(gzip(batch("a")), 40);
    assertEquals(400, send("POST", BodyPublishers.ofByteArray(cut), "gzip").statusCode());
    assertEquals(400, send("POST", BodyPublishers.ofByteArray(batch("a")), "gzip").statusCode());
    assertEquals(0, collector.count());
  }

  @Test
  void whatIsTooLargeIs413AndTheSenderHearsIt() throws Exception {
    byte[] bomb = gzip(new byte[64 << 20]);
    assertTrue(bomb.length < 1 << 20);
    assertEquals(413, send("POST", BodyPublishers.ofByteArray(bomb), "gzip").statusCode());
    byte[] noise = new byte[12 << 20];
    new Random(1).nextBytes(noise);
    assertEquals(413, post(noise).statusCode());
    assertEquals(413, send("POST", BodyPublishers.ofByteArray(gzip(noise)), "gzip").statusCode());
    assertEquals(200, post(batch("a")).statusCode());
  }

  @Test
  void answersOnlyAfterTheCommit() throws Exception {
    try (Connection other = Database.openWriter(folder.resolve("collector.db"))) {
      Database.run(other, "BEGIN IMMEDIATE");
      CompletableFuture<HttpResponse<String>> answer =
          http.sendAsync(request("POST", BodyPublishers.ofByteArray(batch("a")), ""), TEXT);
      assertThrows(TimeoutException.class, () -> answer.get(300, TimeUnit.MILLISECONDS));
      Database.run(other, "COMMIT");
      assertEquals(200, answer.get(10, TimeUnit.SECONDS).statusCode());
      assertEquals(1, Database.number(other, "SELECT count(*) FROM event"));
    }
  }

  @Test
  void aDatabaseThatCannotBeWrittenIs503() throws Exception {
    try (Connection other = Database.openWriter(folder.resolve("collector.db"))) {
      Database.run(other, "ALTER TABLE event RENAME TO gone");
      assertEquals(503, post(batch("a")).statusCode());
      assertEquals(503, get(collector.receipts().resolve("abc")).statusCode());
      Database.run(other, "ALTER TABLE gone RENAME TO event");
    }
    assertEquals(200, post(batch("a")).statusCode());
  }

  @Test
  void oneEventSqliteCannotReadDoesNotBlockTheOthers() throws Exception {
    String deep = "[".repeat(990) + "]".repeat(990);
    Outgoing odd = Steps.outgoing("deep", "{\"receiptToken\":{\"a\":1},\"d\":" + deep + "}");
    HttpResponse<String> answer =
        post(CloudEvents.encode("urn:t", List.of(Steps.outgoing("a"), odd, Steps.outgoing("b"))));
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(collector.count() >= 2);
  }

  @Test
  void theReceiptPageShowsTheSaleAndEscapesIt() throws Exception {
    post(CloudEvents.encode("urn:t", List.of(Steps.outgoing("sale-1", SALE))));
    HttpResponse<String> page = get(collector.receipts().resolve("abc"));
    assertEquals(200, page.statusCode());
    String html = page.body();
    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("<b>店"), html);
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), html);
    assertTrue(html.contains("&lt;b&gt;店&lt;/b&gt; &amp; Co"), html);
    assertTrue(html.contains("¥12.90") && html.contains("¥-0.50") && html.contains("¥12.40"), html);
    assertTrue(
        page.headers()
            .firstValue("Content-Security-Policy")
            .orElse("")
            .contains("default-src 'none'"));
  }

  @Test
  void anUnknownReceiptSaysThatItComesLater() throws Exception {
    for (String token : List.of("nobody", "", "%27%20OR%201=1--", "a/b")) {
      HttpResponse<String> page = get(URI.create(collector.receipts() + token));
      assertEquals(404, page.statusCode());
      assertTrue(page.body().contains("小票马上就到"), page.body());
    }
  }

  @Test
  void wrongMethodsAre405() throws Exception {
    assertEquals(405, send("GET", BodyPublishers.noBody(), "").statusCode());
    assertEquals(405, send("DELETE", BodyPublishers.noBody(), "").statusCode());
    HttpRequest put =
        HttpRequest.newBuilder(collector.receipts().resolve("abc"))
            .PUT(BodyPublishers.ofString("x"))
            .build();
    HttpResponse<String> answer = http.send(put, TEXT);
    assertEquals(405, answer.statusCode());
    assertEquals("GET, POST", answer.headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void keepsItsEventsOverARestart() throws Exception {
    post(batch("a", "b"));
    collector.close();
    start();
    assertTrue(post(batch("b", "c")).body().contains("\"accepted\":1,\"duplicates\":1"));
    int port = collector.uri().getPort();
    assertThrows(
        IOException.class,
        () -> Collector.start(folder.resolve("second.db"), port, InstantSource.system()));
  }

  private static final HttpResponse.BodyHandler<String> TEXT = HttpResponse.BodyHandlers.ofString();

  private static byte[] batch(String... ids) {
    return CloudEvents.encode("urn:t", List.of(ids).stream().map(Steps::outgoing).toList());
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    return send("POST", BodyPublishers.ofByteArray(body), "");
  }

  private HttpResponse<String> get(URI uri) throws Exception {
    return http.send(HttpRequest.newBuilder(uri).build(), TEXT);
  }

  private HttpResponse<String> send(String method, HttpRequest.BodyPublisher body, String encoding)
      throws Exception {
    return http.send(request(method, body, encoding), TEXT);
  }

  private HttpRequest request(String method, HttpRequest.BodyPublisher body, String encoding) {
    HttpRequest.Builder request = HttpRequest.newBuilder(collector.uri()).method(method, body);
    return (encoding.isEmpty() ? request : request.header("Content-Encoding", encoding)).build();
  }

  /** A terminal that was started again is alone; two that run from one disk are told, both. */
  @Test
  void twoTerminalsThatRunFromOneDiskAreToldAndTheirEventsKept() throws Exception {
    assertFalse(twin("100", "a"));
    now = now.plusSeconds(60);
    assertFalse(twin("200", "b"), "the first has ended");
    now = now.plusSeconds(60);
    assertFalse(twin("200", "c"));
    assertTrue(twin("100", "d"), "it goes on although a later one has begun");
    assertTrue(twin("200", "e"), "an earlier one goes on beside it");
    now = now.plus(Duration.ofDays(2));
    assertFalse(twin("300", "f"), "both have ended");
    assertFalse(twin("300", "g"));
    assertEquals(7, collector.count());
  }

  private boolean twin(String start, String event) throws Exception {
    now = now.plusSeconds(1);
    HttpRequest request =
        HttpRequest.newBuilder(collector.uri())
            .header("Facepay-Start", start)
            .POST(BodyPublishers.ofByteArray(batch(event)))
            .build();
    HttpResponse<String> answer = http.send(request, TEXT);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"accepted\":1"), answer.body());
    return answer.body().contains("\"twin\":true");
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
