package org.facepay.terminal.world;

import java.time.InstantSource;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.uplink.CloudEvents;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.TrueTime;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.technician.StateBoard;

/**
 * The way to the collector, and what is learned on it: whether it is there, and what time it is.
 *
 * @param terminal its id
 */
public record CollectorLink(String terminal, Inbox<Event> inbox, Alarms alarms, TrueTime time) {

  /**
   * The upload of what is written down, not started yet.
   *
   * @throws StorageException when the journal cannot be used
   */
  public Uplink uplink(Uplink.Endpoint collector, Journal journal, World<?> world, StateBoard state)
      throws StorageException {
    Uplink uplink =
        new Uplink(
            new Uplink.Settings(collector, CloudEvents.SOURCE + terminal + ":" + journal.epoch()),
            journal,
            status -> {
              world.online(status.online());
              state.uplink(status);
              alarms.set(status.twin(), Alarm.Kind.TWIN, terminal, "");
              alarms.set(
                  status.refused() > 0,
                  Alarm.Kind.EVENTS_REFUSED,
                  terminal,
                  Long.toString(status.refused()));
            },
            ids -> Books.stored(ids).forEach(inbox::deliver));
    uplink.onServerTime(
        now -> {
          time.collectorSays(now);
          state.collectorSays(now, InstantSource.system().instant());
          watchClock();
        });
    return uplink;
  }

  /** A clock that is doubted is said to be wrong. */
  public void watchClock() {
    time.doubt()
        .ifPresentOrElse(
            doubt -> alarms.raise(Alarm.Kind.CLOCK, terminal, doubt),
            () -> alarms.clear(Alarm.Kind.CLOCK, terminal));
  }
}
