package org.facepay.terminal.payment;

import org.facepay.terminal.sale.Money;

/** A provider that gives money back. */
public interface RefundProvider {

  /**
   * Gives an amount of a paid order back. May be repeated with the same request number: the money
   * moves once.
   *
   * @param amount above zero, at most what was paid less what has gone back already; the provider
   *     refuses more
   * @param requestNo at most 64 of A-Z a-z 0-9 and the underscore, one for each refund
   */
  Refund refund(Order order, Money amount, String requestNo);

  /** What is known after asking for a refund once. */
  sealed interface Refund {
    /** The money goes back. */
    record Accepted() implements Refund {}

    /** The provider named a business reason; the money stays where it is. */
    record Refused(String code) implements Refund {}

    /** No connection could be made: this request never left. One before it may have. */
    record NotSent(String why) implements Refund {}

    /** Ask again with the same number. */
    record Unknown(String why) implements Refund {}
  }
}
