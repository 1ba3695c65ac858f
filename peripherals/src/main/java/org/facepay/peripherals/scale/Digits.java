package org.facepay.peripherals.scale;

import java.util.OptionalLong;

/** Decimal numbers as scales write them, strictly: nothing is guessed. */
final class Digits {
  static final long MILLIGRAMS_PER_GRAM = 1_000;
  static final long MILLIGRAMS_PER_KILOGRAM = 1_000_000;

  private Digits() {}

  /**
   * Reads digits with at most one point, spaces allowed in front, and multiplies by the unit.
   *
   * @param decimals implied places if there is no point
   * @return empty if it is no such number or finer than a milligram
   */
  static OptionalLong milligrams(byte[] b, int from, int to, int decimals, long unitMilligrams) {
    int start = from;
    while (start < to && b[start] == ' ') {
      start++;
    }
    long value = 0;
    int places = -1;
    int digits = 0;
    for (int i = start; i < to; i++) {
      if (b[i] == '.' && places < 0 && digits > 0) {
        places = 0;
      } else if (b[i] >= '0' && b[i] <= '9' && digits < 9) {
        value = value * 10 + (b[i] - '0');
        digits++;
        places += places >= 0 ? 1 : 0;
      } else {
        return OptionalLong.empty();
      }
    }
    if (digits == 0 || places == 0) {
      return OptionalLong.empty();
    }
    long divisor = 1;
    for (int i = 0; i < (places < 0 ? decimals : places); i++) {
      divisor *= 10;
    }
    long product = value * unitMilligrams;
    return product % divisor == 0 ? OptionalLong.of(product / divisor) : OptionalLong.empty();
  }

  /** Kilograms with three places and a point, right-aligned in so many characters. */
  static String kilograms(long milligrams, int width) {
    long grams = (milligrams + MILLIGRAMS_PER_GRAM / 2) / MILLIGRAMS_PER_GRAM;
    String text = grams / 1000 + "." + "%03d".formatted(grams % 1000);
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** Whole grams, zeros in front. */
  static String grams(long milligrams, int digits) {
    long grams = (milligrams + MILLIGRAMS_PER_GRAM / 2) / MILLIGRAMS_PER_GRAM;
    return ("%0" + digits + "d").formatted(grams);
  }
}
