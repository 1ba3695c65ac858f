package org.facepay.peripherals.link;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Closes a port whose write does not come back: a stalled peer blocks a serial write for ever on
 * Linux, and closing the port from another thread is what frees it. One timer thread serves all
 * ports; a closing that hangs itself gets its own thread and holds nobody up.
 */
final class WriteWatchdog implements AutoCloseable {
  private static final int ARMED = 0;
  private static final int DISARMED = 1;
  private static final int FIRED = 2;

  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final AtomicInteger state = new AtomicInteger(ARMED);
  private final ScheduledFuture<?> alarm;

  private WriteWatchdog(Runnable closing, Duration timeout) {
    alarm =
        TIMER.schedule(() -> fire(closing), Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS);
  }

  /** From now on {@code closing} runs after the time, unless this is closed before. */
  static WriteWatchdog over(Runnable closing, Duration timeout) {
    return new WriteWatchdog(closing, timeout);
  }

  boolean fired() {
    return state.get() == FIRED;
  }

  @Override
  public void close() {
    state.compareAndSet(ARMED, DISARMED);
    alarm.cancel(false);
  }

  private void fire(Runnable closing) {
    if (state.compareAndSet(ARMED, FIRED)) {
      Thread.ofPlatform().daemon().name("serial-unblock").start(closing);
    }
  }

  private static ScheduledThreadPoolExecutor timer() {
    var executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("serial-watchdog").factory());
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }
}
