package org.facepay.peripherals.worker;

import java.time.Duration;

/**
 * How long from one round of questions to the next: brisk while something happens, {@link #CALM}
 * once nothing has for {@link #CALM_AFTER}, so that a bus on which nothing moves costs neither heat
 * nor current. Used by one thread.
 */
public final class Pace {
  /** Still twice as often as a reading is allowed to be old. */
  public static final Duration CALM = Duration.ofMillis(200);

  static final Duration CALM_AFTER = Duration.ofSeconds(5);

  private final long briskNanos;
  private long happenedNanos;

  /** A pace that starts brisk, at {@code nanos} of {@link System#nanoTime}. */
  public Pace(Duration brisk, long nanos) {
    this.briskNanos = brisk.toNanos();
    this.happenedNanos = nanos;
  }

  /** Something changed, or is about to. */
  public void happened(long nanos) {
    happenedNanos = nanos;
  }

  /** From the beginning of one round to that of the next, in nanoseconds. */
  public long roundNanos(long nanos) {
    boolean calm = nanos - happenedNanos > CALM_AFTER.toNanos();
    return calm ? Math.max(briskNanos, CALM.toNanos()) : briskNanos;
  }
}
