package org.facepay.terminal.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything that happens waits for the state thread; bounded, so that a fault outside cannot
 * eat the memory. Thread-safe.
 */
public final class Inbox<E> {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final BlockingQueue<E> events;

  public Inbox(int capacity) {
    events = new ArrayBlockingQueue<>(capacity);
  }

  /**
   * Offers an event that may be dropped when the terminal is overwhelmed: a touch, a scan. Never
   * waits.
   *
   * @return whether it was taken; a dropped one has been logged
   */
  public boolean offer(E event) {
    boolean taken = events.offer(event);
    if (!taken) {
      LOG.error("inbox full, {} dropped", event.getClass().getSimpleName());
    }
    return taken;
  }

  /**
   * Delivers an event that must not be lost, such as a payment's answer or a timer; waits for
   * space. Only the end of the program interrupts it.
   */
  public void deliver(E event) {
    try {
      events.put(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Optional<E> take(Duration wait) throws InterruptedException {
    return Optional.ofNullable(events.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
  }
}
