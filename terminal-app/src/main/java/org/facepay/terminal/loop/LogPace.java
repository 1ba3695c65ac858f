package org.facepay.terminal.loop;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Lets each kind of mishap be logged once a minute, with how often it happened: what floods the
 * terminal must not flood its disk. Thread-safe.
 */
final class LogPace {
  static final Duration EVERY = Duration.ofMinutes(1);

  private final Map<Class<?>, Told> kinds = new HashMap<>();

  /** What was told of a kind when, and what has not been told. */
  private record Told(long nanos, long untold) {}

  /**
   * One more of a kind.
   *
   * @param nanos the time, as {@link System#nanoTime}
   * @return how many there were since the last line, when it is time for one
   */
  synchronized OptionalLong count(Class<?> kind, long nanos) {
    Told told = kinds.get(kind);
    if (told != null && nanos - told.nanos() < EVERY.toNanos()) {
      kinds.put(kind, new Told(told.nanos(), told.untold() + 1));
      return OptionalLong.empty();
    }
    kinds.put(kind, new Told(nanos, 0));
    return OptionalLong.of(told == null ? 1 : told.untold() + 1);
  }
}
