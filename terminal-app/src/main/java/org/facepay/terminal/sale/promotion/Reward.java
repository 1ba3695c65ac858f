package org.facepay.terminal.sale.promotion;

import org.facepay.terminal.sale.Rounding;

/** What an offer takes off (ARTS: reward). */
public sealed interface Reward {

  /**
   * What it takes off goods that cost so much together, never more than that and never less than
   * nothing: an offer that would make them dearer takes nothing off.
   *
   * @param price of all of them, minor units
   * @param memberPrice the same at the member price of each
   */
  default long off(long price, long memberPrice) {
    long off =
        switch (this) {
          case Percent(int basisPoints) -> Rounding.multiplyDivide(price, basisPoints, 10_000);
          case Amount(long minor) -> minor;
          case Price(long minor) -> price - minor;
          case MemberPrice _ -> price - memberPrice;
        };
    return Math.clamp(off, 0, Math.max(0, price));
  }

  /** So much of a hundred. */
  record Percent(int basisPoints) implements Reward {
    public Percent {
      if (basisPoints < 1 || basisPoints > 10_000) {
        throw new IllegalArgumentException(basisPoints + " basis points off; expected 1 to 10000");
      }
    }
  }

  /** So many minor units. */
  record Amount(long minor) implements Reward {
    public Amount {
      if (minor < 1) {
        throw new IllegalArgumentException("an offer takes off " + minor + "; expected above 0");
      }
    }
  }

  /** All of them cost so much, minor units. */
  record Price(long minor) implements Reward {
    public Price {
      if (minor < 0) {
        throw new IllegalArgumentException("a price of " + minor + "; expected 0 or more");
      }
    }
  }

  /** Each costs what the list of goods has as its member price. */
  record MemberPrice() implements Reward {}
}
