package org.facepay.terminal.devices;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the collector of alarms as they are raised and when they are over ({@code
 * org.facepay.alarm.v1}), so that whoever runs the shop need not stand before the terminal. They
 * are written on a thread of their own: whoever finds a fault does not wait for the disk.
 */
public final class AlarmReports {
  static final String TYPE = "org.facepay.alarm.v1";

  private static final Logger LOG = LoggerFactory.getLogger(AlarmReports.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String terminal;
  private final HealthReports.Sink sink;
  private final InstantSource clock;

  public AlarmReports(String terminal, HealthReports.Sink sink, InstantSource clock) {
    this.terminal = terminal;
    this.sink = sink;
    this.clock = clock;
  }

  public void tellOf(Alarms alarms) {
    alarms.onChange(
        (alarm, raised) ->
            Thread.ofVirtual().name("alarm-report").start(() -> send(alarm, raised)));
  }

  private void send(Alarm alarm, boolean raised) {
    String body =
        JSON.createObjectNode()
            .put("terminal", terminal)
            .put("kind", alarm.kind().name())
            .put("subject", alarm.subject())
            .put("detail", alarm.detail().english())
            .put("since", alarm.since().toString())
            .put("raised", raised)
            .toString();
    try {
      sink.send(
          new Outgoing(
              "alarm-" + UUID.randomUUID(),
              TYPE,
              clock.instant(),
              body.getBytes(StandardCharsets.UTF_8)));
    } catch (StorageException e) {
      LOG.warn("the collector is not told of alarm {}: {}", alarm.kind(), e.getMessage());
    }
  }
}
