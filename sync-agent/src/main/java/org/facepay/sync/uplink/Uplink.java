package org.facepay.sync.uplink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.JournalException;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the outbox to the collector in order, in batches, until it is empty, then waits for the
 * next row. A row leaves the outbox only when the collector has said that it is stored; everything
 * else is tried again with growing, jittered waits. The collector deduplicates, so that an answer
 * lost on the way costs nothing.
 */
public final class Uplink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);
  private static final int MAX_ROWS = 1_000;
  private static final int FIRST_ROWS = 200;
  private static final int MAX_BYTES = 1 << 20;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /**
   * Where and how to upload.
   *
   * @param source CloudEvents source of this terminal, e.g. urn:facepay:terminal:shop1-3:7F3K
   */
  public record Settings(URI collector, String source, Duration connect, Duration answer) {}

  /** Whether the collector can be reached, for the screen and the technician. */
  public record Status(boolean online, String detail) {}

  private final Settings settings;
  private final Outbox outbox;
  private final Consumer<Status> onStatus;
  private final Consumer<List<String>> onStored;
  private final HttpClient http;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final AtomicLong uploaded = new AtomicLong();
  private boolean wake;
  private volatile boolean closed;
  private int rows = FIRST_ROWS;
  private int failures;
  private Status status = new Status(true, "not tried yet");

  /**
   * @param onStatus told of every change of {@link Status}, on the uplink's thread
   * @param onStored told the ids of rows the collector has stored, on the uplink's thread
   */
  public Uplink(
      Settings settings,
      Journal journal,
      Consumer<Status> onStatus,
      Consumer<List<String>> onStored)
      throws JournalException {
    this.settings = settings;
    this.outbox = journal.outbox();
    this.onStatus = onStatus;
    this.onStored = onStored;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connect())
            .build();
    this.thread = Thread.ofPlatform().name("uplink").daemon().unstarted(this::run);
    journal.onOutgoing(this::wake);
  }

  public void start() {
    thread.start();
  }

  /** Tries at once, even while waiting after a failure. */
  public void wake() {
    lock.lock();
    try {
      wake = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Rows the collector has stored since the start. */
  public long uploaded() {
    return uploaded.get();
  }

  @Override
  public void close() throws JournalException {
    closed = true;
    wake();
    http.shutdownNow();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    outbox.close();
  }

  private void run() {
    Duration wait = Duration.ZERO;
    while (!closed) {
      await(wait);
      if (!closed) {
        wait = drain();
      }
    }
  }

  /** Uploads until the outbox is empty or something fails; returns how long to wait then. */
  private Duration drain() {
    try {
      while (!closed) {
        List<Outgoing> batch = outbox.oldest(rows, MAX_BYTES);
        if (batch.isEmpty()) {
          return LONGEST_WAIT;
        }
        Answer answer = post(batch);
        switch (answer) {
          case Answer.Stored stored -> settle(batch, stored);
          case Answer.TooLarge() when batch.size() > 1 -> rows = Math.max(1, batch.size() / 2);
          case Answer.TooLarge() -> refuse(batch.getFirst());
          case Answer.Later later -> {
            report(new Status(false, later.why()));
            return later.notBefore().orElseGet(this::backOff);
          }
        }
      }
      return Duration.ZERO;
    } catch (JournalException e) {
      if (!closed) {
        report(new Status(false, "the outbox cannot be used: " + e.getMessage()));
      }
      return backOff();
    }
  }

  private void settle(List<Outgoing> batch, Answer.Stored stored) throws JournalException {
    List<String> ids = new ArrayList<>();
    batch.stream()
        .map(Outgoing::id)
        .filter(id -> !stored.refused().containsKey(id))
        .forEach(ids::add);
    stored
        .refused()
        .forEach(
            (id, code) ->
                LOG.error("collector refused event {}: {}; kept in the outbox", id, code));
    outbox.settle(ids, stored.refused());
    uploaded.addAndGet(ids.size());
    failures = 0;
    rows = batch.size() == rows ? Math.min(MAX_ROWS, rows * 2) : rows;
    report(new Status(true, "connected"));
    onStored.accept(ids);
  }

  private void refuse(Outgoing row) throws JournalException {
    LOG.error("collector refused event {} as too large; kept in the outbox", row.id());
    outbox.settle(List.of(), java.util.Map.of(row.id(), "too-large"));
    rows = FIRST_ROWS;
  }

  private Answer post(List<Outgoing> batch) {
    HttpRequest request =
        HttpRequest.newBuilder(settings.collector())
            .timeout(settings.answer())
            .header("Content-Type", CloudEvents.CONTENT_TYPE)
            .header("Content-Encoding", "gzip")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    gzip(CloudEvents.encode(settings.source(), batch))))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return Answer.of(response.statusCode(), response.headers(), response.body(), batch.size());
    } catch (IOException e) {
      return new Answer.Later("no connection: " + e.getMessage(), Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Later("stopped", Optional.empty());
    }
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  /**
   * Full jitter (Brooker, "Exponential Backoff And Jitter"): anything up to a bound that doubles.
   */
  private Duration backOff() {
    long bound = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(failures, 10));
    failures++;
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound / 4, bound + 1));
  }

  private void await(Duration wait) {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (!wake && left > 0 && !closed) {
        left = woken.awaitNanos(left);
      }
      wake = false;
    } catch (InterruptedException e) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private void report(Status now) {
    if (now.online() != status.online() || !now.detail().equals(status.detail())) {
      LOG.info("uplink {}: {}", now.online() ? "online" : "offline", now.detail());
      status = now;
      onStatus.accept(now);
    }
  }
}
