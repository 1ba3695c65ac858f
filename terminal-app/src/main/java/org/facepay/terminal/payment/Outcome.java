package org.facepay.terminal.payment;

/** What is known after asking a provider once. */
public sealed interface Outcome {

  /** The money has moved. */
  record Approved(String tradeNo) implements Outcome {}

  /**
   * The provider named a business reason and no money has moved. To a question about an order it
   * means that the order has ended so and cannot be paid any more.
   */
  record Declined(DeclineReason reason, String code) implements Outcome {

    /**
     * What a refusal comes to that named no order, and so may be that of any: it counts once the
     * order's own state bears it out.
     *
     * @param known what is known after asking about the order
     */
    public Outcome confirmedBy(Outcome known) {
      return switch (known) {
        case NotFound _, Reversed _ -> this;
        case Approved _, Pending _ -> known;
        case Declined _, NotSent _, Unknown _, Shown _ ->
            new Unknown("refused with " + code + ", which is not confirmed");
      };
    }
  }

  /**
   * The shopper has to confirm on the phone; or, for a cancellation, the provider asks to repeat
   * it.
   */
  record Pending() implements Outcome {}

  /**
   * The code of a {@link ShownCode} is ready and the wallet waits for somebody to scan it.
   *
   * @param code what the QR code holds
   */
  record Shown(String code) implements Outcome {}

  /**
   * Time-out, 5xx, a bad or missing signature, an answer for another order: money may or may not
   * have moved.
   */
  record Unknown(String why) implements Outcome {}

  /** The provider knows no such order. Proves nothing while a request may still be on its way. */
  record NotFound() implements Outcome {}

  /** The order is closed and no money stays taken. */
  record Reversed() implements Outcome {}

  /** No connection could be made: the request never left. */
  record NotSent(String why) implements Outcome {}
}
