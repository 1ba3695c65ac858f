package org.facepay.terminal.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything that happens waits for the state thread; bounded, so that a fault outside cannot
 * eat the memory. Thread-safe.
 */
public final class Inbox<E> {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** Empty: nothing has happened but what is shown may have changed. */
  private final BlockingQueue<Optional<E>> events;

  private final LogPace dropped = new LogPace();
  private final AtomicBoolean nudged = new AtomicBoolean();

  public Inbox(int capacity) {
    events = new ArrayBlockingQueue<>(capacity);
  }

  /**
   * Offers an event that may be dropped when the terminal is overwhelmed: a touch, a scan. Never
   * waits.
   *
   * @return whether it was taken; a dropped one is in the log, with others of its kind
   */
  public boolean offer(E event) {
    boolean taken = events.offer(Optional.of(event));
    if (!taken) {
      Class<?> kind = event.getClass();
      dropped
          .count(kind, System.nanoTime())
          .ifPresent(
              many ->
                  LOG.error(
                      "inbox full, dropped: {} x {}; said once a minute",
                      many,
                      kind.getSimpleName()));
    }
    return taken;
  }

  /**
   * Delivers an event that must not be lost, such as a payment's answer or a timer; waits for
   * space. Only the end of the program interrupts it.
   */
  public void deliver(E event) {
    try {
      events.put(Optional.of(event));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has the state shown again soon: something beside the session that it depends on changed. */
  public void nudge() {
    if (nudged.compareAndSet(false, true) && !events.offer(Optional.empty())) {
      nudged.set(false);
    }
  }

  Optional<E> take(Duration wait) throws InterruptedException {
    Optional<E> taken = events.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    if (taken == null) {
      return Optional.empty();
    }
    if (taken.isEmpty()) {
      nudged.set(false);
    }
    return taken;
  }
}
