package org.facepay.terminal.session.visit;

import java.time.Instant;
import java.util.List;

/**
 * What somebody owes from a visit that could not be charged.
 *
 * @param order number of the sale
 * @param minor what is owed, minor units
 * @param goods of the sale
 * @param why it was not paid, once that is known
 */
public record Debt(String order, long minor, Instant since, List<Piece> goods, Why why) {
  public Debt {
    goods = List.copyOf(goods);
  }

  /** Why it was not paid. */
  public enum Why {
    BALANCE_TOO_LOW,
    REFUSED,
    HOLD_EXPIRED
  }
}
