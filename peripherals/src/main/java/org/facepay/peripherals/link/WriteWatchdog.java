package org.facepay.peripherals.link;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Closes a port whose write does not come back: a stalled peer blocks a serial write for ever on
 * Linux, and closing the port from another thread is what frees it. One thread looks after all
 * ports ten times a second while any is written to, as most writes are over in microseconds and are
 * not worth waking it; a closing that hangs itself gets its own thread and holds nobody up.
 */
final class WriteWatchdog implements AutoCloseable {
  private static final int ARMED = 0;
  private static final int DISARMED = 1;
  private static final int FIRED = 2;

  private static final long ROUND_NANOS = 100_000_000;

  /** A bus that is polled is written to again soon; until then the thread is not put to sleep. */
  private static final int IDLE_ROUNDS = 20;

  private static final Set<WriteWatchdog> WATCHED = ConcurrentHashMap.newKeySet();
  private static volatile boolean asleep;
  private static final Thread WATCH =
      Thread.ofPlatform().daemon().name("serial-watchdog").start(WriteWatchdog::watch);

  private final AtomicInteger state = new AtomicInteger(ARMED);
  private final Runnable closing;
  private final long deadlineNanos;

  private WriteWatchdog(Runnable closing, Duration timeout) {
    this.closing = closing;
    this.deadlineNanos = System.nanoTime() + timeout.toNanos();
  }

  /**
   * From now on {@code closing} runs after the time, at most a tenth of a second late, unless this
   * is closed before.
   */
  static WriteWatchdog over(Runnable closing, Duration timeout) {
    WriteWatchdog watchdog = new WriteWatchdog(closing, timeout);
    WATCHED.add(watchdog);
    if (asleep) {
      LockSupport.unpark(WATCH);
    }
    return watchdog;
  }

  boolean fired() {
    return state.get() == FIRED;
  }

  @Override
  public void close() {
    state.compareAndSet(ARMED, DISARMED);
    WATCHED.remove(this);
  }

  private static void watch() {
    int idle = 0;
    while (true) {
      long now = System.nanoTime();
      for (WriteWatchdog each : WATCHED) {
        if (now - each.deadlineNanos > 0) {
          each.fire();
        }
      }
      idle = WATCHED.isEmpty() ? idle + 1 : 0;
      if (idle < IDLE_ROUNDS) {
        LockSupport.parkNanos(ROUND_NANOS);
      } else {
        sleep();
        idle = 0;
      }
    }
  }

  /** Until a port is written to: one that is added before {@code asleep} is seen by the look. */
  private static void sleep() {
    asleep = true;
    while (WATCHED.isEmpty()) {
      LockSupport.park(WATCHED);
    }
    asleep = false;
  }

  private void fire() {
    WATCHED.remove(this);
    if (state.compareAndSet(ARMED, FIRED)) {
      Thread.ofPlatform().daemon().name("serial-unblock").start(closing);
    }
  }
}
