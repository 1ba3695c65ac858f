package org.facepay.peripherals.worker;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a device said last, worth nothing once it is too old: a reading that nobody renews is not
 * believed. Safe for several threads.
 */
public final class Perishable<T> {
  private final long lifeNanos;
  private volatile @Nullable Kept<T> kept;

  private record Kept<T>(T value, long nanos) {}

  /** Empty; what is put in lasts so long. */
  public Perishable(Duration life) {
    this.lifeNanos = life.toNanos();
  }

  /** Takes the place of what was there. */
  public void put(T value) {
    kept = new Kept<>(value, System.nanoTime());
  }

  /** Makes it worth nothing at once. */
  public void expire() {
    kept = null;
  }

  /** The value, unless it is too old. */
  public Optional<T> fresh() {
    Kept<T> now = kept;
    return now != null && System.nanoTime() - now.nanos() < lifeNanos
        ? Optional.of(now.value())
        : Optional.empty();
  }
}
