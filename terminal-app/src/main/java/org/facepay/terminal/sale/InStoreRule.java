package org.facepay.terminal.sale;

/**
 * How a country or a chain lays out its own codes of the GS1 prefixes 02 and 20 to 29. The layout
 * is written as 13 letters: digits stand for themselves, I item reference, P price, W weight, V
 * verifier of the price or weight, C the check digit. Example: {@code 21IIIIIPPPPPC}.
 *
 * @param layout 13 characters
 * @param unit what one step of the embedded value is worth: minor units for a price, grams for a
 *     weight
 */
public record InStoreRule(String layout, int unit) {

  public InStoreRule {
    boolean known = layout.matches("(02|2[0-9])I+(V?)(P+|W+)C") && layout.length() == 13;
    if (!known) {
      throw new IllegalArgumentException(
          "in-store layout "
              + layout
              + "; expected 13 characters such as 21IIIIIPPPPPC or 22IIIIIWWWWWC");
    }
    if (unit < 1 || unit > 1_000) {
      throw new IllegalArgumentException("in-store unit " + unit + "; expected 1 to 1000");
    }
  }

  boolean matches(String digits) {
    return digits.startsWith(layout.substring(0, 2));
  }

  /** Reads 13 digits whose prefix matches and whose check digit holds. */
  Barcode read(String digits) {
    String value = part(digits, 'P') + part(digits, 'W');
    String verifier = part(digits, 'V');
    if (!verifier.isEmpty() && verifier.charAt(0) - '0' != verifierOf(value)) {
      return new Barcode.Unreadable("verifier digit");
    }
    long amount = Long.parseLong(value) * unit;
    String item = layout.substring(0, 2) + part(digits, 'I');
    return layout.indexOf('P') >= 0
        ? new Barcode.PricedInStore(item, amount)
        : new Barcode.WeighedInStore(item, (int) amount);
  }

  private String part(String digits, char letter) {
    int first = layout.indexOf(letter);
    return first < 0 ? "" : digits.substring(first, layout.lastIndexOf(letter) + 1);
  }

  // Weighting tables of the price verifier, GS1 General Specifications section 7.9.2.
  private static final int[] TWO_MINUS = {0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
  private static final int[] THREE = {0, 3, 6, 9, 2, 5, 8, 1, 4, 7};
  private static final int[] FIVE_PLUS = {0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
  private static final int[] FIVE_MINUS = {0, 5, 9, 4, 8, 3, 7, 2, 6, 1};

  /**
   * The verifier digit of a four-digit (section 7.9.3) or five-digit (section 7.9.4) value; other
   * lengths have none (-1).
   */
  static int verifierOf(String value) {
    if (value.length() == 4) {
      int sum =
          TWO_MINUS[digit(value, 0)]
              + TWO_MINUS[digit(value, 1)]
              + THREE[digit(value, 2)]
              + FIVE_MINUS[digit(value, 3)];
      return sum * 3 % 10;
    }
    if (value.length() == 5) {
      int sum =
          FIVE_PLUS[digit(value, 0)]
              + TWO_MINUS[digit(value, 1)]
              + FIVE_MINUS[digit(value, 2)]
              + FIVE_PLUS[digit(value, 3)]
              + TWO_MINUS[digit(value, 4)];
      int missing = (10 - sum % 10) % 10;
      for (int d = 0; d < 10; d++) {
        if (FIVE_MINUS[d] == missing) {
          return d;
        }
      }
    }
    return -1;
  }

  private static int digit(String value, int i) {
    return value.charAt(i) - '0';
  }
}
