package org.facepay.terminal.sale;

/**
 * How a country or a chain lays out its own codes of the GS1 prefixes 02 and 2. The layout is
 * written as one character a digit: digits stand for themselves, I item reference, P price, W
 * weight, V verifier of the value behind it, C the check digit. 13 digits are an EAN-13, such as
 * {@code 21IIIIIPPPPPC}; labels with price and weight are longer, such as {@code
 * 26IIIIIPPPPPWWWWWC}. The list of goods names an article by prefix and item reference together.
 *
 * @param layout 13 characters, or 15 to 24
 * @param unit what one step of the embedded value is worth: minor units for a price, grams for a
 *     weight; of both, the price, because that is what is paid then
 */
public record InStoreRule(String layout, int unit) {
  private static final String LAYOUT =
      "(?=.{13}$|.{15,24}$)(02I+|2[0-9]?I+)(V?P{1,9}W{0,6}|V?W{1,6}P{0,9})C";

  /** What the list of goods may name an article by. */
  private static final int SHORTEST_ITEM = 3;

  private static final int LONGEST_ITEM = 13;

  public InStoreRule {
    if (!layout.matches(LAYOUT) || !listable(layout) || !verifiable(layout)) {
      throw new IllegalArgumentException(
          "in-store layout "
              + layout
              + "; expected 13 characters such as 21IIIIIPPPPPC or 22IIIIIWWWWWC, or 15 to 24 such"
              + " as 26IIIIIPPPPPWWWWWC; a verifier V stands before 4 or 5 digits");
    }
    if (unit < 1 || unit > 1_000) {
      throw new IllegalArgumentException("in-store unit " + unit + "; expected 1 to 1000");
    }
  }

  private static boolean listable(String layout) {
    int item = layout.lastIndexOf('I') + 1;
    return item >= SHORTEST_ITEM && item <= LONGEST_ITEM;
  }

  private static boolean verifiable(String layout) {
    int verifier = layout.indexOf('V');
    return verifier < 0 || part(layout, layout, layout.charAt(verifier + 1)).matches(".{4,5}");
  }

  /** Whether a code is laid out so: as many digits, with this prefix and their check digit. */
  boolean claims(String digits) {
    return digits.length() == layout.length()
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && digits.startsWith(prefix())
        && Barcode.checks(digits);
  }

  /** Whether a number is one by which its labels name an article: prefix and item reference. */
  boolean names(String number) {
    return number.length() == layout.lastIndexOf('I') + 1 && number.startsWith(prefix());
  }

  /** Whether a label says a price, which is right for pieces too. */
  boolean isPriced() {
    return layout.indexOf('P') >= 0;
  }

  private String prefix() {
    return layout.substring(0, layout.indexOf('I'));
  }

  /** Whether another rule of the same length takes every code that this one would. */
  public boolean isHiddenBy(InStoreRule earlier) {
    return earlier.layout.length() == layout.length() && prefix().startsWith(earlier.prefix());
  }

  /** Whether its prefix has two digits, and so leaves most codes that begin with 2 to others. */
  boolean isNarrow() {
    return layout.indexOf('I') > 1;
  }

  /** Prefix and item reference of digits that it claims. */
  String item(String digits) {
    return digits.substring(0, layout.lastIndexOf('I') + 1);
  }

  /**
   * Reads digits that it claims. Of a label with both, the price is what the scale worked out; when
   * the scale says that it weighed nothing, that price is none either.
   */
  Barcode read(String digits) {
    int verifier = layout.indexOf('V');
    if (verifier >= 0
        && digits.charAt(verifier) - '0'
            != verifierOf(part(layout, digits, layout.charAt(verifier + 1)))) {
      return new Barcode.Unreadable("verifier digit");
    }
    String item = item(digits);
    String price = part(layout, digits, 'P');
    String weight = part(layout, digits, 'W');
    if (price.isEmpty()) {
      return new Barcode.WeighedInStore(item, Long.parseLong(weight) * unit);
    }
    boolean weighed = weight.isEmpty() || Long.parseLong(weight) > 0;
    return new Barcode.PricedInStore(item, weighed ? Long.parseLong(price) * unit : 0);
  }

  private static String part(String layout, String digits, char letter) {
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
