package org.facepay.terminal.sale;

import java.util.List;
import java.util.Optional;
import org.facepay.terminal.language.Sentence;

/**
 * How a shop's articles are numbered: the one form in which the list of goods, the recalls, the bag
 * and a scan name an article, however each of them writes it. That is the GTIN-13 (GTIN-12, UPC-E
 * and a GTIN-14 that is padded with a zero brought to 13 digits, also when a spreadsheet has
 * dropped leading zeros), the GTIN-8 in its 8 digits, or a number of the shop's own as it is
 * written. GS1 General Specifications, sections 1.4 and 7.9.
 *
 * @param rules the shop's own layouts; what their labels name an article by is left alone
 * @param bag number of the carrier bag, which is touched, not scanned; or empty
 */
public record Numbering(List<InStoreRule> rules, String bag) {
  /** Padded GTIN-8; no company has a GTIN-13 that begins so. */
  private static final String EIGHT = "00000";

  /** Articles with a number of that length are looked up by picture. */
  private static final int PICTURED = 7;

  public Numbering {
    rules = List.copyOf(rules);
  }

  /**
   * @param digits any of the spellings
   * @return the one form; what is in no form is returned as it is
   */
  public String normal(String digits) {
    if (isOwn(digits)) {
      return digits;
    }
    return switch (digits.length()) {
      case 14 -> digits.startsWith("0") ? shortest(digits.substring(1)) : digits;
      case 13 -> shortest(digits);
      case 12 -> shortest("0" + digits);
      case 9, 10, 11 ->
          Barcode.checks(digits) ? shortest("0".repeat(13 - digits.length()) + digits) : digits;
      case 8 ->
          !Barcode.checks(digits) && Barcode.isUpcE(digits)
              ? shortest("0" + Barcode.expandUpcE(digits))
              : digits;
      default -> digits;
    };
  }

  /** Whether a number can be an article's: its check digit holds, or the shop made it. */
  public boolean isNumber(String digits) {
    String number = normal(digits);
    return number.length() < 8 || isOwn(number) || Barcode.checks(number);
  }

  /**
   * Why no shopper can bring an article to the till; empty when it can be scanned, or touched as
   * what is weighed, pictured, or the bag.
   */
  public Optional<Sentence> unreachable(Product product) {
    String code = product.code();
    boolean touched =
        product.unit() == Product.Unit.KILOGRAM
            || code.length() == PICTURED
            || code.equals(normal(bag));
    if (touched || rules.stream().anyMatch(r -> r.names(code) && r.isPriced())) {
      return Optional.empty();
    }
    if (isOwn(code)) {
      return Optional.of(Sentence.of(NumberingWords.WEIGHED_PIECE));
    }
    if (code.length() < 8) {
      return Optional.of(Sentence.of(NumberingWords.NO_LAYOUT, "checkout.in-store-codes"));
    }
    if (!Barcode.checks(code)) {
      return Optional.of(Sentence.of(NumberingWords.NO_CHECK));
    }
    return Barcode.rule(code, rules)
        .map(rule -> Sentence.of(NumberingWords.OTHER_LAYOUT, rule.layout(), rule.item(code)));
  }

  private boolean isOwn(String digits) {
    return rules.stream().anyMatch(rule -> rule.names(digits));
  }

  private static String shortest(String thirteen) {
    return thirteen.startsWith(EIGHT) && Barcode.checks(thirteen)
        ? thirteen.substring(EIGHT.length())
        : thirteen;
  }
}
