package org.facepay.terminal.lab.offers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facepay.terminal.sale.promotion.Item;
import org.facepay.terminal.sale.promotion.Reward;
import org.facepay.terminal.sale.promotion.Rule;

/** Whether some pieces are just what an offer asks for, and what it takes off them then. */
final class Tried {
  private Tried() {}

  static long each(Rule.Each each, Item item) {
    boolean fits =
        each.of().has(item.code())
            && (each.grams() == 0 || item.grams() >= each.grams())
            && (each.days() == Rule.ANY_DATE || item.days() <= each.days())
            && (item.isPiece() || !(each.reward() instanceof Reward.Price));
    if (!fits) {
      return 0;
    }
    return each.reward() instanceof Reward.MemberPrice
        ? item.price() - item.memberPrice()
        : reward(each.reward(), item.price());
  }

  static boolean isMadeOf(List<Rule.Part> parts, int part, List<Item> pieces) {
    if (part == parts.size()) {
      return pieces.isEmpty();
    }
    Rule.Part wanted = parts.get(part);
    for (List<Item> some : subsets(pieces, wanted)) {
      List<Item> rest = new ArrayList<>(pieces);
      some.forEach(rest::remove);
      if (isMadeOf(parts, part + 1, rest)) {
        return true;
      }
    }
    return false;
  }

  private static List<List<Item>> subsets(List<Item> pieces, Rule.Part wanted) {
    List<List<Item>> subsets = new ArrayList<>();
    for (int set = 0; set < 1 << pieces.size(); set++) {
      List<Item> some = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        if (((set >> i) & 1) == 1) {
          some.add(pieces.get(i));
        }
      }
      if (some.size() == wanted.count()
          && some.stream().allMatch(p -> p.isPiece() && wanted.of().has(p.code()))) {
        subsets.add(some);
      }
    }
    return subsets;
  }

  /** Of the same articles the cheapest are reduced; of others whichever is best. */
  static long buyGet(Rule.BuyGet rule, List<Item> chosen) {
    long best = 0;
    for (List<Item> got : subsets(chosen, rule.get())) {
      List<Item> bought = new ArrayList<>(chosen);
      got.forEach(bought::remove);
      boolean cheapest =
          bought.stream().noneMatch(b -> got.stream().anyMatch(g -> g.price() > b.price()));
      boolean same = rule.buy().of().equals(rule.get().of());
      if (isMadeOf(List.of(rule.buy()), 0, bought) && (cheapest || !same)) {
        best = Math.max(best, reward(rule.reward(), sum(got)));
      }
    }
    return best;
  }

  static long reward(Reward reward, long price) {
    return switch (reward) {
      case Reward.Percent(int points) -> (price * points + 5_000) / 10_000;
      case Reward.Amount(long minor) -> Math.min(minor, price);
      case Reward.Price(long minor) -> Math.max(0, price - minor);
      case Reward.MemberPrice _ -> 0;
    };
  }

  /** Shares in proportion to the prices by the largest remainder, none above the cap. */
  static long capped(long off, List<Item> chosen, long cap) {
    long price = sum(chosen);
    if (price == 0) {
      return 0;
    }
    List<Integer> order = new ArrayList<>();
    long given = 0;
    for (int i = 0; i < chosen.size(); i++) {
      order.add(i);
      given += off * chosen.get(i).price() / price;
    }
    order.sort(Comparator.comparingLong(i -> -(off * chosen.get(i).price() % price)));
    long sum = 0;
    for (int rank = 0; rank < order.size(); rank++) {
      long share = off * chosen.get(order.get(rank)).price() / price;
      sum += Math.min(cap, rank < off - given ? share + 1 : share);
    }
    return sum;
  }

  static long sum(List<Item> items) {
    return items.stream().mapToLong(Item::price).sum();
  }
}
