package org.facepay.terminal.checkout;

import java.util.List;
import org.facepay.terminal.language.Phrase;

/** Why staff take a line out, or something off it. */
enum Reason {
  WRONG_SCAN,
  NOT_WANTED,
  DAMAGED,
  NEAR_DATE,
  SHELF_PRICE,
  GOODWILL;

  /** Why a line is taken out. */
  static final List<Reason> OF_VOIDS = List.of(WRONG_SCAN, NOT_WANTED, DAMAGED);

  /** Why something is taken off. */
  static final List<Reason> OF_DISCOUNTS = List.of(DAMAGED, NEAR_DATE, SHELF_PRICE, GOODWILL);

  Phrase phrase() {
    return switch (this) {
      case WRONG_SCAN -> CheckoutWords.WRONG_SCAN;
      case NOT_WANTED -> CheckoutWords.NOT_WANTED;
      case DAMAGED -> CheckoutWords.DAMAGED;
      case NEAR_DATE -> CheckoutWords.NEAR_DATE;
      case SHELF_PRICE -> CheckoutWords.SHELF_PRICE;
      case GOODWILL -> CheckoutWords.GOODWILL;
    };
  }
}
