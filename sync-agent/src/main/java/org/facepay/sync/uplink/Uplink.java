package org.facepay.sync.uplink;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
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
  private static final int FIRST_ROWS = 200;
  private static final int MOST_PASSED_OVER = 50;
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_ANSWER = 1 << 20;

  /** Header that names the start of the program which sends a batch. */
  public static final String START = "Facepay-Start";

  /**
   * Where and how to upload.
   *
   * @param source CloudEvents source of this terminal, e.g. urn:facepay:terminal:shop1-3:7F3K
   * @param connect longest time to make a connection
   * @param answer longest time for one whole exchange, body included
   */
  public record Settings(
      URI collector, String source, Duration connect, Duration answer, Pace pace) {
    public Settings(URI collector, String source, Duration connect, Duration answer) {
      this(collector, source, connect, answer, Pace.USUAL);
    }

    /** With batches that do not grow beyond so many rows. */
    public Settings(URI collector, String source, Duration connect, Duration answer, int mostRows) {
      this(collector, source, connect, answer, Pace.USUAL.mostRows(mostRows));
    }
  }

  /**
   * How much at once, and how long to wait after a failure.
   *
   * @param mostRows in one batch; batches grow to it while they come back whole
   * @param firstWait bound of the wait after the first failure; doubles
   * @param longestWait the most it grows to; also how often an empty outbox is looked at
   */
  public record Pace(int mostRows, Duration firstWait, Duration longestWait) {
    public static final Pace USUAL =
        new Pace(1_000, Duration.ofMillis(500), Duration.ofSeconds(60));

    Pace mostRows(int rows) {
      return new Pace(rows, firstWait, longestWait);
    }
  }

  /**
   * A wait.
   *
   * @param firm whether a new row must not cut it short
   */
  private record Pause(Duration length, boolean firm) {}

  /**
   * Whether the collector can be reached, for the screen and the technician.
   *
   * @param twin whether the collector hears of a second terminal that runs from a copy of this disk
   */
  public record Status(boolean online, String detail, boolean twin) {}

  private final Settings settings;
  private final Outbox outbox;
  private final String start;
  private final Consumer<Status> onStatus;
  private final Consumer<List<String>> onStored;
  private volatile Consumer<Instant> onServerTime = _ -> {};
  private final HttpClient http;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final AtomicLong uploaded = new AtomicLong();
  private final Set<String> passedOver = new HashSet<>();
  private boolean wake;
  private volatile boolean closed;
  private int rows;
  private int mostRows;
  private int failures;
  private Status status = new Status(true, "not tried yet", false);

  /**
   * @param onStatus told of every change of {@link Status}, on the uplink's thread
   * @param onStored told the ids of rows the collector has stored, on the uplink's thread
   */
  public Uplink(
      Settings settings,
      Journal journal,
      Consumer<Status> onStatus,
      Consumer<List<String>> onStored)
      throws StorageException {
    this.settings = settings;
    this.mostRows = settings.pace().mostRows();
    this.rows = Math.min(FIRST_ROWS, mostRows);
    this.outbox = journal.outbox();
    this.start = Long.toString(journal.firstStamp());
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

  /** Told the collector's time with each answer, on the uplink's thread. */
  public void onServerTime(Consumer<Instant> listener) {
    onServerTime = listener;
  }

  public void start() {
    thread.start();
  }

  /** Tries at once, even while waiting after a failure; not if the collector asked for the wait. */
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
  public void close() throws StorageException {
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
    Pause pause = new Pause(Duration.ZERO, false);
    while (!closed) {
      await(pause);
      if (!closed) {
        pause = drain();
      }
    }
  }

  /** Rows with the body they make on the wire. */
  private record Batch(List<Outgoing> rows, byte[] body) {}

  /**
   * Uploads until the outbox is empty or something fails; returns how long to wait then. While the
   * collector works on one batch, the one before it is settled and the next is made ready.
   */
  private Pause drain() {
    try {
      Batch batch = ready(0);
      CompletableFuture<HttpResponse<byte[]>> sent = send(batch);
      while (!closed) {
        if (batch.rows().isEmpty()) {
          passedOver.clear(); // they are tried again with the next row, or after the wait
          mostRows = settings.pace().mostRows();
          return new Pause(settings.pace().longestWait(), false);
        }
        Batch next = ready(batch.rows().size());
        switch (answer(sent, batch)) {
          case Answer.Stored stored -> {
            sent = send(next);
            settle(batch.rows(), stored);
            batch = next;
          }
          case Answer.TooMuch(String code, boolean own) -> {
            if (!own && batch.rows().size() == 1 && !passOver(batch.rows().getFirst())) {
              report(new Status(false, "something on the way takes no events", status.twin()));
              return backOff();
            }
            tooMuch(batch.rows(), code, own);
            batch = ready(0);
            sent = send(batch);
          }
          case Answer.Later(String why, var notBefore) -> {
            report(new Status(false, why, status.twin()));
            return notBefore.map(Uplink::patience).orElseGet(this::backOff);
          }
        }
      }
    } catch (StorageException e) {
      if (!closed) {
        report(new Status(false, "the outbox cannot be used: " + e.getMessage(), status.twin()));
      }
    }
    return backOff();
  }

  /**
   * The oldest rows behind those under way. Rows that would make a whole batch unreadable are put
   * aside.
   */
  private Batch ready(int underWay) throws StorageException {
    while (true) {
      List<Outgoing> rowsNow = outbox.oldest(rows, MAX_BYTES, underWay, passedOver);
      if (refuseUnreadable(rowsNow)) {
        return new Batch(rowsNow, Gzip.of(CloudEvents.encode(settings.source(), rowsNow)));
      }
    }
  }

  /** True when there were none. */
  private boolean refuseUnreadable(List<Outgoing> batch) throws StorageException {
    boolean none = true;
    for (Outgoing row : batch) {
      if (!CloudEvents.isJson(row.data())) {
        refuse(row, "not-json");
        none = false;
      }
    }
    return none;
  }

  /**
   * Leaves a row that something on the way finds too large where it is and goes on with the others;
   * false when that happens to one after the other.
   */
  private boolean passOver(Outgoing row) {
    LOG.warn("event {} is too large for something on the way; it waits", row.id());
    return passedOver.size() < MOST_PASSED_OVER && passedOver.add(row.id());
  }

  /**
   * Halves the batch until the one row that cannot be taken is alone; puts that aside if it is the
   * collector that does not take it.
   */
  private void tooMuch(List<Outgoing> batch, String code, boolean own) throws StorageException {
    if (batch.size() == 1) {
      if (own) {
        refuse(batch.getFirst(), code);
      }
      rows = Math.min(FIRST_ROWS, settings.pace().mostRows());
    } else {
      mostRows = batch.size() / 2;
      rows = mostRows;
    }
  }

  private void settle(List<Outgoing> batch, Answer.Stored stored) throws StorageException {
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
    rows = batch.size() == rows ? Math.min(mostRows, rows * 2) : rows;
    report(new Status(true, "connected", stored.twin()));
    stored.serverTime().ifPresent(onServerTime);
    onStored.accept(ids);
  }

  private void refuse(Outgoing row, String code) throws StorageException {
    LOG.error("event {} cannot be uploaded: {}; kept in the outbox", row.id(), code);
    outbox.settle(List.of(), Map.of(row.id(), code));
    mostRows = settings.pace().mostRows();
    rows = Math.min(FIRST_ROWS, mostRows);
  }

  /** Posts a batch; nothing is sent, and nothing will come, for an empty one. */
  private CompletableFuture<HttpResponse<byte[]>> send(Batch batch) {
    if (batch.rows().isEmpty()) {
      return new CompletableFuture<>();
    }
    HttpRequest request =
        HttpRequest.newBuilder(settings.collector())
            .header("Content-Type", CloudEvents.CONTENT_TYPE)
            .header("Content-Encoding", "gzip")
            .header(START, start)
            .POST(HttpRequest.BodyPublishers.ofByteArray(batch.body()))
            .build();
    return http.sendAsync(
        request,
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER));
  }

  /** Waits for the whole answer; the client's own time limit would end with the headers. */
  private Answer answer(CompletableFuture<HttpResponse<byte[]>> answer, Batch batch) {
    try {
      HttpResponse<byte[]> response =
          answer.get(settings.answer().toMillis(), TimeUnit.MILLISECONDS);
      Set<String> ids = batch.rows().stream().map(Outgoing::id).collect(Collectors.toSet());
      return Answer.of(response.statusCode(), response.headers(), response.body(), ids);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Answer.Later(
          "no whole answer within " + settings.answer().toMillis() + " ms", Optional.empty());
    } catch (ExecutionException e) {
      return new Answer.Later("no connection: " + e.getCause(), Optional.empty());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Later("stopped", Optional.empty());
    }
  }

  /**
   * Full jitter (Brooker, "Exponential Backoff And Jitter"): anything up to a bound that doubles.
   */
  private Pause backOff() {
    Pace pace = settings.pace();
    long bound =
        Math.min(
            pace.longestWait().toMillis(), pace.firstWait().toMillis() << Math.min(failures, 10));
    failures++;
    long wait = ThreadLocalRandom.current().nextLong(bound / 4, bound + 1);
    return new Pause(Duration.ofMillis(wait), false);
  }

  /** What was asked for and up to a quarter more, so that not all terminals come back at once. */
  private static Pause patience(Duration asked) {
    long more = ThreadLocalRandom.current().nextLong(asked.toMillis() / 4 + 1);
    return new Pause(asked.plusMillis(more), true);
  }

  private void await(Pause pause) {
    lock.lock();
    try {
      long left = pause.length().toNanos();
      while ((pause.firm() || !wake) && left > 0 && !closed) {
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
    if (!now.equals(status)) {
      LOG.info("uplink {}: {}", now.online() ? "online" : "offline", now.detail());
      status = now;
      onStatus.accept(now);
    }
  }
}
