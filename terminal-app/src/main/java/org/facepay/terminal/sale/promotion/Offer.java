package org.facepay.terminal.sale.promotion;

import org.facepay.terminal.language.Name;

/**
 * An offer of the shop (ARTS: promotion).
 *
 * @param id letters, digits and hyphens; what records name it by
 * @param name as shoppers read it
 */
public record Offer(String id, Name name, Terms terms, Rule rule, Cap cap) {

  /** The member prices of the list of goods, as one offer among others. */
  public static final Offer MEMBER_PRICE =
      new Offer(
          "member-price",
          OfferWords.MEMBER_PRICE,
          Terms.ALWAYS.forMembers(),
          new Rule.Each(Selection.EVERYTHING, new Reward.MemberPrice()),
          Cap.NONE);

  public Offer {
    if (rule instanceof Rule.Basket && (cap.line() > 0 || cap.times() > 1)) {
      throw new IllegalArgumentException(
          id + " is of the basket: it has no lines and is used once");
    }
  }

  boolean isOfBasket() {
    return rule instanceof Rule.Basket;
  }
}
