package org.facepay.terminal.sale.promotion;

import java.util.Map;

/** What offers have taken off before, by their ids. */
public record Spent(Map<String, Sums> sums) {
  public static final Spent NOTHING = new Spent(Map.of());

  public Spent {
    sums = Map.copyOf(sums);
  }

  /**
   * Minor units.
   *
   * @param total for everybody
   * @param member for this member
   */
  public record Sums(long total, long member) {
    static final Sums NONE = new Sums(0, 0);
  }

  Sums of(String offer) {
    return sums.getOrDefault(offer, Sums.NONE);
  }
}
