package org.facepay.terminal.loop;

import java.time.Duration;
import java.util.Optional;

/** What arrives in an inbox, for tests that stand where the state thread does. */
public final class Arrivals {
  private Arrivals() {}

  /** The next that arrives, within so long. */
  public static <E> Optional<E> next(Inbox<E> inbox, Duration wait) throws InterruptedException {
    return inbox.take(wait);
  }
}
