package org.facepay.terminal.sale.promotion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facepay.terminal.sale.promotion.InForce.Place;
import org.jspecify.annotations.Nullable;

/**
 * Every way the offers of articles can be used in a basket. What one piece gets alone, by an offer
 * without a limit, is kept apart: whatever is left over by bundles has it anyway.
 */
final class Columns {
  final Item[] items;
  final int[] counts;
  final List<Column> columns = new ArrayList<>();
  final List<Limit> limits = new ArrayList<>();

  /** What one piece of a kind gets alone, and by which offer. */
  final long[] alone;

  final @Nullable Offer[] aloneBy;

  /**
   * What one piece could add at most by the ways that are too many to be written down, in
   * thousandths of a minor unit; 0 where all were.
   */
  final long[] unwritten;

  /** The most one use of a limited offer takes off that is not written down, by its limit. */
  final Map<Integer, Long> unwrittenUses = new HashMap<>();

  private final InForce offers;

  /**
   * How often an offer can be used, how much it may take off, and in which group.
   *
   * @param group its number, or -1
   */
  record Limit(Offer offer, long times, long most, int group) {}

  /**
   * @param items the kinds of the basket in their order, each once
   * @param counts of each
   * @param counted which of the offers of articles count for this basket
   */
  Columns(InForce offers, Item[] items, int[] counts, boolean[] counted) {
    this.offers = offers;
    this.items = items;
    this.counts = counts;
    this.alone = new long[items.length];
    this.aloneBy = new Offer[items.length];
    this.unwritten = new long[items.length];
    Map<Integer, List<List<Integer>>> matched = matched(counted);
    Map<String, Integer> groups = groups(matched.keySet());
    int[] limited = new int[counted.length];
    matched.forEach((offer, parts) -> limited[offer] = limit(offer, parts, groups));
    matched.forEach(
        (offer, parts) -> {
          if (limited[offer] == Column.FREE) {
            alone(ofItems(offer), parts);
          }
        });
    matched.forEach((offer, parts) -> written(ofItems(offer), limited[offer], parts));
  }

  private Offer ofItems(int offer) {
    return offers.ofItems().get(offer);
  }

  /**
   * Per offer and part the kinds that can be it; offers of which a part is missing are left out.
   */
  private Map<Integer, List<List<Integer>>> matched(boolean[] counted) {
    Map<Integer, List<List<Integer>>> matched = new TreeMap<>();
    for (int kind = 0; kind < items.length; kind++) {
      for (Place place : offers.everywhere()) {
        match(matched, counted, place, kind);
      }
      for (Place place : offers.places(items[kind].code())) {
        match(matched, counted, place, kind);
      }
    }
    matched.entrySet().removeIf(e -> !enough(ofItems(e.getKey()).rule().parts(), e.getValue()));
    return matched;
  }

  private void match(
      Map<Integer, List<List<Integer>>> matched, boolean[] counted, Place place, int kind) {
    Rule rule = ofItems(place.offer()).rule();
    if (!counted[place.offer()] || !fits(rule, items[kind])) {
      return;
    }
    List<List<Integer>> parts = matched.get(place.offer());
    if (parts == null) {
      parts = new ArrayList<>();
      for (int part = rule.parts().size(); part > 0; part--) {
        parts.add(new ArrayList<>());
      }
      matched.put(place.offer(), parts);
    }
    parts.get(place.part()).add(kind);
  }

  /** A fixed price is no price of what is weighed. */
  private static boolean fits(Rule rule, Item item) {
    return rule instanceof Rule.Each each
        ? item.fits(each) && (item.isPiece() || !(each.reward() instanceof Reward.Price))
        : item.isPiece();
  }

  private boolean enough(List<Rule.Part> parts, List<List<Integer>> kinds) {
    for (int part = 0; part < parts.size(); part++) {
      if (pieces(kinds.get(part)) < parts.get(part).count()) {
        return false;
      }
    }
    return true;
  }

  private int pieces(List<Integer> kinds) {
    return kinds.stream().mapToInt(kind -> counts[kind]).sum();
  }

  /** Groups of which more than one offer could be used, with a number each. */
  private Map<String, Integer> groups(Iterable<Integer> matched) {
    Map<String, Integer> members = new TreeMap<>();
    matched.forEach(o -> members.merge(ofItems(o).terms().group(), 1, Integer::sum));
    members.remove("");
    members.values().removeIf(n -> n == 1);
    int next = 0;
    for (Map.Entry<String, Integer> group : members.entrySet()) {
      group.setValue(next++);
    }
    return members;
  }

  /** The number of its limit, where it has one that can be felt in this basket. */
  private int limit(int of, List<List<Integer>> parts, Map<String, Integer> groups) {
    Offer offer = ofItems(of);
    int size = offer.rule().parts().stream().mapToInt(Rule.Part::count).sum();
    long pieces = 0;
    long worth = 0;
    for (List<Integer> kinds : parts) {
      pieces += pieces(kinds);
      for (int kind : kinds) {
        worth = Math.addExact(worth, Math.multiplyExact(items[kind].price(), (long) counts[kind]));
      }
    }
    long times = offer.cap().times();
    long most = offers.left(offer);
    int group = groups.getOrDefault(offer.terms().group(), -1);
    boolean often = times == 0 || times >= pieces / size;
    long uses = often ? Math.max(1, pieces / size) : times;
    if (often && most >= worth && group < 0) {
      return Column.FREE;
    }
    limits.add(new Limit(offer, uses, most, group));
    return limits.size() - 1;
  }

  private void alone(Offer offer, List<List<Integer>> parts) {
    if (offer.rule() instanceof Rule.Each) {
      for (int kind : parts.getFirst()) {
        long off = ofEach(offer, kind);
        if (off > alone[kind]) {
          alone[kind] = off;
          aloneBy[kind] = offer;
        }
      }
    }
  }

  /** What an offer for each takes off one of a kind. */
  long ofEach(Offer offer, int kind) {
    long off = offer.rule().reward().off(items[kind].price(), items[kind].memberPrice());
    return offer.cap().line() == 0 ? off : Math.min(off, offer.cap().line());
  }

  private void written(Offer offer, int limit, List<List<Integer>> parts) {
    if (!(offer.rule() instanceof Rule.Each)) {
      new Bundles(this, offer, limit, parts).write();
      return;
    }
    for (int kind : limit == Column.FREE ? List.<Integer>of() : parts.getFirst()) {
      add(
          new Column(
              offer, limit, new int[] {kind}, new int[] {1}, ofEach(offer, kind), alone[kind]));
    }
  }

  /** What saves nothing beyond what its pieces save alone is none. */
  void add(Column column) {
    if (column.net() > 0) {
      columns.add(column);
    }
  }
}
