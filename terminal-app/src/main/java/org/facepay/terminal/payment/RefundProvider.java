package org.facepay.terminal.payment;

/** A provider that gives money back. */
public interface RefundProvider {

  /**
   * Gives the whole amount of an order back. May be repeated with the same request number: the
   * money moves once.
   *
   * @param requestNo at most 64 of A-Z a-z 0-9 and the underscore, one for each refund
   */
  Refund refund(Order order, String requestNo);

  /** What is known after asking for a refund once. */
  sealed interface Refund {
    /** The money goes back. */
    record Accepted() implements Refund {}

    /** The provider named a business reason; the money stays where it is. */
    record Refused(String code) implements Refund {}

    /** Ask again with the same number. */
    record Unknown(String why) implements Refund {}
  }
}
