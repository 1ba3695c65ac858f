package org.facepay.terminal.sale.promotion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every way one bundle can be made of a basket. Where there are too many, those of the dearest
 * kinds and those of neighbours in price are written down, and what the others could add is kept as
 * a bound.
 */
final class Bundles {
  /** Of one offer. */
  private static final int MOST = 1_500;

  private final Columns columns;
  private final Offer offer;
  private final int limit;
  private final List<Rule.Part> parts;
  private final List<List<Integer>> kinds;
  private final int[] uses;

  /** Of the part that is reduced, where that is not all. */
  private long reduced;

  /** The most that one takes off; the dearest pieces are always among those written down. */
  private long most;

  Bundles(Columns columns, Offer offer, int limit, List<List<Integer>> kinds) {
    this.columns = columns;
    this.offer = offer;
    this.limit = limit;
    this.parts = offer.rule().parts();
    this.kinds = kinds;
    this.uses = new int[columns.items.length];
  }

  void write() {
    int widest = kinds.stream().mapToInt(List::size).max().orElse(0);
    int dearest = widest;
    while (ways(dearest) > MOST) {
      dearest--;
    }
    choose(0, 0, parts.getFirst().count(), dearest);
    if (dearest < widest) {
      neighbours();
      bound();
    }
  }

  /** How many ways there are at most with so many kinds a part. */
  private double ways(int dearest) {
    double ways = 1;
    for (int part = 0; part < parts.size(); part++) {
      int of = Math.min(dearest, kinds.get(part).size());
      for (int n = 1; n <= parts.get(part).count(); n++) {
        ways = ways * (of + n - 1) / n;
      }
    }
    return ways;
  }

  private void choose(int part, int from, int left, int dearest) {
    if (left == 0) {
      if (part + 1 == parts.size()) {
        emit();
      } else {
        choose(part + 1, 0, parts.get(part + 1).count(), dearest);
      }
      return;
    }
    if (from == Math.min(dearest, kinds.get(part).size())) {
      return;
    }
    int kind = kinds.get(part).get(from);
    for (int n = Math.min(left, columns.counts[kind] - uses[kind]); n >= 0; n--) {
      take(part, kind, n);
      choose(part, from + 1, left - n, dearest);
      take(part, kind, -n);
    }
  }

  private void take(int part, int kind, int n) {
    uses[kind] += n;
    if (part == 1) {
      reduced += columns.items[kind].price() * n;
    }
  }

  private void emit() {
    int[] of = IntStream.range(0, uses.length).filter(kind -> uses[kind] > 0).toArray();
    int[] use = Arrays.stream(of).map(kind -> uses[kind]).toArray();
    long[] prices = Column.prices(columns.items, of, use);
    long alone = 0;
    for (int i = 0; i < of.length; i++) {
      alone += columns.alone[of[i]] * use[i];
    }
    long off = offer.rule().reward().off(reduced(prices), 0);
    most = Math.max(most, off);
    if (offer.cap().line() == 0) {
      columns.add(new Column(offer, limit, of, use, off, alone));
    } else {
      long[] capped = Proration.split(off, prices);
      Arrays.setAll(capped, piece -> Math.min(capped[piece], offer.cap().line()));
      columns.add(new Column(offer, limit, of, use, Proration.sum(capped), alone, capped));
    }
  }

  /**
   * What the reduced pieces cost.
   *
   * @param prices of all, the dearest first
   */
  private long reduced(long[] prices) {
    if (!(offer.rule() instanceof Rule.BuyGet rule)) {
      return Proration.sum(prices);
    }
    int bought = prices.length - rule.get().count();
    return rule.ofTheSame()
        ? Proration.sum(Arrays.copyOfRange(prices, bought, prices.length))
        : reduced;
  }

  /** Pieces that stand beside each other, the dearest first. */
  private void neighbours() {
    int[][] pieces = new int[parts.size()][];
    int steps = Integer.MAX_VALUE;
    for (int part = 0; part < parts.size(); part++) {
      pieces[part] =
          kinds.get(part).stream()
              .flatMapToInt(kind -> IntStream.generate(() -> kind).limit(columns.counts[kind]))
              .toArray();
      int step = parts.size() == 1 ? 1 : parts.get(part).count();
      steps = Math.min(steps, (pieces[part].length - parts.get(part).count()) / step + 1);
    }
    for (int step = 0; step < steps; step++) {
      beside(pieces, step);
    }
  }

  private void beside(int[][] pieces, int step) {
    Arrays.fill(uses, 0);
    reduced = 0;
    for (int part = 0; part < parts.size(); part++) {
      int count = parts.get(part).count();
      int from = parts.size() == 1 ? step : step * count;
      for (int i = from; i < from + count; i++) {
        take(part, pieces[part][i], 1);
      }
    }
    boolean there = IntStream.range(0, uses.length).allMatch(k -> uses[k] <= columns.counts[k]);
    if (there) {
      emit();
    }
    Arrays.fill(uses, 0);
    reduced = 0;
  }

  /**
   * What those that are not written down can add: of a limited offer all its uses, or else what
   * each piece can at most, its fair share, rounded up.
   */
  private void bound() {
    if (limit != Column.FREE) {
      columns.unwrittenUses.put(limit, most);
      return;
    }
    long size = parts.stream().mapToLong(Rule.Part::count).sum();
    boolean of = offer.rule() instanceof Rule.BuyGet;
    boolean same = offer.rule() instanceof Rule.BuyGet rule && rule.ofTheSame();
    long part = of ? ((Rule.BuyGet) offer.rule()).get().count() : size;
    long among = same ? size : part;
    for (int kind : of && !same ? kinds.get(1) : kinds.stream().flatMap(List::stream).toList()) {
      long price = columns.items[kind].price();
      double share =
          switch (offer.rule().reward()) {
            case Reward.Percent(int points) -> price * (points / 10_000.0) * part / among + 1;
            case Reward.Amount(long minor) -> (double) minor / among;
            case Reward.Price(long minor) -> ((double) price * part - minor) / among;
            case Reward.MemberPrice _ -> 0;
          };
      long more = (long) Math.ceil(share * 1_000) - columns.alone[kind] * 1_000;
      columns.unwritten[kind] = Math.max(columns.unwritten[kind], more);
    }
  }
}
