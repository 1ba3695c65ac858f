package org.facepay.terminal.checkout;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.StaffScreen.Job;
import org.facepay.terminal.language.Phrase;

/** Why staff do what has no reason of its own. */
enum Reason {
  WRONG_SCAN,
  NOT_WANTED,
  DAMAGED,
  NEAR_DATE,
  SHELF_PRICE,
  GOODWILL,
  NOT_PRINTED,
  COPY_WANTED,
  CLEANING,
  OUT_OF_ORDER,
  NOBODY_THERE;

  /** Those that may be given for a job; none where the job says itself why it is done. */
  static List<Reason> of(Job job) {
    return switch (job) {
      case VOID -> List.of(WRONG_SCAN, NOT_WANTED, DAMAGED);
      case DISCOUNT -> List.of(DAMAGED, NEAR_DATE, SHELF_PRICE, GOODWILL);
      case REPRINT -> List.of(NOT_PRINTED, COPY_WANTED);
      case PAUSE -> List.of(CLEANING, OUT_OF_ORDER, NOBODY_THERE);
      case AGE, WEIGHT, CASH, SUSPEND, DAY_END, PHONE -> List.of();
    };
  }

  /** The one of them that was chosen. */
  static Optional<Reason> chosen(Job job, String option) {
    return of(job).stream().filter(reason -> reason.name().equals(option)).findFirst();
  }

  Phrase phrase() {
    return switch (this) {
      case WRONG_SCAN -> CheckoutWords.WRONG_SCAN;
      case NOT_WANTED -> CheckoutWords.NOT_WANTED;
      case DAMAGED -> CheckoutWords.DAMAGED;
      case NEAR_DATE -> CheckoutWords.NEAR_DATE;
      case SHELF_PRICE -> CheckoutWords.SHELF_PRICE;
      case GOODWILL -> CheckoutWords.GOODWILL;
      case NOT_PRINTED -> CheckoutWords.NOT_PRINTED;
      case COPY_WANTED -> CheckoutWords.COPY_WANTED;
      case CLEANING -> CheckoutWords.CLEANING;
      case OUT_OF_ORDER -> CheckoutWords.OUT_OF_ORDER;
      case NOBODY_THERE -> CheckoutWords.NOBODY_THERE;
    };
  }
}
