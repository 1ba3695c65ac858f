package org.facepay.terminal.sale.promotion;

import java.util.List;

/**
 * The best deal for a shopper.
 *
 * @param shares what is taken off the lines, by offers of articles first; none is zero
 * @param gap by how many minor units the shopper could be better off at most; 0 when it is proven
 *     that there is nothing better
 */
public record Deal(List<Share> shares, long gap) {
  public Deal {
    shares = List.copyOf(shares);
  }

  /**
   * Of one offer and one line of the basket.
   *
   * @param line its number
   * @param minor above zero
   */
  public record Share(int line, Offer offer, long minor) {}

  public long saved() {
    return shares.stream().mapToLong(Share::minor).sum();
  }
}
