package org.facepay.terminal.sale.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facepay.terminal.sale.promotion.Deal.Share;

/**
 * What of a deal falls on which line. First an article gets its share, whatever lines it is in,
 * then its lines do; so the same basket scanned otherwise costs the same by article.
 */
final class Shares {
  private final Item[] items;
  private final ItemDeal deal;
  private final Map<Item, List<Item.Count>> lines = new HashMap<>();

  /** What is left to pay of each line. */
  private final Map<Item.Count, Long> left = new HashMap<>();

  Shares(List<Item.Count> basket, Item[] items, ItemDeal deal) {
    this.items = items;
    this.deal = deal;
    for (Item.Count line :
        basket.stream().sorted(Comparator.comparingInt(Item.Count::line)).toList()) {
      lines.computeIfAbsent(line.item(), _ -> new ArrayList<>()).add(line);
      left.put(line, Math.multiplyExact(line.item().price(), (long) line.count()));
    }
  }

  /** By the offers of articles. */
  List<Share> ofItems() {
    List<Share> shares = new ArrayList<>();
    List<List<ItemDeal.Part>> parts = deal.parts();
    for (int kind = 0; kind < items.length; kind++) {
      int next = 0;
      for (Item.Count line : lines.getOrDefault(items[kind], List.of())) {
        int last = Math.min(next + line.count(), parts.get(kind).size());
        Map<Offer, Long> byOffer = new LinkedHashMap<>();
        for (ItemDeal.Part part : parts.get(kind).subList(Math.min(next, last), last)) {
          byOffer.merge(part.offer(), part.minor(), Long::sum);
        }
        byOffer.forEach((offer, minor) -> add(shares, line, offer, minor));
        next = last;
      }
    }
    return shares;
  }

  private void add(List<Share> shares, Item.Count line, Offer offer, long minor) {
    if (minor > 0) {
      shares.add(new Share(line.line(), offer, minor));
      left.merge(line, -minor, Long::sum);
    }
  }

  /** By the offers of the basket, in the order they take off what is left. */
  List<Share> ofBasket(List<BasketOffers.Used> used) {
    List<Share> shares = new ArrayList<>();
    for (BasketOffers.Used use : used) {
      long[] ofKinds =
          Proration.split(
              use.minor(), IntStream.range(0, items.length).mapToLong(this::left).toArray());
      for (int kind = 0; kind < items.length; kind++) {
        List<Item.Count> its = lines.getOrDefault(items[kind], List.of());
        long[] ofLines =
            Proration.split(
                ofKinds[kind], its.stream().mapToLong(l -> left.getOrDefault(l, 0L)).toArray());
        for (int i = 0; i < ofLines.length; i++) {
          add(shares, its.get(i), use.offer(), ofLines[i]);
        }
      }
    }
    return shares;
  }

  private long left(int kind) {
    return lines.getOrDefault(items[kind], List.of()).stream()
        .mapToLong(line -> left.getOrDefault(line, 0L))
        .sum();
  }
}
