package org.facepay.terminal.sale.promotion;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All offers of a shop, and how they go together.
 *
 * @param off groups that do not count at present
 */
public record Offers(Policy policy, Set<String> off, List<Offer> offers) {
  /** A shop without any but the member prices of its goods. */
  public static final Offers NONE = new Offers(Policy.STACKING, Set.of(), List.of());

  /** Groups with offers of articles and of the basket; each doubles the work. */
  private static final int MOST_MIXED = 3;

  /** How offers of articles and offers of the basket go together. */
  public enum Policy {
    /** Those of the basket take off what is left after those of its articles. */
    STACKING,
    /** Either those of its articles, or one of the basket: what is better for the shopper. */
    BEST_DEAL
  }

  public Offers {
    off = Set.copyOf(off);
    offers = offers.stream().sorted(Comparator.comparing(Offer::id)).toList();
    Set<String> ids = new HashSet<>(Set.of(Offer.MEMBER_PRICE.id()));
    for (Offer offer : offers) {
      if (!ids.add(offer.id())) {
        throw new IllegalArgumentException("two offers with the id " + offer.id());
      }
    }
    Set<String> mixed = InForce.mixed(offers);
    if (mixed.size() > MOST_MIXED) {
      throw new IllegalArgumentException(
          "expected at most %d groups with offers of articles and of the basket, not %s"
              .formatted(MOST_MIXED, mixed));
    }
  }

  /**
   * Those that count for a shopper.
   *
   * @param at by the shop's clock
   * @param coupons that were shown
   * @param spent what they have taken off before
   */
  public InForce inForce(LocalDateTime at, Eligibility whose, Set<String> coupons, Spent spent) {
    return new InForce(this, at, whose, coupons, spent);
  }
}
