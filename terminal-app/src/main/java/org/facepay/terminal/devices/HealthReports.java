package org.facepay.terminal.devices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.PowerState;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.devices.HealthBoard.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the collector when a device's state of health changes, through the outbox, so that it is
 * told after an outage, too. One report a device and {@link ReportPace}; a report that cannot be
 * written is tried again with what is true then.
 */
public final class HealthReports implements AutoCloseable {
  /** The CloudEvents type. */
  public static final String TYPE = "org.facepay.device.health.v1";

  private static final Logger LOG = LoggerFactory.getLogger(HealthReports.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration STOP = Duration.ofSeconds(2);

  /** Where reports are kept until the collector has them. */
  @FunctionalInterface
  public interface Sink {
    void send(Outgoing report) throws StorageException;
  }

  private final String terminal;
  private final Sink sink;
  private final InstantSource clock;
  private final Duration first;
  private final Map<String, Pending> devices = new LinkedHashMap<>();
  private final Thread thread;
  private boolean closing;

  private static final class Pending {
    private final ReportPace pace;
    private Row row;

    Pending(ReportPace pace, Row row) {
      this.pace = pace;
      this.row = row;
    }
  }

  private HealthReports(String terminal, Sink sink, InstantSource clock, Duration first) {
    this.terminal = terminal;
    this.sink = sink;
    this.clock = clock;
    this.first = first;
    this.thread = Thread.ofPlatform().daemon().name("health-reports").unstarted(this::run);
  }

  /**
   * Reports all changes on the board from now on.
   *
   * @param first how long after a change it is told
   */
  public static HealthReports start(
      String terminal, HealthBoard board, Sink sink, InstantSource clock, Duration first) {
    HealthReports reports = new HealthReports(terminal, sink, clock, first);
    board.onState(reports::changed);
    reports.thread.start();
    return reports;
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      boolean ignored = thread.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** States on the way up are no news, nor is that the terminal closes its devices. */
  private synchronized void changed(Row row) {
    Pending pending =
        devices.computeIfAbsent(
            row.device().name(), name -> new Pending(new ReportPace(first), row));
    switch (row.health().state()) {
      case ONLINE, DEGRADED, OFFLINE -> {
        pending.row = row;
        pending.pace.changed(System.nanoTime());
        notifyAll();
      }
      case CLOSED, OPENING, IDENTIFYING -> {}
    }
  }

  private void run() {
    try {
      while (true) {
        Pending due;
        Row row;
        int changes;
        synchronized (this) {
          due = awaitDue();
          if (due == null) {
            return;
          }
          row = due.row;
          changes = due.pace.changes();
        }
        boolean sent = send(row, changes);
        synchronized (this) {
          if (sent) {
            due.pace.told(System.nanoTime(), changes);
          } else {
            due.pace.failed(System.nanoTime());
          }
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("ended while waiting", e);
    }
  }

  /** The next device with something to tell; null once this is closed. */
  private synchronized @Nullable Pending awaitDue() throws InterruptedException {
    while (!closing) {
      long now = System.nanoTime();
      long left = ReportPace.LONGEST.toNanos();
      for (Pending pending : devices.values()) {
        if (pending.pace.due(now)) {
          return pending;
        }
        left = Math.min(left, pending.pace.nanosLeft(now));
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, left));
    }
    return null;
  }

  private boolean send(Row row, int changes) {
    try {
      sink.send(report(row, changes));
      return true;
    } catch (StorageException e) {
      LOG.warn("the health of {} is told later: {}", row.device().name(), e.getMessage());
      return false;
    }
  }

  private Outgoing report(Row row, int changes) {
    Health health = row.health();
    Instant now = clock.instant();
    ObjectNode json = JSON.createObjectNode().put("terminal", terminal);
    json.put("device", row.device().name())
        .put("role", row.device().role())
        .put("driver", row.device().driver())
        .put("port", row.device().port().toString());
    json.put("state", health.state().name())
        .put("power", PowerState.of(health.state()).name())
        .put("detail", health.detail())
        .put("since", health.since().toString())
        .put("changes", changes);
    ObjectNode counts = json.putObject("statistics");
    row.statistics().forEach(counts::put);
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    return new Outgoing("health-" + UUID.randomUUID(), TYPE, now, body);
  }
}
