package org.facepay.peripherals.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import org.facepay.peripherals.scale.NotWeighed.Reason;

/**
 * The units a scale may write its weight in. Those that are not configured are refused: goods are
 * sold by the kilogram, and a scale that was switched to pounds must not sell a pound as one.
 */
enum Units {
  METRIC("kg", "1000000", "g", "1000"),
  /** The international pound of 0.45359237 kg and its sixteenth. */
  AVOIRDUPOIS("lb", "453592.37", "oz", "28349.523125");

  private static final int DECIMALS = 3;

  private final String larger;
  private final String largerMilligrams;
  private final String smaller;
  private final String smallerMilligrams;

  Units(String larger, String largerMilligrams, String smaller, String smallerMilligrams) {
    this.larger = larger;
    this.largerMilligrams = largerMilligrams;
    this.smaller = smaller;
    this.smallerMilligrams = smallerMilligrams;
  }

  /** The larger unit, in which a simulated scale tells its weight. */
  String symbol() {
    return larger;
  }

  /** A weight in the larger unit with three places, right-aligned in so many characters. */
  String number(long weight, int width) {
    String text =
        BigDecimal.valueOf(weight)
            .divide(new BigDecimal(largerMilligrams), DECIMALS, RoundingMode.HALF_UP)
            .toPlainString();
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /**
   * What a scale tells with a number, as {@link #milligrams} reads it, and a sign beside it.
   *
   * @param negative a weight under zero is none; a zero may have either sign
   * @return empty if it is no such number
   */
  Optional<ScaleReading> reading(boolean negative, String number, String unit, boolean stable) {
    OptionalLong weight = milligrams(number, unit);
    if (weight.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        negative && weight.getAsLong() > 0
            ? new NotWeighed(Reason.UNDERLOAD)
            : new Weight(weight.getAsLong(), stable));
  }

  /**
   * Reads a number of digits with at most one point, blanks allowed in front.
   *
   * @return milligrams; empty if it is no such number, in another unit, or metric and finer than a
   *     milligram
   */
  OptionalLong milligrams(String number, String unit) {
    String digits = number.stripLeading();
    if (!(unit.equals(larger) || unit.equals(smaller))
        || !digits.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      return OptionalLong.empty();
    }
    String one = unit.equals(larger) ? largerMilligrams : smallerMilligrams;
    BigDecimal exact = new BigDecimal(digits).multiply(new BigDecimal(one));
    BigDecimal whole = exact.setScale(0, RoundingMode.HALF_UP);
    return this == METRIC && exact.compareTo(whole) != 0
        ? OptionalLong.empty()
        : OptionalLong.of(whole.longValueExact());
  }
}
