package org.facepay.terminal.sale.promotion;

/**
 * What was taken off a line, and why (ARTS: retail price modifier).
 *
 * @param minor units of the basket's currency, above zero
 */
public record PriceModifier(Reason reason, long minor) {
  public PriceModifier {
    if (minor <= 0) {
      throw new IllegalArgumentException(reason + " takes off " + minor);
    }
  }

  /** Why a line costs less than its regular price. */
  public enum Reason {
    /** The article is reduced for everybody. */
    REDUCED_PRICE,
    /** The shopper is a member. */
    MEMBER_PRICE,
    /** Staff took it off, for a reason that stands in what they did. */
    STAFF_DISCOUNT
  }
}
