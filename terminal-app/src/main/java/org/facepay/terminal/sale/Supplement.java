package org.facepay.terminal.sale;

import java.util.Optional;

/**
 * The two or five digits beside an EAN-13, UPC-A or UPC-E, which say which issue of a periodical or
 * what a book should cost (GS1 General Specifications, add-on symbols). A scanner sends them behind
 * the main code at once, as a code of their own behind an AIM identifier, or after a blank.
 *
 * @param code the main code
 * @param digits two or five
 */
record Supplement(String code, String digits) {

  /** Whether the scanner says that there is one: AIM's mark for both (ISO/IEC 15424). */
  static boolean announced(String aim) {
    return aim.equals("]E3");
  }

  /** Takes them apart; empty when it cannot be a code with a supplement. */
  static Optional<Supplement> of(String data, String aim) {
    boolean retail = aim.isEmpty() || aim.startsWith("]E");
    boolean both = data.matches("([0-9]{8}|[0-9]{12,13})( |\\]E[12]|)([0-9]{2}|[0-9]{5})");
    boolean looksWhole = data.matches("[0-9]{13}") && !announced(aim);
    if (!retail || !both || looksWhole) {
      return Optional.empty();
    }
    String digits = data.replaceFirst(" |\\]E[12]", "");
    int main =
        switch (digits.length()) {
          case 10, 13 -> 8; // UPC-E
          case 14, 17 -> 12;
          default -> 13;
        };
    return Optional.of(new Supplement(digits.substring(0, main), digits.substring(main)));
  }
}
