package org.facepay.peripherals.shelf;

/**
 * What the two cells under a shelf carry at one moment.
 *
 * @param shelf its address on the bus
 * @param leftMilligrams may be negative: cells drift, and things were taken off since zero
 * @param rightMilligrams as left
 * @param stable whether the shelf says that nothing moves; true if it cannot tell
 * @param nanos {@link System#nanoTime} when the answer was there
 */
public record ShelfReading(
    int shelf, long leftMilligrams, long rightMilligrams, boolean stable, long nanos) {
  /** The whole load. */
  public long totalMilligrams() {
    return leftMilligrams + rightMilligrams;
  }
}
