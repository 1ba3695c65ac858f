package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.worker.Condition;
import org.facepay.peripherals.worker.Patience;

/** What checks of several roles do alike: ask somebody, and wait for something. */
final class Checks {
  private static final Duration STEP = Duration.ofMillis(20);

  /** So often in a row a device may not answer until it is lost. */
  private static final int MISSES = 3;

  private Checks() {}

  /** Only an eye or an ear can tell; without an answer nothing is known. */
  static Finding asked(Technician t, String question, String yes, String no) {
    return t.confirms(question)
        .map(answer -> answer ? Finding.ok(yes) : Finding.failed(no))
        .orElse(Finding.skipped("not answered within " + t.patience().toSeconds() + " s"));
  }

  /** What is asked of a device again and again; empty until it is so. */
  interface Look<T> {
    Optional<T> now() throws DeviceException;
  }

  /**
   * Looks until there is something, or the time is over; a look or two may miss, as with a worker.
   */
  static <T> Optional<T> await(Duration time, Look<T> look) throws DeviceException {
    long deadline = System.nanoTime() + time.toNanos();
    Patience patience = new Patience(MISSES);
    Optional<T> found = Optional.empty();
    do {
      try {
        found = look.now();
        patience.answered();
      } catch (DeviceException e) {
        Condition ignored = patience.missed(e);
      }
      if (found.isEmpty()) {
        LockSupport.parkNanos(STEP.toNanos());
      }
    } while (found.isEmpty() && System.nanoTime() - deadline < 0);
    return found;
  }
}
