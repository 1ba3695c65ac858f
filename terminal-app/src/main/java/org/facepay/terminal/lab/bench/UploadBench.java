package org.facepay.terminal.lab.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.facepay.sync.collector.Collector;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.uplink.CloudEvents;
import org.facepay.sync.uplink.Gzip;
import org.facepay.sync.uplink.Uplink;

/**
 * Draining a backlog through the uplink, against a bare HTTP client posting the same bodies to the
 * same collector.
 */
final class UploadBench {
  private static final int EVENTS = 20_000;
  private static final int BATCH = 200;
  private static final String DATA = "{\"sale\":\"" + "x".repeat(640) + "\"}";

  private UploadBench() {}

  static void run(Path folder, Figures figures)
      throws IOException, StorageException, InterruptedException {
    double bare = 0;
    double ours = 0;
    for (int round = 0; round < 3; round++) { // the first one warms up
      bare = bare(folder.resolve("bench-bare-" + round + ".db"));
      ours = ours(folder, round);
    }
    figures.print("upload", ours, "events/s", "bare HTTP client, same bodies", bare);
  }

  private static double ours(Path folder, int round)
      throws IOException, StorageException, InterruptedException {
    try (Collector collector =
            Collector.start(
                folder.resolve("bench-up-" + round + ".db"), 0, InstantSource.system());
        Journal journal = Journal.open(folder.resolve("bench-outbox-" + round + ".db"))) {
      for (int i = 0; i < EVENTS; i += BATCH) {
        Append step =
            new Append(
                i + 1, 1, Instant.now(), "Bench", new byte[0], Optional.empty(), rows(i), false);
        journal.append(step);
      }
      CountDownLatch left = new CountDownLatch(EVENTS);
      Uplink.Settings settings =
          new Uplink.Settings(
              new Uplink.Endpoint(
                  collector.uri(),
                  Duration.ofSeconds(5),
                  Duration.ofSeconds(30),
                  Duration.ofMinutes(1)),
              "urn:bench",
              BATCH);
      try (Uplink uplink =
          new Uplink(settings, journal, status -> {}, ids -> ids.forEach(id -> left.countDown()))) {
        long start = System.nanoTime();
        uplink.start();
        if (!left.await(120, TimeUnit.SECONDS)) {
          throw new IOException(left.getCount() + " events were not uploaded");
        }
        return EVENTS / ((System.nanoTime() - start) / 1e9);
      }
    }
  }

  private static double bare(Path database) throws IOException, InterruptedException {
    List<byte[]> bodies = new ArrayList<>();
    for (int i = 0; i < EVENTS; i += BATCH) {
      bodies.add(Gzip.of(CloudEvents.encode("urn:bench", rows(i))));
    }
    try (Collector collector = Collector.start(database, 0, InstantSource.system());
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      long start = System.nanoTime();
      for (byte[] body : bodies) {
        post(http, collector.uri(), body);
      }
      return EVENTS / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static void post(HttpClient http, URI to, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", CloudEvents.CONTENT_TYPE)
            .header("Content-Encoding", "gzip")
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("HTTP " + answer.statusCode() + ": " + answer.body());
    }
  }

  private static List<Outgoing> rows(int from) {
    List<Outgoing> rows = new ArrayList<>();
    for (int i = from; i < from + BATCH; i++) {
      byte[] data = DATA.getBytes(StandardCharsets.UTF_8);
      rows.add(new Outgoing("event-" + i, "org.facepay.bench", Instant.now(), data));
    }
    return rows;
  }
}
