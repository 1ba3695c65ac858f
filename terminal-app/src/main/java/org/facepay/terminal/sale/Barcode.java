package org.facepay.terminal.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a retail barcode says, before any catalogue is asked. EAN-13, EAN-8, UPC-A and UPC-E by the
 * GS1 General Specifications (section 7.9, check digits; section 5.2, UPC-E); in-store codes with
 * an embedded price or weight by {@link InStoreRule}.
 */
public sealed interface Barcode {

  /**
   * A trade item number. Eight digits can be an EAN-8 or a UPC-E; both readings are kept when both
   * check digits hold, the likelier first.
   */
  record TradeItem(List<String> candidates) implements Barcode {}

  /**
   * A code the shop made: goods by an item reference with the price of this pack; 0 when its scale
   * printed none.
   */
  record PricedInStore(String item, long priceMinor) implements Barcode {}

  /**
   * A code the shop made: goods by an item reference with the weight of this pack; 0 when its scale
   * printed none.
   */
  record WeighedInStore(String item, long grams) implements Barcode {}

  /** Not a retail barcode, or misread. */
  record Unreadable(String reason) implements Barcode {}

  /**
   * Reads the digits a scanner sent.
   *
   * @param aim the AIM symbology identifier, e.g. "]E0", or empty when the scanner sends none
   */
  static Barcode parse(String data, String aim, List<InStoreRule> rules) {
    if (data.isEmpty() || !data.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return new Unreadable("not a retail barcode");
    }
    Optional<InStoreRule> rule = rule(data, rules);
    if (rule.isPresent()) {
      return rule.get().read(whole(data));
    }
    return switch (data.length()) {
      case 14, 13, 12 -> thirteen(whole(data));
      case 8 -> eight(data, aim);
      case 7, 6 -> short7(data);
      default -> new Unreadable(data.length() + " digits are no retail barcode");
    };
  }

  /** The first of the shop's layouts that a code is laid out by. */
  static Optional<InStoreRule> rule(String data, List<InStoreRule> rules) {
    return rules.stream().filter(rule -> rule.claims(whole(data))).findFirst();
  }

  /** UPC-A, and the GTIN-14 of a single article, brought to 13 digits. */
  private static String whole(String digits) {
    return digits.length() == 12
        ? "0" + digits
        : digits.length() == 14 && digits.startsWith("0") ? digits.substring(1) : digits;
  }

  private static Barcode thirteen(String digits) {
    if (digits.length() != 13) {
      return new Unreadable("a case, not an article");
    }
    return checks(digits) ? new TradeItem(List.of(digits)) : new Unreadable("check digit");
  }

  private static Barcode eight(String digits, String aim) {
    List<String> candidates = new ArrayList<>();
    if (isUpcE(digits) && !aim.equals("]E4")) {
      candidates.add("0" + expandUpcE(digits));
    }
    if (checks(digits)) {
      candidates.add(digits);
    }
    return candidates.isEmpty()
        ? new Unreadable("check digit")
        : new TradeItem(List.copyOf(candidates));
  }

  /** Whether eight digits can be a UPC-E: number system 0 or 1, and the UPC-A's check digit. */
  static boolean isUpcE(String digits) {
    return digits.charAt(0) <= '1' && checks(expandUpcE(digits));
  }

  /**
   * UPC-E without its check digit, or without number system and check digit: some scanners strip
   * them.
   */
  private static Barcode short7(String digits) {
    String seven = digits.length() == 6 ? "0" + digits : digits;
    if (seven.charAt(0) > '1') {
      return new Unreadable("check digit");
    }
    String upcA = expandUpcE(seven + "0");
    String body = upcA.substring(0, 11);
    return new TradeItem(List.of("0" + body + checkDigit(body)));
  }

  /**
   * UPC-E (number system, six digits, check digit) to UPC-A, GS1 General Specifications figure
   * 5.2.2.4-1.
   */
  static String expandUpcE(String e) {
    String system = e.substring(0, 1);
    String d = e.substring(1, 7);
    String check = e.substring(7);
    char last = d.charAt(5);
    String body =
        switch (last) {
          case '0', '1', '2' -> d.substring(0, 2) + last + "0000" + d.substring(2, 5);
          case '3' -> d.substring(0, 3) + "00000" + d.substring(3, 5);
          case '4' -> d.substring(0, 4) + "00000" + d.charAt(4);
          default -> d.substring(0, 5) + "0000" + last;
        };
    return system + body + check;
  }

  /**
   * Whether a number stands for money off: a coupon (GS1 prefixes 98 and 99, and 05, UPC's number
   * system 5) or a refund receipt (980). GS1 General Specifications, section 1.4.
   *
   * @param number 13 or 14 digits; anything else is none
   */
  static boolean isCoupon(String number) {
    return whole(number).matches("(98|99|05)[0-9]{11}");
  }

  /** Whether the last digit is the GS1 check digit of the ones before it. */
  static boolean checks(String digits) {
    int last = digits.length() - 1;
    return digits.charAt(last) - '0' == checkDigit(digits.substring(0, last));
  }

  /** GS1 modulo 10: weights 3, 1, 3 … from the right (General Specifications section 7.9.1). */
  static int checkDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? 3 * digit : digit;
    }
    return (10 - sum % 10) % 10;
  }
}
