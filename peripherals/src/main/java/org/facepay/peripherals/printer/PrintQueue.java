package org.facepay.peripherals.printer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The receipts that wait, at most {@link #MOST}; each ends with exactly one result. */
final class PrintQueue {
  /** One terminal sells to one shopper; more waiting receipts than this mean a dead printer. */
  static final int MOST = 16;

  /** A waiting receipt; the job's id names it in the log. */
  record Job(
      ReceiptDocument document, String id, Consumer<PrintResult> onResult, long deadlineNanos) {}

  private final Deque<Job> waiting = new ArrayDeque<>();
  private boolean closed;

  /** Why the job was not taken, or null if it was. */
  synchronized @Nullable String offer(Job job) {
    if (closed) {
      return "the printer's worker is closed";
    }
    if (waiting.size() >= MOST) {
      return MOST + " receipts are already waiting for the printer";
    }
    waiting.addLast(job);
    notifyAll();
    return null;
  }

  /** The next job, waiting for one for a while; null if none came. */
  synchronized @Nullable Job poll(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    long left = timeout.toNanos();
    while (waiting.isEmpty() && !closed && left > 0) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, left));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      left = deadline - System.nanoTime();
    }
    return waiting.pollFirst();
  }

  /** Puts a job that was not begun back to the front; false if this was closed meanwhile. */
  synchronized boolean putBack(Job job) {
    if (!closed) {
      waiting.addFirst(job);
    }
    return !closed;
  }

  /** Takes out those whose time is over. */
  synchronized List<Job> expired() {
    long now = System.nanoTime();
    List<Job> late = new ArrayList<>();
    waiting.removeIf(
        job -> {
          boolean over = now - job.deadlineNanos() > 0;
          if (over) {
            late.add(job);
          }
          return over;
        });
    return late;
  }

  /** Takes no more; gives back those left. */
  synchronized List<Job> close() {
    closed = true;
    List<Job> left = new ArrayList<>(waiting);
    waiting.clear();
    notifyAll();
    return List.copyOf(left);
  }
}
