package org.facepay.terminal.lab.drive;

import java.time.Instant;
import java.util.Optional;
import org.facepay.terminal.payment.Payment;

/** Where one checkout lane stands. */
sealed interface BatchState {

  /** Between baskets. */
  record Idle() implements BatchState {}

  /** A basket that is being worked on. */
  sealed interface Open extends BatchState {
    Basket basket();
  }

  /**
   * One basket.
   *
   * @param id stamp of the event that opened it
   * @param number of the batch
   */
  record Basket(long id, int number, long amountMinor) {}

  /**
   * The customer is asked for a code.
   *
   * @param presentation from 0
   */
  record Presenting(Basket basket, int presentation) implements Open {}

  /** A charge is open. */
  record Charging(Basket basket, int presentation, Payment payment) implements Open {}

  /**
   * The charge was paid and is given back.
   *
   * @param attempt stamp of the request or wait under way
   * @param doubt when the last request was given up that may still be carried out
   */
  record Refunding(
      Basket basket,
      int presentation,
      Payment payment,
      long attempt,
      int tries,
      Optional<Instant> doubt)
      implements Open {
    Refunding again(long stamp, int asked, Optional<Instant> since) {
      return new Refunding(basket, presentation, payment, stamp, asked, since);
    }
  }
}
