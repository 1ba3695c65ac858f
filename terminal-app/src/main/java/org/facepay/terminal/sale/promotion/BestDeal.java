package org.facepay.terminal.sale.promotion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.facepay.terminal.sale.promotion.BasketOffers.Chosen;
import org.facepay.terminal.sale.promotion.BasketOffers.Use;

/**
 * Finds the best deal: what leaves the shopper least to pay, by the shop's own rules. It depends on
 * what is in the basket alone, not on the order or the lines it was scanned in.
 */
public final class BestDeal {
  private final InForce offers;
  private final List<Item.Count> basket;
  private final Budget budget;
  private final Item[] items;
  private final int[] counts;
  private final long worth;
  private final Map<Selection, Long> worths = new HashMap<>();

  /**
   * @param items what was chosen of the offers of articles
   * @param chosen and of the basket
   * @param bound what nothing can be below
   */
  private record Choice(ItemDeal items, Chosen chosen, long bound) {}

  private BestDeal(List<Item.Count> basket, InForce offers, int steps) {
    this.offers = offers;
    this.basket = basket;
    this.budget = new Budget(steps);
    TreeMap<Item, Integer> kinds = new TreeMap<>();
    basket.forEach(count -> kinds.merge(count.item(), count.count(), Math::addExact));
    this.items = kinds.keySet().toArray(Item[]::new);
    this.counts = kinds.values().stream().mapToInt(Integer::intValue).toArray();
    this.worth = worth(Selection.EVERYTHING);
  }

  /**
   * The best deal for a basket.
   *
   * @param steps of the search; where they do not suffice, the deal says by how much it could be
   *     better
   */
  public static Deal of(List<Item.Count> basket, InForce offers, int steps) {
    BestDeal best = new BestDeal(basket, offers, steps);
    return best.deal(offers.policy() == Offers.Policy.STACKING ? best.stacked() : best.either());
  }

  private long worth(Selection of) {
    return worths.computeIfAbsent(
        of,
        selection -> {
          long sum = 0;
          for (int kind = 0; kind < items.length; kind++) {
            if (selection.has(items[kind].code())) {
              sum =
                  Math.addExact(sum, Math.multiplyExact(items[kind].price(), (long) counts[kind]));
            }
          }
          return sum;
        });
  }

  private boolean counts(Offer offer) {
    Terms.Spend spend = offer.terms().spend();
    return spend.from() == 0 || worth(spend.of()) >= spend.from();
  }

  /** A group of both is one of articles or one of the basket: every way of it is looked at. */
  private Choice stacked() {
    List<String> names = offers.mixed();
    Choice best = way(names, 0);
    long bound = best.bound();
    for (int way = 1; way < 1 << names.size(); way++) {
      Choice choice = way(names, way);
      bound = Math.min(bound, choice.bound());
      best = choice.chosen().left() < best.chosen().left() ? choice : best;
    }
    return new Choice(best.items(), best.chosen(), bound);
  }

  /**
   * @param way a bit for each of these groups: whether it is one of the basket
   */
  private Choice way(List<String> groups, int way) {
    Set<String> ofBasket = new TreeSet<>();
    Set<String> ofItems = new TreeSet<>();
    for (int i = 0; i < groups.size(); i++) {
      (((way >> i) & 1) == 1 ? ofBasket : ofItems).add(groups.get(i));
    }
    return choice(items(ofBasket), uses(ofItems, false));
  }

  private Choice either() {
    Choice ofItems = choice(items(Set.of()), List.of());
    ItemDeal none = ItemDeal.of(columns(new boolean[offers.ofItems().size()]), budget);
    Choice ofBasket = choice(none, uses(Set.of(), true));
    Choice best = ofBasket.chosen().left() < ofItems.chosen().left() ? ofBasket : ofItems;
    return new Choice(best.items(), best.chosen(), Math.min(ofItems.bound(), ofBasket.bound()));
  }

  private Choice choice(ItemDeal ofItems, List<Use> uses) {
    Chosen chosen = new BasketOffers(worth - ofItems.saved(), uses).chosen();
    long bound =
        ofItems.bound() == ofItems.saved()
            ? chosen.bound()
            : new BasketOffers(Math.max(0, worth - ofItems.bound()), uses).chosen().bound();
    return new Choice(ofItems, chosen, bound);
  }

  private Columns columns(boolean[] counted) {
    return new Columns(offers, items, counts, counted);
  }

  private ItemDeal items(Set<String> without) {
    boolean[] counted = new boolean[offers.ofItems().size()];
    for (int i = 0; i < counted.length; i++) {
      Offer offer = offers.ofItems().get(i);
      counted[i] = !without.contains(offer.terms().group()) && counts(offer);
    }
    return ItemDeal.of(columns(counted), budget);
  }

  /**
   * @param one whether one is used at most, whatever its group
   */
  private List<Use> uses(Set<String> without, boolean one) {
    return offers.ofBasket().stream()
        .filter(o -> !without.contains(o.terms().group()) && counts(o))
        .map(o -> Use.of(o, one ? "one" : o.terms().group(), offers.left(o)))
        .toList();
  }

  private Deal deal(Choice choice) {
    Shares shares = new Shares(basket, items, choice.items());
    List<Deal.Share> all = new ArrayList<>(shares.ofItems());
    all.addAll(shares.ofBasket(choice.chosen().used()));
    long gap = Math.max(0, choice.chosen().left() - choice.bound());
    return new Deal(all, gap);
  }
}
