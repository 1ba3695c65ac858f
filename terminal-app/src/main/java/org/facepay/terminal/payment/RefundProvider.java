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

  /**
   * Asks what has become of a refund that was taken in. A provider that settles at once is asked
   * for the same refund again, which moves no money.
   */
  default Refund queryRefund(Order order, Money amount, String requestNo) {
    return refund(order, amount, requestNo);
  }

  /** What is known after asking for a refund once. */
  sealed interface Refund {
    /** The money has gone back. */
    record Accepted() implements Refund {}

    /** Taken in, and not there yet; what becomes of it is to be asked. */
    record Processing() implements Refund {}

    /**
     * Taken in, but the money does not reach the shopper, e.g. because the card was closed: a
     * person has to finish it on the provider's platform, under this very number.
     */
    record Abnormal(String code) implements Refund {}

    /** The provider named a business reason; the money stays where it is. */
    record Refused(String code) implements Refund {

      /**
       * What a refusal comes to that named no request, and so may be that of any, or of one that
       * was carried out before: it counts once the refund's own state bears it out.
       *
       * @param known what is known after asking about the refund
       */
      public Refund confirmedBy(Refund known) {
        return switch (known) {
          case Accepted _, Processing _, Abnormal _ -> known;
          case Refused _ -> this;
          case NotSent _, Unknown _ ->
              new Unknown("refused with " + code + ", which is not confirmed");
        };
      }
    }

    /** No connection could be made: this request never left. One before it may have. */
    record NotSent(String why) implements Refund {}

    /** Ask again with the same number. */
    record Unknown(String why) implements Refund {}
  }
}
