package org.facepay.sync.uplink;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waiting that may be cut short: one thread waits, any may ring or close. */
final class Doorbell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition heard = lock.newCondition();
  private boolean rung;
  private volatile boolean closed;

  /**
   * A wait.
   *
   * @param firm whether ringing must not cut it short
   */
  record Pause(Duration length, boolean firm) {}

  /** Ends the wait, or the next one if nobody waits now, unless it is firm. */
  void ring() {
    lock.lock();
    try {
      rung = true;
      heard.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Ends every wait. */
  void close() {
    closed = true;
    ring();
  }

  boolean closed() {
    return closed;
  }

  /** Waits; an interrupt closes. */
  void await(Pause pause) {
    lock.lock();
    try {
      long left = pause.length().toNanos();
      while ((pause.firm() || !rung) && left > 0 && !closed) {
        left = heard.awaitNanos(left);
      }
      rung = false;
    } catch (InterruptedException e) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
