package org.facepay.terminal.payment;

/**
 * A wallet, bank or own balance that takes money. Calls block for at most the provider's own time
 * limits and never throw for anything the network or the other side does: that is an {@link
 * Outcome}. Every call may be repeated with the same order.
 */
public interface PaymentProvider {

  /** Short name for records, e.g. "alipay". */
  String name();

  /** Whether this provider can use it. */
  boolean accepts(Credential credential);

  /** Asks for the money, once. */
  Outcome authorise(Order order, Credential credential);

  /** Asks what has become of the order. A refusal of the question itself is no refusal of it. */
  Outcome query(Order order);

  /** Asks to close the order and give back whatever was taken. */
  Outcome cancel(Order order);

  /**
   * The shopper wants to give up while {@link #authorise} leads a dialogue, e.g. of a card
   * terminal; on another thread. What came of it is what {@code authorise} answers.
   */
  default void abort(Order order) {}
}
