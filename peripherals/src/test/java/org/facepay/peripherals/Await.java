package org.facepay.peripherals;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition with a deadline; tests never sleep for luck. */
public final class Await {
  private Await() {}

  /** Fails with {@code what} if the condition does not hold within 10 s. */
  public static void until(String what, Callable<Boolean> condition) throws Exception {
    until(what, Duration.ofSeconds(10), condition);
  }

  /** As above with a deadline of its own. */
  public static void until(String what, Duration deadline, Callable<Boolean> condition)
      throws Exception {
    long end = System.nanoTime() + deadline.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + deadline.toMillis() + " ms: " + what);
      }
      LockSupport.parkNanos(500_000);
    }
  }
}
