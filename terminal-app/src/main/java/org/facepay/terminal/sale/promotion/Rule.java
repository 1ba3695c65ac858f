package org.facepay.terminal.sale.promotion;

import java.util.List;

/** What has to be in the basket, and what of it is reduced (ARTS: price derivation rule). */
public sealed interface Rule {
  /** Whatever date is on it, or none. */
  int ANY_DATE = -1;

  /** The most pieces that go together; more is a mistake. */
  int MOST_TOGETHER = 20;

  /**
   * So many pieces of these articles. Goods sold by weight are never part of a bundle: nobody has
   * said how many they are.
   */
  record Part(Selection of, int count) {
    public Part {
      if (count < 1 || count > MOST_TOGETHER) {
        throw new IllegalArgumentException(count + " pieces; expected 1 to " + MOST_TOGETHER);
      }
    }
  }

  /**
   * Each piece, pack or weighed article by itself: a reduction, the member price, a markdown of
   * what is about to expire.
   *
   * @param grams of goods sold by weight, the least; 0 for whatever it weighs
   * @param days it may be kept at most (GS1: best before or use by), or {@link #ANY_DATE}
   */
  record Each(Selection of, int grams, int days, Reward reward) implements Rule {
    public Each {
      if (grams < 0 || days < ANY_DATE) {
        throw new IllegalArgumentException(grams + " g, " + days + " days");
      }
    }

    /** Whatever it weighs and whatever date is on it. */
    public Each(Selection of, Reward reward) {
      this(of, 0, ANY_DATE, reward);
    }
  }

  /** All of it together: n for a price, mix and match. */
  record Together(List<Part> parts, Reward reward) implements Rule {
    public Together {
      parts = List.copyOf(parts);
      int pieces = parts.stream().mapToInt(Part::count).sum();
      if (pieces < 1 || pieces > MOST_TOGETHER) {
        throw new IllegalArgumentException(pieces + " pieces together; expected 1 to 20");
      }
      ofBundle(reward);
    }
  }

  /**
   * Whoever buys the one gets the other reduced. Of one and the same selection the cheapest pieces
   * are the reduced ones.
   */
  record BuyGet(Part buy, Part get, Reward reward) implements Rule {
    public BuyGet {
      if (buy.count() + get.count() > MOST_TOGETHER) {
        throw new IllegalArgumentException("more than " + MOST_TOGETHER + " pieces together");
      }
      ofBundle(reward);
    }

    /** Whether both are of the same articles. */
    boolean ofTheSame() {
      return buy.of().equals(get.of());
    }
  }

  /** The whole basket, as it stands after the offers of its articles. */
  record Basket(Reward reward) implements Rule {
    public Basket {
      if (reward instanceof Reward.MemberPrice || reward instanceof Reward.Price) {
        throw new IllegalArgumentException("a basket is reduced by a share or an amount");
      }
    }
  }

  Reward reward();

  private static void ofBundle(Reward reward) {
    if (reward instanceof Reward.MemberPrice) {
      throw new IllegalArgumentException("a member price is of each piece, not of a bundle");
    }
  }

  /** What has to be there, for those that are of pieces. */
  default List<Part> parts() {
    return switch (this) {
      case Each each -> List.of(new Part(each.of(), 1));
      case Together(List<Part> parts, Reward _) -> parts;
      case BuyGet both when both.ofTheSame() ->
          List.of(new Part(both.buy().of(), both.buy().count() + both.get().count()));
      case BuyGet(Part buy, Part get, Reward _) -> List.of(buy, get);
      case Basket _ -> List.of();
    };
  }
}
