package org.facepay.terminal.loop;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Entry;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The duty cycle of the one state thread: take an event, step, commit the event together with the
 * sale and the rows it made, and only then adopt the state, show it and hand out the effects. What
 * is not on the disk has not happened: nobody has seen it and nothing has been asked of the world.
 *
 * <p>Events that change nothing and ask for nothing are not kept. When the journal cannot be
 * written the event is held and tried again, and the terminal shows that it does not sell; nothing
 * is dropped.
 */
public final class TerminalLoop<S, E, F> {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalLoop.class);
  private static final Duration TURN = Duration.ofMillis(500);

  /** What the loop does to the world; called on the state thread, so nothing here may block. */
  public interface World<S, F> {
    /** The state to show. */
    void show(S state);

    /** An effect to carry out. */
    void run(F effect);

    /** Nothing happened for a while. */
    void idle(S state);

    /** The journal cannot be written (with what to do), or can again (null). */
    void storage(@Nullable StorageException failure);
  }

  private final Machine<S, E, F> machine;
  private final Journal journal;
  private final Inbox<E> inbox;
  private final World<S, F> world;
  private final InstantSource clock;
  private S state;
  private long stamp;
  private @Nullable Stamped<E> held;
  private volatile boolean stopping;

  public TerminalLoop(
      Machine<S, E, F> machine,
      Journal journal,
      Inbox<E> inbox,
      World<S, F> world,
      InstantSource clock) {
    this.machine = machine;
    this.journal = journal;
    this.inbox = inbox;
    this.world = world;
    this.clock = clock;
    this.state = machine.start();
    this.stamp = journal.firstStamp();
  }

  /**
   * Replays the session that was open when the program ended, with all effects off.
   *
   * @return whether there was one; the caller then lets the session know that it was restarted
   * @throws IOException when the journal holds events of a newer program
   */
  public boolean replay() throws StorageException, IOException {
    List<Entry> entries = journal.openSession();
    for (Entry entry : entries) {
      E event = machine.codec().decode(entry.type(), entry.body());
      state = machine.step(state, new Stamped<>(entry.stamp(), entry.at(), event)).next();
    }
    if (!entries.isEmpty() && machine.session(state).isEmpty()) {
      throw new IOException(
          "the session that was open cannot be gone on with: the terminal's configuration or"
              + " program is another one now; take it back, and let the session end");
    }
    if (!entries.isEmpty()) {
      LOG.info("replayed {} events of session {}", entries.size(), entries.getFirst().session());
    }
    return !entries.isEmpty();
  }

  /**
   * Runs until {@link #stop}. A bug ends the program here; its journal is replayed when it is
   * started again.
   */
  public void run() {
    world.show(state);
    while (!stopping) {
      try {
        runOnce(TURN);
      } catch (InterruptedException e) {
        stopping = true;
      }
    }
  }

  public void stop() {
    stopping = true;
  }

  /**
   * One turn.
   *
   * @return whether an event was taken and is durable
   */
  public boolean runOnce(Duration wait) throws InterruptedException {
    Stamped<E> event = held;
    if (event != null) {
      LockSupport.parkNanos(wait.toNanos());
    } else {
      Optional<E> taken = inbox.take(wait);
      if (taken.isEmpty()) {
        world.idle(state);
        return false;
      }
      event = new Stamped<>(++stamp, clock.instant(), taken.get());
    }
    return turn(event);
  }

  /** The state after the last turn; for tests, on the thread that runs the loop. */
  public S state() {
    return state;
  }

  private boolean turn(Stamped<E> event) {
    Step<S, F> step = machine.step(state, event);
    try {
      commit(step, event);
    } catch (StorageException e) {
      if (held == null) {
        LOG.error(
            "{} is held until it can be written: {}",
            event.event().getClass().getSimpleName(),
            e.getMessage());
      }
      held = event;
      world.storage(e);
      world.show(state);
      return false;
    }
    boolean wasHeld = held != null;
    if (wasHeld) {
      held = null;
      world.storage(null);
    }
    boolean changed = wasHeld || !step.next().equals(state);
    state = step.next();
    if (changed) {
      world.show(state);
    }
    step.effects().forEach(world::run);
    return true;
  }

  private void commit(Step<S, F> step, Stamped<E> event) throws StorageException {
    OptionalLong before = machine.session(state);
    OptionalLong after = machine.session(step.next());
    Machine.Records records = machine.records(step.effects(), event);
    boolean nothing = step.effects().isEmpty() && step.next().equals(state);
    if (nothing || (before.isEmpty() && after.isEmpty() && records.isEmpty())) {
      return;
    }
    long session = after.orElse(before.orElse(0));
    boolean closes = before.isPresent() && after.isEmpty();
    journal.append(
        new Append(
            event.stamp(),
            session,
            event.at(),
            machine.codec().type(event.event()),
            machine.codec().encode(event.event()),
            records.sale(),
            records.outgoing(),
            closes));
  }
}
