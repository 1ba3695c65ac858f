package org.facepay.terminal.checkout;

import java.time.Instant;
import java.util.Optional;
import org.facepay.kiosk.screen.StaffScreen.Done;
import org.facepay.kiosk.screen.StaffScreen.Job;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.KeptBasket;
import org.facepay.terminal.session.PhoneLink;

/** What a member of staff does at a self-checkout, behind the badge. */
public sealed interface Task {

  /**
   * Choosing what to do.
   *
   * @param done what was done last
   * @param job stamp of the print job under way, 0 for none
   * @param voided the line that was taken out last, while one touch puts it back
   */
  record Menu(Done done, long job, Optional<Basket.Line> voided) implements Task {
    static final Menu FRESH = new Menu(Done.NOTHING, 0);

    Menu(Done done, long job) {
      this(done, job, Optional.empty());
    }
  }

  /**
   * The basket is kept, and its code is shown and printed.
   *
   * @param total what it came to, minor units
   * @param job stamp of the print job under way, 0 for none
   */
  record Suspended(KeptBasket basket, Instant until, long total, Done done, long job)
      implements Task {}

  /**
   * A phone is paired by the code that is shown.
   *
   * @param attempt stamp of the request for it
   * @param link empty while it is asked for
   */
  record Phone(long attempt, Optional<PhoneLink> link) implements Task {}

  /** Why something is done that is about no line. */
  record Why(Job job) implements Task {}

  /** Is the shopper old enough for what is in the basket? */
  record Ages() implements Task {}

  /**
   * A line is taken out.
   *
   * @param line its number, 0 before one is chosen
   */
  record Voiding(int line) implements Task {}

  /**
   * Something is taken off a line.
   *
   * @param line its number, 0 before one is chosen
   * @param percent 0 before it is chosen
   */
  record Discounting(int line, int percent) implements Task {}

  /**
   * Cash is taken for the basket.
   *
   * @param typed what was received, as typed so far
   */
  record Cash(String typed) implements Task {}
}
