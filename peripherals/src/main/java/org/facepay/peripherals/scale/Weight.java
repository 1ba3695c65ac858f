package org.facepay.peripherals.scale;

/**
 * A weight on the scale.
 *
 * @param milligrams net of what the scale itself has tared; never negative
 * @param stable false while the goods still move; such a weight may be shown, not billed
 */
public record Weight(long milligrams, boolean stable) implements ScaleReading {
  public Weight {
    if (milligrams < 0) {
      throw new IllegalArgumentException("a weight is not negative: " + milligrams);
    }
  }
}
