package org.facepay.peripherals.scale;

import java.util.OptionalLong;

/** Grams as scales write them that name no unit, strictly: nothing is guessed. */
final class Digits {
  private static final long MILLIGRAMS_PER_GRAM = 1_000;

  private Digits() {}

  /**
   * Reads whole grams.
   *
   * @return milligrams; empty if there is anything but digits, or none
   */
  static OptionalLong milligrams(byte[] b, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      if (b[i] < '0' || b[i] > '9' || to - from > 9) {
        return OptionalLong.empty();
      }
      value = value * 10 + (b[i] - '0');
    }
    return to > from ? OptionalLong.of(value * MILLIGRAMS_PER_GRAM) : OptionalLong.empty();
  }

  /** Whole grams, zeros in front. */
  static String grams(long milligrams, int digits) {
    long grams = (milligrams + MILLIGRAMS_PER_GRAM / 2) / MILLIGRAMS_PER_GRAM;
    return ("%0" + digits + "d").formatted(grams);
  }
}
