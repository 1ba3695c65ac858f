package org.facepay.terminal.world.cabinet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.facepay.peripherals.lock.DoorState;
import org.facepay.peripherals.lock.LockWorker;
import org.facepay.peripherals.shelf.ShelfWorker;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.world.hands.Fleet;

/** A cabinet with its devices: they begin after it, since it hears of them, and end before it. */
public record WorkingCabinet(
    Cabinet cabinet, Optional<ShelfWorker> shelves, Optional<LockWorker> lock)
    implements AutoCloseable {

  /**
   * Starts all of it.
   *
   * @param channel of the lock board, from 0
   */
  public static WorkingCabinet start(
      Fleet fleet,
      int channel,
      Cabinet.Setup setup,
      Inbox<Event> inbox,
      Alarms alarms,
      InstantSource clock) {
    Bolt bolt = new Bolt(channel);
    Cabinet cabinet = new Cabinet(setup, bolt, inbox, alarms, clock);
    Optional<ShelfWorker> shelves = fleet.shelves(cabinet::weighed);
    Optional<LockWorker> lock =
        fleet.lock(
            moved -> {
              if (moved.channel() == channel) {
                cabinet.doorMoved(moved.state());
              }
            });
    bolt.lock = lock;
    return new WorkingCabinet(cabinet, shelves, lock);
  }

  @Override
  public void close() {
    lock.ifPresent(LockWorker::close);
    shelves.ifPresent(ShelfWorker::close);
    cabinet.close();
  }

  /** The lock board, which is started after the cabinet that hears of it. */
  private static final class Bolt implements Cabinet.Door {
    private final int channel;
    private volatile Optional<LockWorker> lock = Optional.empty();

    Bolt(int channel) {
      this.channel = channel;
    }

    @Override
    public void unlock(Duration holds, Consumer<Boolean> told) {
      lock.ifPresentOrElse(l -> l.unlock(channel, holds, told), () -> told.accept(false));
    }

    @Override
    public DoorState state() {
      return lock.map(l -> l.door(channel)).orElse(DoorState.UNKNOWN);
    }
  }
}
