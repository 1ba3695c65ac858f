package org.facepay.terminal.lab.offers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facepay.terminal.sale.promotion.Item;
import org.facepay.terminal.sale.promotion.Offer;
import org.facepay.terminal.sale.promotion.Offers.Policy;
import org.facepay.terminal.sale.promotion.Reward;
import org.facepay.terminal.sale.promotion.Rule;

/**
 * The least that a small basket can cost, by trying everything: every set of pieces for every
 * offer, and every set of offers of the basket. It shares no line with the engine it is held
 * against, and knows neither bounds nor kinds nor columns.
 */
public final class BruteForce {
  private final List<Item> pieces;
  private final List<Offer> ofItems;
  private final List<Offer> ofBasket;
  private final Map<String, Integer> times = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();

  /** The most that can be saved by offers of articles that use just these groups. */
  private final Map<Set<String>, Long> saved = new HashMap<>();

  private BruteForce(List<Item> pieces, List<Offer> offers) {
    this.pieces = pieces.stream().sorted().toList();
    List<Offer> counting = offers.stream().filter(this::counts).toList();
    this.ofItems = counting.stream().filter(o -> !(o.rule() instanceof Rule.Basket)).toList();
    this.ofBasket = counting.stream().filter(o -> o.rule() instanceof Rule.Basket).toList();
  }

  /**
   * The least to pay, minor units.
   *
   * @param pieces each by itself
   * @param offers that are in force and have taken nothing off before
   */
  public static long least(List<Item> pieces, List<Offer> offers, Policy policy) {
    BruteForce all = new BruteForce(pieces, offers);
    all.items((1 << pieces.size()) - 1, 0);
    long worth = pieces.stream().mapToLong(Item::price).sum();
    if (policy == Policy.BEST_DEAL) {
      long ofItems = all.saved.values().stream().mapToLong(Long::longValue).max().orElse(0);
      long least = worth - ofItems;
      for (Offer offer : all.ofBasket) {
        least = Math.min(least, left(List.of(offer), worth));
      }
      return least;
    }
    long least = worth;
    for (Map.Entry<Set<String>, Long> way : all.saved.entrySet()) {
      least = Math.min(least, all.basket(way.getKey(), worth - way.getValue()));
    }
    return least;
  }

  private boolean counts(Offer offer) {
    long worth =
        pieces.stream()
            .filter(p -> offer.terms().spend().of().has(p.code()))
            .mapToLong(Item::price)
            .sum();
    return worth >= offer.terms().spend().from();
  }

  private void items(int left, long sum) {
    saved.merge(new HashSet<>(groups.keySet()), sum, Math::max);
    if (left == 0) {
      return;
    }
    int first = Integer.lowestOneBit(left);
    items(left ^ first, sum);
    int others = left ^ first;
    for (Offer offer : ofItems) {
      for (int more = others; ; more = (more - 1) & others) {
        use(offer, first | more, left, sum);
        if (more == 0) {
          break;
        }
      }
    }
  }

  private void use(Offer offer, int set, int left, long sum) {
    long off = off(offer, set);
    String group = offer.terms().group();
    String owner = groups.getOrDefault(group, offer.id());
    int used = times.getOrDefault(offer.id(), 0);
    long before = taken.getOrDefault(offer.id(), 0L);
    boolean often = offer.cap().times() > 0 && used == offer.cap().times();
    if (off <= 0 || often || (!group.isEmpty() && !owner.equals(offer.id()))) {
      return;
    }
    long most = Long.MAX_VALUE;
    for (long cap : new long[] {offer.cap().basket(), offer.cap().member(), offer.cap().total()}) {
      most = cap == 0 ? most : Math.min(most, cap);
    }
    long granted = Math.min(off, most - before);
    boolean newGroup = !group.isEmpty() && !groups.containsKey(group);
    if (newGroup) {
      groups.put(group, offer.id());
    }
    times.put(offer.id(), used + 1);
    taken.put(offer.id(), before + granted);
    items(left & ~set, sum + granted);
    times.put(offer.id(), used);
    taken.put(offer.id(), before);
    if (newGroup) {
      groups.remove(group);
    }
  }

  /** What an offer takes off just these pieces together; 0 when they are none of its bundles. */
  private long off(Offer offer, int set) {
    List<Item> chosen = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (((set >> i) & 1) == 1) {
        chosen.add(pieces.get(i));
      }
    }
    long off =
        switch (offer.rule()) {
          case Rule.Each each -> chosen.size() == 1 ? Tried.each(each, chosen.getFirst()) : 0;
          case Rule.Together(List<Rule.Part> parts, Reward reward) ->
              Tried.isMadeOf(parts, 0, chosen) ? Tried.reward(reward, Tried.sum(chosen)) : 0;
          case Rule.BuyGet both -> Tried.buyGet(both, chosen);
          case Rule.Basket _ -> 0;
        };
    return offer.cap().line() == 0 ? off : Tried.capped(off, chosen, offer.cap().line());
  }

  private long basket(Set<String> groupsGone, long worth) {
    long least = worth;
    for (int set = 0; set < 1 << ofBasket.size(); set++) {
      List<Offer> some = new ArrayList<>();
      Set<String> gone = new HashSet<>(groupsGone);
      boolean allowed = true;
      for (int i = 0; i < ofBasket.size(); i++) {
        if (((set >> i) & 1) == 1) {
          String group = ofBasket.get(i).terms().group();
          allowed &= group.isEmpty() || gone.add(group);
          some.add(ofBasket.get(i));
        }
      }
      least = allowed ? Math.min(least, left(some, worth)) : least;
    }
    return least;
  }

  /** Shares first, the greatest first; then amounts. */
  private static long left(List<Offer> some, long worth) {
    List<Offer> order = new ArrayList<>(some);
    order.sort(Comparator.comparing(Offer::id));
    order.sort(
        Comparator.comparingInt(
            o -> o.rule().reward() instanceof Reward.Percent(int points) ? -points : 0));
    long left = worth;
    for (Offer offer : order) {
      long off = Tried.reward(offer.rule().reward(), left);
      for (long cap :
          new long[] {offer.cap().basket(), offer.cap().member(), offer.cap().total()}) {
        off = cap == 0 ? off : Math.min(off, cap);
      }
      left -= Math.min(off, left);
    }
    return left;
  }
}
