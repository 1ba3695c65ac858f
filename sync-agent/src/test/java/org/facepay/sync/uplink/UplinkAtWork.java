package org.facepay.sync.uplink;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.facepay.sync.Await;
import org.facepay.sync.collector.Collector;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.journal.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A journal whose outbox an uplink empties, for the tests of the uplink. */
abstract class UplinkAtWork {
  static final Uplink.Pace FAST =
      new Uplink.Pace(1_000, Duration.ofMillis(4), Duration.ofMillis(40));

  @TempDir Path folder;
  Journal journal;
  Outbox outbox;
  final List<Uplink.Status> statuses = Collections.synchronizedList(new ArrayList<>());
  final List<String> stored = Collections.synchronizedList(new ArrayList<>());
  long stamp;
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

  final Collector collector() throws IOException {
    return Collector.start(
        folder.resolve("collector.db"),
        0,
        InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
  }

  final Uplink start(URI collector, Uplink.Pace pace) throws Exception {
    Uplink uplink =
        new Uplink(
            new Uplink.Settings(
                new Uplink.Endpoint(
                    collector,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1)),
                "urn:t",
                pace),
            journal,
            statuses::add,
            stored::addAll);
    uplink.start();
    return uplink;
  }

  final void append(int rows) throws Exception {
    List<Outgoing> made =
        IntStream.range(0, rows).mapToObj(i -> Steps.outgoing("e" + ++number)).toList();
    append(made);
  }

  final void append(List<Outgoing> made) throws Exception {
    appended += made.size();
    journal.append(Steps.rows(++stamp, made));
  }

  /** Nothing waits, and everything that follows the last batch has been told. */
  final void drained() throws Exception {
    Await.until(
        "the outbox is empty",
        () ->
            outbox.waiting() == 0
                && stored.size() + outbox.refused() == appended
                && !statuses.isEmpty()
                && statuses.getLast().online());
  }

  static List<String> ids(int upTo) {
    return IntStream.rangeClosed(1, upTo).mapToObj(i -> "e" + i).toList();
  }
}
