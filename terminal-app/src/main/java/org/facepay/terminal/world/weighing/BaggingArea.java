package org.facepay.terminal.world.weighing;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.facepay.peripherals.scale.ScaleReading;
import org.facepay.peripherals.scale.Weight;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scale under the shopper's bags: hears what is shown and what is weighed, and tells the
 * session what it makes of both. A scale that says nothing finds nothing.
 */
public final class BaggingArea implements AutoCloseable {
  /** The name in the configuration that makes a scale the one under the bags. */
  public static final String NAME = "bagging";

  private static final Logger LOG = LoggerFactory.getLogger(BaggingArea.class);
  private static final long MILLIGRAMS = 1_000;
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration STOP = Duration.ofSeconds(2);

  private final MassBook masses;
  private final BagWatch watch;
  private final Consumer<Event> events;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Shown> shown = new AtomicReference<>();
  private final AtomicReference<@Nullable ScaleReading> said = new AtomicReference<>();

  /** Alone touches what follows: comparing takes a moment, and learning writes to the disk. */
  private final SideThread thread = new SideThread("bags");

  private long session;
  private boolean shopping;

  /**
   * The session as the page shows it.
   *
   * @param shopping whether goods may come and go
   */
  public record Shown(State<?> state, boolean shopping) {}

  public BaggingArea(
      MassBook masses, int toleranceGrams, Consumer<Event> events, InstantSource clock) {
    this.masses = masses;
    this.watch = new BagWatch(masses, toleranceGrams);
    this.events = events;
    this.clock = clock;
    thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    var _ =
        thread.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Any thread, and only the newest counts. */
  public void show(Shown now) {
    if (shown.getAndSet(now) == null) {
      thread.execute(this::compare);
    }
  }

  /** What the scale says; any thread, and only the newest counts. */
  public void weighed(ScaleReading reading) {
    if (said.getAndSet(reading) == null) {
      thread.execute(this::weigh);
    }
  }

  /** Staff have looked; any thread. */
  public void accept() {
    thread.execute(watch::accept);
  }

  private void compare() {
    Shown last = shown.getAndSet(null);
    if (last == null) {
      return;
    }
    Optional<Session> open = last.state().openSession();
    long now = open.map(Session::id).orElse(0L);
    if (now != session) {
      watch.reset();
      session = now;
    }
    shopping = last.shopping();
    if (shopping) {
      Language language = last.state().view().language();
      open.ifPresent(s -> watch.basket(s.basket().lines().reversed(), language, clock.instant()));
    }
  }

  private void weigh() {
    if (said.getAndSet(null) instanceof Weight(long milligrams, boolean stable) && stable) {
      watch.weighed(Math.toIntExact(milligrams / MILLIGRAMS), clock.instant());
    }
    look();
  }

  /** A scale that rests says nothing new; time alone makes a finding of what nothing explains. */
  private void look() {
    if (shopping) {
      watch
          .look(clock.instant())
          .ifPresent(told -> events.accept(new Moved.BagsChecked(told.finding(), told.name())));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      boolean ignored = thread.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
      masses.close();
    } catch (IOException e) {
      LOG.warn("{}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
