package org.facepay.terminal.sale.promotion;

/**
 * How much an offer may cost the shop; 0 is without limit. Amounts are minor units.
 *
 * @param times it is used in a basket
 * @param line what it takes off one piece, or one weighed article
 * @param basket what it takes off one basket
 * @param member what it takes off for one member
 * @param total what it takes off in all
 */
public record Cap(int times, long line, long basket, long member, long total) {
  public static final Cap NONE = new Cap(0, 0, 0, 0, 0);

  public Cap {
    if (times < 0 || line < 0 || basket < 0 || member < 0 || total < 0) {
      throw new IllegalArgumentException("a cap is not below 0");
    }
  }

  public static Cap times(int times) {
    return new Cap(times, 0, 0, 0, 0);
  }

  public static Cap basket(long minor) {
    return new Cap(0, 0, minor, 0, 0);
  }

  /** What is left of it in a basket, once so much has been taken off for others. */
  long left(Spent.Sums spent) {
    return Math.min(
        basket == 0 ? Long.MAX_VALUE : basket,
        Math.min(left(member, spent.member()), left(total, spent.total())));
  }

  private static long left(long most, long gone) {
    return most == 0 ? Long.MAX_VALUE : Math.max(0, most - gone);
  }
}
