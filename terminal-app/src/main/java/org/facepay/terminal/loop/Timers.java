package org.facepay.terminal.loop;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Turns time into events: at most one timer of a kind runs, and starting it again replaces it.
 * Thread-safe.
 */
public final class Timers<K> implements AutoCloseable {
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("timers").daemon().factory());
  private final Map<K, Future<?>> running = new ConcurrentHashMap<>();

  /** Runs the action once after the delay, unless the kind is started again or stopped before. */
  public void start(K kind, Duration delay, Runnable action) {
    Future<?> timer = executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    cancel(running.put(kind, timer));
  }

  public void stop(K kind) {
    cancel(running.remove(kind));
  }

  private static void cancel(@org.jspecify.annotations.Nullable Future<?> timer) {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
