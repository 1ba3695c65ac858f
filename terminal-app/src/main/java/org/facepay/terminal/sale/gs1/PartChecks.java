package org.facepay.terminal.sale.gs1;

import java.util.Optional;

/** The checks of values that a checkout depends on: characters, check digits, dates. */
final class PartChecks {
  private static final String SET_82 = "!\"%&'()*+,-./:;<=>?_";
  private static final String SET_39 = "#-/";
  private static final String BASE_64 = "-_=";

  private PartChecks() {}

  static Optional<String> fault(ApplicationIdentifier.Part part, String piece) {
    for (int i = 0; i < piece.length(); i++) {
      if (!allowed(part.type(), piece.charAt(i))) {
        return Optional.of("holds a character that it must not");
      }
    }
    for (String check : part.checks()) {
      Optional<String> fault = fault(check, piece);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static boolean allowed(char type, char c) {
    boolean digit = c >= '0' && c <= '9';
    boolean upper = c >= 'A' && c <= 'Z';
    boolean lower = c >= 'a' && c <= 'z';
    return switch (type) {
      case 'N' -> digit;
      case 'X' -> digit || upper || lower || SET_82.indexOf(c) >= 0;
      case 'Y' -> digit || upper || SET_39.indexOf(c) >= 0;
      default -> digit || upper || lower || BASE_64.indexOf(c) >= 0;
    };
  }

  private static Optional<String> fault(String check, String piece) {
    boolean good =
        switch (check) {
          case "csum" -> checkDigit(piece);
          case "yymmdd" -> date(piece, 1);
          case "yymmd0" -> date(piece, 0);
          case "hhmi" -> below(piece, 0, 24) && below(piece, 2, 60);
          case "yesno" -> piece.equals("0") || piece.equals("1");
          case "zero" -> piece.equals("0");
          default -> true;
        };
    return good ? Optional.empty() : Optional.of("fails its check (" + check + ")");
  }

  /** Modulo 10, weights 3 and 1 from the right, over all digits. */
  static boolean checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int weight = (digits.length() - i) % 2 == 0 ? 3 : 1;
      sum += weight * (digits.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }

  private static boolean date(String yymmdd, int firstDay) {
    int month = Integer.parseInt(yymmdd.substring(2, 4));
    int day = Integer.parseInt(yymmdd.substring(4, 6));
    // In doubt about the century, 29 February of year 00 is let through.
    int year = 2000 + Integer.parseInt(yymmdd.substring(0, 2));
    return month >= 1 && month <= 12 && day >= firstDay && day <= Gs1Date.daysOf(year, month);
  }

  private static boolean below(String piece, int at, int bound) {
    return Integer.parseInt(piece.substring(at, at + 2)) < bound;
  }
}
