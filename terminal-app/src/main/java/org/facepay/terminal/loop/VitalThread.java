package org.facepay.terminal.loop;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that sales depend on. A bug on it ends the program, which is started again and replays
 * its journal; carrying on could lose a sale.
 */
public final class VitalThread {
  private static final Logger LOG = LoggerFactory.getLogger(VitalThread.class);
  private static final Duration STOP = Duration.ofSeconds(5);

  /** The exit code of a bug: EX_SOFTWARE of sysexits.h. */
  private static final int BUG = 70;

  private final Thread thread;

  private VitalThread(Thread thread) {
    this.thread = thread;
  }

  /** Starts one. */
  public static VitalThread start(String name, Runnable work) {
    return new VitalThread(
        Thread.ofPlatform().name(name).uncaughtExceptionHandler(VitalThread::bug).start(work));
  }

  /** Ends the program. */
  public static void bug(Thread thread, Throwable e) {
    LOG.error(
        "a bug on the {} thread; the program ends and must be started again", thread.getName(), e);
    Runtime.getRuntime().halt(BUG);
  }

  /** Waits until it has ended, for a while. */
  public void await() {
    try {
      boolean ignored = thread.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
