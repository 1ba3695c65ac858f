package org.facepay.terminal.sale.promotion;

import java.util.Arrays;

/**
 * One way to use an offer once: of which kinds it takes how many pieces, and what that takes off.
 *
 * @see Packing
 */
final class Column {
  /** Of an offer that may be used as often as there are goods. */
  static final int FREE = -1;

  final Offer offer;
  final int limit;
  final int[] kinds;
  final int[] uses;

  final long off;

  /** What each of these pieces would have taken off alone, in all. */
  final long alone;

  private final long[] capped;

  /**
   * @param limit index of the limit its offer has, or {@link #FREE}
   * @param kinds ascending
   * @param capped what each piece gets, where its offer has a cap of a line
   */
  Column(Offer offer, int limit, int[] kinds, int[] uses, long off, long alone, long... capped) {
    this.offer = offer;
    this.limit = limit;
    this.kinds = kinds;
    this.uses = uses;
    this.off = off;
    this.alone = alone;
    this.capped = capped;
  }

  /** What it saves beyond what its pieces would have saved alone. */
  long net() {
    return off - alone;
  }

  int size() {
    return Arrays.stream(uses).sum();
  }

  /**
   * What each piece gets of it, in the order of its kinds.
   *
   * @param granted what it takes off; less than it would where a cap is reached
   */
  long[] shares(long granted, Item[] items) {
    return Proration.split(granted, capped.length > 0 ? capped : prices(items, kinds, uses));
  }

  /** Of each piece, in the order of the kinds. */
  static long[] prices(Item[] items, int[] kinds, int[] uses) {
    long[] prices = new long[Arrays.stream(uses).sum()];
    int at = 0;
    for (int i = 0; i < kinds.length; i++) {
      Arrays.fill(prices, at, at + uses[i], items[kinds[i]].price());
      at += uses[i];
    }
    return prices;
  }
}
