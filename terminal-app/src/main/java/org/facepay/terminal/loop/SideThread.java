package org.facepay.terminal.loop;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread for what goes on beside the sales. A bug on it is told and ends what it does, not the
 * terminal: nobody waits for it, and selling goes on.
 */
public final class SideThread extends ScheduledThreadPoolExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(SideThread.class);

  /** After the disk took nothing. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final String name;

  public SideThread(String name) {
    super(1, Thread.ofPlatform().name(name).daemon().factory());
    this.name = name;
  }

  /** Does it after so long; a thread that is ended does nothing more. */
  public void later(Runnable action, Duration delay) {
    if (isShutdown()) {
      return;
    }
    var _ = schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Something that a disk has to take. */
  public interface Writing {
    /** Whether it is done; else it is tried again. */
    boolean done() throws SQLException;
  }

  /**
   * Does it on this thread, again and again until it is done; said once when it is not.
   *
   * @param otherwise what is so until then
   */
  public void insist(String otherwise, Writing writing) {
    execute(() -> attempt(otherwise, writing, true));
  }

  private void attempt(String otherwise, Writing writing, boolean first) {
    String why = "";
    try {
      if (writing.done()) {
        return;
      }
    } catch (SQLException e) {
      why = ": " + e.getMessage();
    }
    if (first) {
      LOG.error("{}{}", otherwise, why);
    }
    later(() -> attempt(otherwise, writing, false), RETRY);
  }

  /** The executor keeps what a task throws to itself. */
  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
    super.afterExecute(task, thrown);
    if (task instanceof Future<?> future && future.state() == Future.State.FAILED) {
      LOG.error(
          "a bug on the {} thread; what it does stands still until the terminal is started again",
          name,
          future.exceptionNow());
    }
  }
}
