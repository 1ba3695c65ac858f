package org.facepay.sync;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assertions;

/** Waits for a condition that another thread brings about; fails after a deadline. */
public final class Await {
  private Await() {}

  /** Waits at most 20 s. */
  public static void until(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        Assertions.fail("not within 20 s: " + what);
      }
      Thread.sleep(2);
    }
  }
}
