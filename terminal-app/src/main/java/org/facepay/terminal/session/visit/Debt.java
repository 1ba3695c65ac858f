package org.facepay.terminal.session.visit;

import java.time.Instant;
import java.util.List;

/**
 * What somebody owes from a visit that could not be charged.
 *
 * @param order number of the sale
 * @param minor what is owed, minor units
 * @param sinceSecond when the door was closed, seconds since 1970
 * @param goods of the sale
 * @param why it was not paid, once that is known
 */
public record Debt(String order, long minor, long sinceSecond, List<Piece> goods, Why why) {
  public Debt {
    goods = List.copyOf(goods);
  }

  public Instant since() {
    return Instant.ofEpochSecond(sinceSecond);
  }

  /** Why it was not paid. */
  public enum Why {
    BALANCE_TOO_LOW,
    REFUSED,
    HOLD_EXPIRED
  }
}
