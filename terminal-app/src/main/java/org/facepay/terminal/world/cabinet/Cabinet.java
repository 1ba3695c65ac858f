package org.facepay.terminal.world.cabinet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facepay.peripherals.lock.DoorState;
import org.facepay.peripherals.lock.LockWorker;
import org.facepay.peripherals.shelf.ShelfReading;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.visit.DoorPosition;
import org.facepay.terminal.session.visit.Estimate;
import org.facepay.terminal.session.visit.Settled;
import org.facepay.terminal.settlement.engine.History;
import org.facepay.terminal.settlement.engine.Settler;
import org.facepay.terminal.settlement.engine.Trace;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A smart container's bolt, door and shelves: records what is weighed in a visit, says while the
 * door is open what seems to be taken, and settles when it is closed. Everything happens on one
 * thread of its own; the engine learns from visits before, never from later ones.
 */
public final class Cabinet implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Cabinet.class);

  /** The cells come to rest after the door was closed. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** Shelves that say nothing for so long are waited for no more. */
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  private static final Duration LOOK = Duration.ofMillis(400);

  /** The door may be opened again before the answer is read. */
  private static final Duration LINGER = Duration.ofSeconds(3);

  private static final Duration FLUSH = Duration.ofSeconds(1);
  private static final Duration PRUNE = Duration.ofHours(6);

  /** Its folder in the terminal's data. */
  public static final String FOLDER = "cabinet";

  /** The board of the bolt and the door. */
  public interface Door {
    /** As {@link LockWorker#unlock}. */
    void unlock(Duration holds, Consumer<Boolean> told);

    DoorState state();
  }

  /**
   * What it is.
   *
   * @param folder keeps its stock and the evidence
   * @param planograms what stands in it, and stood, with the prices of now
   * @param units bus address of every shelf of the planogram
   * @param products by the ids of the planogram
   * @param sure from which probability the number of a line is not doubted
   */
  public record Setup(
      Path folder,
      Planograms planograms,
      List<Integer> units,
      Function<String, Product> products,
      double sure) {}

  private final Setup setup;
  private final Door door;
  private final Inbox<Event> inbox;
  private final InstantSource clock;
  private final Recording recording;
  private final Evidence evidence;
  private final LaneStock stock;
  private final Tamper tamper;
  private final History history;
  private final SideThread thread = new SideThread("cabinet");
  private final Shelfwork shelfwork;
  private Planogram valid;
  private Verdicts verdicts;
  private Settler settler;
  private long visit;

  /** Which settling was asked for last. */
  private long asked;

  private Estimate estimate = Estimate.NOTHING;

  /** Whether the door may be opened, or was, with leave. */
  private boolean letIn;

  private boolean looking;
  private boolean flushing;

  public Cabinet(Setup setup, Door door, Inbox<Event> inbox, Alarms alarms, InstantSource clock) {
    this.setup = setup;
    this.door = door;
    this.inbox = inbox;
    this.clock = clock;
    valid = setup.planograms().now();
    recording = new Recording(valid.shelves().size());
    evidence = new Evidence(Evidence.folder(setup.folder()), valid);
    stock = new LaneStock(setup.folder().resolve("stock.json"), valid);
    tamper = new Tamper(alarms, valid);
    history = new History(valid);
    verdicts = new Verdicts(valid, setup.products(), setup.sure());
    settler = history.settler();
    shelfwork = new Shelfwork(setup, stock, tamper, recording, thread, inbox, clock);
    thread.execute(this::prune);
  }

  /** A shelf was read; any thread. */
  public void weighed(ShelfReading reading) {
    long now = now();
    thread.execute(() -> weighed(reading, now));
  }

  /** The door's switch has changed; any thread. */
  public void doorMoved(DoorState state) {
    long now = now();
    thread.execute(() -> doorMoved(state, now));
  }

  /** What was recorded of a visit stands beside its evidence, for whoever looks at it. */
  public void note(Effect.RecordVisit visit) {
    thread.execute(() -> evidence.note(visit, clock.instant()));
  }

  /** Carries it out; never blocks. */
  public void run(Effect.AtCabinet effect) {
    switch (effect) {
      case Effect.WatchShelves(long id) ->
          thread.execute(
              () -> {
                watch(id);
                inbox.deliver(new Moved.DoorMoved(position(door.state())));
              });
      case Effect.UnlockDoor(long attempt, Duration holds) -> {
        thread.execute(() -> letIn = !holds.isZero() || door.state() == DoorState.OPEN);
        door.unlock(holds, drawn -> unlocked(attempt, drawn));
      }
      case Effect.SettleVisit(long attempt, long id) -> thread.execute(() -> settle(attempt, id));
    }
  }

  /** What is asked by whoever fills the lanes; never blocks. */
  public void run(Effect.AtMachine asked) {
    thread.execute(() -> shelfwork.run(asked));
  }

  /** What is asked by whoever puts something else into them; never blocks. */
  public void run(Effect.AtShelves asked) {
    thread.execute(() -> shelfwork.run(asked));
  }

  private long now() {
    return clock.millis();
  }

  private void unlocked(long attempt, boolean drawn) {
    if (!drawn) {
      thread.execute(() -> letIn = false);
    }
    inbox.deliver(new Answered.DoorUnlocked(attempt, drawn));
  }

  private void weighed(ShelfReading reading, long nowMs) {
    int shelf = setup.units().indexOf(reading.shelf());
    if (shelf < 0 || shelf >= valid.shelves().size()) {
      return;
    }
    var sample =
        new Recording.Sample(
            nowMs, reading.leftMilligrams() / 1000.0, reading.rightMilligrams() / 1000.0);
    if (recording.add(shelf, sample)) {
      evidence.add(shelf, sample);
    } else if (!recording.running()) {
      tamper.weighed(shelf, sample, door.state());
    }
  }

  private void doorMoved(DoorState state, long nowMs) {
    switch (state) {
      case OPEN -> {
        recording.opened(nowMs);
        if (recording.running()) {
          evidence.opened(nowMs);
          lookOn();
        }
        if (!letIn) {
          tamper.opened();
        }
      }
      case CLOSED -> {
        recording.closed(nowMs);
        letIn = false;
      }
      case UNKNOWN -> {}
    }
    inbox.deliver(new Moved.DoorMoved(position(state)));
  }

  private static DoorPosition position(DoorState state) {
    return switch (state) {
      case OPEN -> DoorPosition.OPEN;
      case CLOSED -> DoorPosition.CLOSED;
      case UNKNOWN -> DoorPosition.UNKNOWN;
    };
  }

  private void watch(long id) {
    if (recording.running() && visit == id) {
      return;
    }
    if (recording.running()) {
      leave();
    }
    visit = id;
    estimate = Estimate.NOTHING;
    if (evidence.has(id)) {
      resume(id);
    } else {
      by(id, setup.planograms().now());
      recording.start(now());
      evidence.begin(id, recording.startedMs());
      recording.each(evidence::add);
    }
    if (door.state() == DoorState.OPEN) {
      recording.opened(now());
      lookOn();
    }
    if (!flushing) {
      flushing = true;
      thread.later(this::flush, FLUSH);
    }
  }

  /** What the visit is settled with: the version that was valid when it began. */
  private void by(long id, Planogram version) {
    valid = stock.before(id, version);
    settler = history.settlerOf(valid);
    verdicts = new Verdicts(valid, setup.products(), setup.sure());
  }

  /** However often the door is opened, somebody looks once at a time. */
  private void lookOn() {
    if (!looking) {
      looking = true;
      thread.later(this::look, LOOK);
    }
  }

  /** Somebody else's visit begins; a door that is open now was opened by nobody who was let in. */
  private void leave() {
    if (!recording.closed()) {
      tamper.opened();
    }
    recording.stop();
    evidence.end(visit);
  }

  /** The program was started again in the middle of a visit. */
  private void resume(long id) {
    try {
      Evidence.Kept kept = evidence.read(id);
      long last =
          kept.samples().stream()
              .filter(s -> !s.isEmpty())
              .mapToLong(s -> s.getLast().atMs())
              .max()
              .orElse(0);
      long began = kept.last().toEpochMilli() - last;
      recording.resume(began, kept.shifted(began), kept.openMs() < 0 ? -1 : began + kept.openMs());
      evidence.begin(id, began);
      by(id, validAt(Instant.ofEpochMilli(began)));
      LOG.info("visit {} goes on", Evidence.name(id));
    } catch (IOException e) {
      by(id, setup.planograms().now());
      LOG.error("what was weighed before in visit {} is lost: {}", Evidence.name(id), e.toString());
      recording.start(now());
      evidence.begin(id, recording.startedMs());
    }
  }

  /** Other files may have been configured while the program did not run; not another cabinet. */
  private Planogram validAt(Instant began) throws IOException {
    Planogram then = setup.planograms().at(began);
    return then.shelves().size() == valid.shelves().size() ? then : setup.planograms().now();
  }

  /** What seems to have been taken by now, again and again until the door is closed. */
  private void look() {
    looking = false;
    if (!recording.running() || recording.closed()) {
      return;
    }
    Trace trace = recording.trace(recording.lastMs() - REST.toMillis() / 2);
    verdicts
        .estimate(settler.outcome(trace), estimate)
        .filter(seen -> !seen.equals(estimate))
        .ifPresent(
            seen -> {
              estimate = seen;
              inbox.deliver(new Moved.ShelvesMoved(visit, seen));
            });
    lookOn();
  }

  private void settle(long attempt, long id) {
    boolean watched = (recording.running() && visit == id) || evidence.has(id);
    watch(id);
    asked = attempt;
    if (door.state() != DoorState.OPEN) {
      recording.closed(now());
    }
    if (watched) {
      settleAtRest(attempt, id);
    } else {
      inbox.deliver(new Answered.VisitSettled(attempt, Settled.unread("")));
      thread.later(() -> end(attempt, id), LINGER);
    }
  }

  private void settleAtRest(long attempt, long id) {
    if (visit != id || asked != attempt || !recording.closed()) {
      return; // the door was opened again
    }
    long rested = recording.lastMs() - recording.closedMs();
    boolean silent = now() - recording.closedMs() > PATIENCE.toMillis();
    if (rested < REST.toMillis() && !silent) {
      thread.later(() -> settleAtRest(attempt, id), LOOK.dividedBy(8));
      return;
    }
    Trace trace = recording.trace(recording.closedMs());
    Settled settled = settled(id, trace);
    LOG.info("visit {}: {} {}", Evidence.name(id), settled.decision(), settled.pieces());
    inbox.deliver(new Answered.VisitSettled(attempt, settled));
    thread.later(() -> end(attempt, id), LINGER);
  }

  private Settled settled(long id, Trace trace) {
    Settler.Outcome outcome = settler.outcome(trace);
    history.add(outcome.taught());
    stock.change(id, outcome.arrangement().taken());
    tamper.left(outcome.arrangement(), valid);
    return verdicts.settled(outcome, evidence.keep(id, trace, valid, outcome.settlement()));
  }

  private void end(long attempt, long id) {
    if (visit != id || asked != attempt || !recording.running()) {
      return;
    }
    if (recording.closed()) {
      recording.stop();
      evidence.end(id);
      tamper.rest();
      LOG.debug("visit {} has ended", Evidence.name(id));
    } else {
      thread.later(() -> end(attempt, id), LINGER);
    }
  }

  /** As long as somebody is there. */
  private void flush() {
    evidence.flush();
    flushing = recording.running();
    if (flushing) {
      thread.later(this::flush, FLUSH);
    }
  }

  private void prune() {
    evidence.prune(clock.instant());
    thread.later(this::prune, PRUNE);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    evidence.close();
  }
}
