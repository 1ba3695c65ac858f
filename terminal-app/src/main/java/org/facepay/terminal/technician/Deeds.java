package org.facepay.terminal.technician;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what was changed at the console ({@code org.facepay.console.v1}), for the collector
 * too, with the name of whoever did it, or "technician" where all share one PIN.
 */
public final class Deeds {
  static final String TYPE = "org.facepay.console.v1";

  private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String terminal;
  private final Sink sink;
  private final InstantSource clock;

  /** Where rows go, such as the journal. */
  @FunctionalInterface
  public interface Sink {
    void send(Outgoing row) throws StorageException;
  }

  /** What can be done. */
  public enum Deed {
    BADGE_ADDED,
    BADGE_REVOKED,
    GOODS_IMPORTED,
    CAMERA_TURNED,
    VISIT_RIGHT,
    VISIT_WRONG,
    DEVICE_TESTED,
    SCALE_ZEROED,
    SLOTS_SERVICED,
    RESTARTED,
    PIN_CHANGED,
    PIN_GIVEN,
    DAY_PRINTED,
    MEMBER_EXPORTED,
    MEMBER_ERASED
  }

  public Deeds(String terminal, Sink sink, InstantSource clock) {
    this.terminal = terminal;
    this.sink = sink;
    this.clock = clock;
  }

  /**
   * It is done.
   *
   * @param by who did it
   * @param subject whose badge, how many articles, how many degrees; no secret
   */
  public void did(String by, Deed deed, String subject) {
    LOG.info("console: {} by {}: {}", deed, by, subject);
    String body =
        JSON.createObjectNode()
            .put("terminal", terminal)
            .put("by", by)
            .put("deed", deed.name())
            .put("subject", subject)
            .toString();
    try {
      sink.send(
          new Outgoing(
              "console-" + UUID.randomUUID(),
              TYPE,
              clock.instant(),
              body.getBytes(StandardCharsets.UTF_8)));
    } catch (StorageException e) {
      LOG.error("console: {} {} is done, but not in the journal: {}", deed, subject, e.reason());
    }
  }
}
