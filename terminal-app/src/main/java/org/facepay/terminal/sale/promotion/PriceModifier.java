package org.facepay.terminal.sale.promotion;

import java.util.Optional;
import org.facepay.terminal.language.Name;

/**
 * What was taken off a line, and why (ARTS: retail price modifier).
 *
 * @param offer which one, where it is one of the shop's
 * @param minor units of the basket's currency, above zero
 */
public record PriceModifier(Reason reason, Optional<Named> offer, long minor) {
  public PriceModifier {
    if (minor <= 0) {
      throw new IllegalArgumentException(reason + " takes off " + minor);
    }
  }

  /** Without a name of its own. */
  public PriceModifier(Reason reason, long minor) {
    this(reason, Optional.empty(), minor);
  }

  /** By an offer. */
  static PriceModifier of(Offer offer, long minor) {
    return offer.equals(Offer.MEMBER_PRICE)
        ? new PriceModifier(Reason.MEMBER_PRICE, minor)
        : new PriceModifier(Reason.OFFER, Optional.of(new Named(offer.id(), offer.name())), minor);
  }

  /** An offer, as records and people call it. */
  public record Named(String id, Name name) {}

  /** Why a line costs less than its regular price. */
  public enum Reason {
    /** The article is reduced for everybody. */
    REDUCED_PRICE,
    /** The shopper is a member. */
    MEMBER_PRICE,
    /** An offer of the shop. */
    OFFER,
    /** Staff took it off, for a reason that stands in what they did. */
    STAFF_DISCOUNT
  }
}
