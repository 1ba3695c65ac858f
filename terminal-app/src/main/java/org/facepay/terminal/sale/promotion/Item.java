package org.facepay.terminal.sale.promotion;

import java.util.Comparator;

/**
 * One piece, one pack or one weighed article, as offers see it; those that are equal are the same
 * to them.
 *
 * @param price minor units, before any offer
 * @param memberPrice minor units
 * @param grams of what is sold by weight, 0 of pieces, {@link #PACKED} of a label with a price
 * @param days it may be kept, or {@link #UNDATED}
 */
public record Item(String code, long price, long memberPrice, int grams, int days)
    implements Comparable<Item> {
  public static final int UNDATED = Integer.MAX_VALUE;

  /** Nobody has said what it weighs, or how many they are. */
  public static final int PACKED = -1;

  private static final Comparator<Item> ORDER =
      Comparator.comparingLong(Item::price)
          .reversed()
          .thenComparing(Item::code)
          .thenComparingLong(Item::memberPrice)
          .thenComparingInt(Item::grams)
          .thenComparingInt(Item::days);

  public Item {
    if (memberPrice < 0 || price < memberPrice) {
      throw new IllegalArgumentException(
          code + ": expected price " + price + " >= member price " + memberPrice + " >= 0");
    }
  }

  /** The dearest first; whatever is not equal is in the same order everywhere. */
  @Override
  public int compareTo(Item other) {
    return ORDER.compare(this, other);
  }

  public boolean isPiece() {
    return grams == 0;
  }

  /** Whether an offer for each is for this one. */
  boolean fits(Rule.Each each) {
    boolean heavy = each.grams() == 0 || grams >= each.grams();
    return heavy && (each.days() == Rule.ANY_DATE || days <= each.days());
  }

  /**
   * So many of them in a line of the basket.
   *
   * @param line its number
   */
  public record Count(int line, Item item, int count) {}
}
