package org.facepay.terminal.loop;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Wall-clock time that runs evenly: a correction of the system's clock in the middle of a session
 * neither ends nor stretches anybody's time. {@link #adjust} takes the correction over and is
 * called while nobody is shopping. Thread-safe.
 */
public final class SteadyClock implements InstantSource {
  private record Base(Instant wall, long nanos) {}

  private final InstantSource wall;
  private volatile Base base;

  /** Of the system's clock. */
  public SteadyClock() {
    this(InstantSource.system());
  }

  /**
   * @param wall what is taken over
   */
  public SteadyClock(InstantSource wall) {
    this.wall = wall;
    base = new Base(wall.instant(), System.nanoTime());
  }

  @Override
  public Instant instant() {
    Base b = base;
    return b.wall.plusNanos(System.nanoTime() - b.nanos);
  }

  public void adjust() {
    base = new Base(wall.instant(), System.nanoTime());
  }
}
