package org.facepay.sync.uplink;

import java.net.URI;
import java.net.http.HttpClient;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.retry.Backoff;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.uplink.Doorbell.Pause;
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
  private static final int MOST_PASSED_OVER = 50;
  private static final int MAX_BYTES = 1 << 20;

  /** Header that names the start of the program which sends a batch. */
  public static final String START = "Facepay-Start";

  /**
   * Who takes the events.
   *
   * @param connect longest time to make a connection
   * @param answer longest time for one whole exchange, body included
   * @param longestPause between two tries while it is away
   * @param tls as whom; the machine's own authorities are asked where it is empty
   */
  public record Endpoint(
      URI events,
      Duration connect,
      Duration answer,
      Duration longestPause,
      Optional<SSLContext> tls) {
    /** For whoever proves nothing. */
    public Endpoint(URI events, Duration connect, Duration answer, Duration longestPause) {
      this(events, connect, answer, longestPause, Optional.empty());
    }

    /** For who this terminal is. */
    public Endpoint as(SSLContext identity) {
      return new Endpoint(events, connect, answer, longestPause, Optional.of(identity));
    }

    /** A client for any desk of this collector. */
    public HttpClient client(Duration patience) {
      HttpClient.Builder builder =
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(patience);
      tls.ifPresent(builder::sslContext);
      return builder.build();
    }
  }

  /**
   * Where and how to upload.
   *
   * @param source CloudEvents source of this terminal, e.g. urn:facepay:terminal:shop1-3:7F3K
   */
  public record Settings(Endpoint collector, String source, Pace pace) {
    public Settings(Endpoint collector, String source) {
      this(collector, source, Pace.USUAL.longestWait(collector.longestPause()));
    }

    /** With batches that do not grow beyond so many rows. */
    public Settings(Endpoint collector, String source, int mostRows) {
      this(collector, source, Pace.USUAL.mostRows(mostRows));
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

    /** With waits that do not grow beyond this. */
    public Pace longestWait(Duration longest) {
      return new Pace(mostRows, firstWait, longest);
    }
  }

  /**
   * Whether the collector can be reached, for the screen and the technician.
   *
   * @param trouble of the last try; empty while it works
   * @param twin whether the collector hears of a second terminal that runs from a copy of this disk
   * @param refused rows that the collector does not take; a person has to look at them
   */
  public record Status(Optional<Trouble> trouble, boolean twin, long refused) {
    /** Whether rows are stored there. */
    public boolean online() {
      return trouble.isEmpty();
    }

    /** In English, for logs. */
    public String detail() {
      return trouble.map(Trouble::english).orElse("connected");
    }
  }

  private final Settings settings;
  private final Outbox outbox;
  private final CollectorClient client;
  private final Consumer<Status> onStatus;
  private final Consumer<List<String>> onStored;
  private volatile Consumer<Instant> onServerTime = _ -> {};
  private final Thread thread;
  private final Doorbell bell = new Doorbell();
  private final Backoff backoff;
  private final BatchSize size;
  private final AtomicLong uploaded = new AtomicLong();
  private final Set<String> passedOver = new HashSet<>();
  private int failures;
  private long refused;
  private Optional<Status> status = Optional.empty();

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
    this.size = new BatchSize(settings.pace().mostRows());
    this.backoff = new Backoff(settings.pace().firstWait(), settings.pace().longestWait());
    this.outbox = journal.outbox();
    this.refused = outbox.refused();
    this.client = new CollectorClient(settings, Long.toString(journal.firstStamp()));
    this.onStatus = onStatus;
    this.onStored = onStored;
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
    bell.ring();
  }

  /** Rows the collector has stored since the start. */
  public long uploaded() {
    return uploaded.get();
  }

  @Override
  public void close() throws StorageException {
    bell.close();
    client.close();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    outbox.close();
  }

  private void run() {
    Pause pause = new Pause(Duration.ZERO, false);
    while (!bell.closed()) {
      bell.await(pause);
      if (!bell.closed()) {
        pause = drain();
      }
    }
  }

  /** Rows with the body they make on the wire. */
  private record Batch(List<Outgoing> rows, byte[] body) {
    Set<String> ids() {
      return rows.stream().map(Outgoing::id).collect(Collectors.toSet());
    }
  }

  /**
   * Uploads until the outbox is empty or something fails; returns how long to wait then. While the
   * collector works on one batch, the one before it is settled and the next is made ready.
   */
  private Pause drain() {
    try {
      Batch batch = ready(0);
      CompletableFuture<HttpResponse<byte[]>> sent = send(batch);
      while (!bell.closed()) {
        if (batch.rows().isEmpty()) {
          refusedNow(outbox.refused());
          passedOver.clear(); // they are tried again with the next row, or after the wait
          size.forgive();
          return new Pause(settings.pace().longestWait(), false);
        }
        Batch next = ready(batch.rows().size());
        switch (client.answer(sent, batch.ids())) {
          case Answer.Stored stored -> {
            sent = send(next);
            settle(batch.rows(), stored);
            batch = next;
          }
          case Answer.TooMuch(String code, boolean own) -> {
            if (!own && batch.rows().size() == 1 && !passOver(batch.rows().getFirst())) {
              report(new Trouble(Trouble.Kind.NO_EVENTS, ""));
              return backOff();
            }
            tooMuch(batch.rows(), code, own);
            batch = ready(0);
            sent = send(batch);
          }
          case Answer.Later(Trouble why, var notBefore) -> {
            report(why);
            return notBefore.map(Uplink::patience).orElseGet(this::backOff);
          }
        }
      }
    } catch (StorageException e) {
      if (!bell.closed()) {
        report(new Trouble(Trouble.Kind.OUTBOX, String.valueOf(e.getMessage())));
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
      List<Outgoing> rowsNow = outbox.oldest(size.rows(), MAX_BYTES, underWay, passedOver);
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
      size.restart();
    } else {
      size.halve(batch.size());
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
    size.stored(batch.size());
    refused += stored.refused().size();
    report(new Status(Optional.empty(), stored.twin(), refused));
    stored.serverTime().ifPresent(onServerTime);
    onStored.accept(ids);
  }

  private void refuse(Outgoing row, String code) throws StorageException {
    LOG.error("event {} cannot be uploaded: {}; kept in the outbox", row.id(), code);
    outbox.settle(List.of(), Map.of(row.id(), code));
    refusedNow(refused + 1);
    size.forgive();
    size.restart();
  }

  /** Posts a batch; nothing is sent, and nothing will come, for an empty one. */
  private CompletableFuture<HttpResponse<byte[]>> send(Batch batch) {
    return batch.rows().isEmpty() ? new CompletableFuture<>() : client.send(batch.body());
  }

  private Pause backOff() {
    return new Pause(backoff.jittered(failures++, ThreadLocalRandom.current()), false);
  }

  /** What was asked for and up to a quarter more, so that not all terminals come back at once. */
  private static Pause patience(Duration asked) {
    long more = ThreadLocalRandom.current().nextLong(asked.toMillis() / 4 + 1);
    return new Pause(asked.plusMillis(more), true);
  }

  private void report(Trouble trouble) {
    report(new Status(Optional.of(trouble), status.map(Status::twin).orElse(false), refused));
  }

  /** Also fewer, when somebody has brought them back. */
  private void refusedNow(long rows) {
    refused = rows;
    status.ifPresent(s -> report(new Status(s.trouble(), s.twin(), rows)));
  }

  private void report(Status now) {
    if (!status.equals(Optional.of(now))) {
      LOG.info("uplink {}: {}", now.online() ? "online" : "offline", now.detail());
      status = Optional.of(now);
      onStatus.accept(now);
    }
  }
}
