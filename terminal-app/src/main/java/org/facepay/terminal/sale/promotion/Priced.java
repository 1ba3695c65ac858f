package org.facepay.terminal.sale.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.TaxRate;
import org.facepay.terminal.sale.promotion.PriceModifier.Reason;

/**
 * A basket, what it costs and why. Screen, paper and record all tell it from here. Immutable;
 * amounts are minor units of the basket's currency, and the total is always the sum of the lines.
 *
 * @param offers what counts for this shopper
 * @param lines in the order of the basket's
 * @param gap by how much the shopper could be better off at most; 0 when it is proven that there is
 *     nothing better
 */
public record Priced(Basket basket, InForce offers, List<Line> lines, long gap) {
  /** Of the search for the best deal: with that many a scan is priced within a millisecond. */
  public static final int STEPS = 10_000;

  public Priced {
    lines = List.copyOf(lines);
  }

  /** A basket of a shop without offers, at these prices. */
  public static Priced of(Basket basket, Eligibility eligibility) {
    return of(basket, Tariff.of(basket.currency()).begun(Instant.EPOCH).of(eligibility));
  }

  /** A basket with the best deal there is for its shopper. */
  public static Priced of(Basket basket, InForce offers) {
    List<Item.Count> counts =
        basket.lines().stream().map(line -> Pricing.count(line, offers.day())).toList();
    Deal deal = BestDeal.of(counts, offers, STEPS);
    Map<Integer, List<Deal.Share>> shares =
        deal.shares().stream().collect(Collectors.groupingBy(Deal.Share::line));
    List<Line> lines =
        basket.lines().stream()
            .map(l -> Pricing.line(l, shares.getOrDefault(l.number(), List.of())))
            .toList();
    return new Priced(basket, offers, lines, deal.gap());
  }

  /** Another basket of the same shopper. */
  public Priced with(Basket other) {
    return of(other, offers);
  }

  /** The same basket, with what counts now. */
  public Priced at(InForce others) {
    return of(basket, others);
  }

  /** Whose prices these are. */
  public Eligibility eligibility() {
    return offers.whose();
  }

  /**
   * One line.
   *
   * @param unitPrice what one piece or one kilogram costs
   * @param regular the line without anything taken off
   * @param modifiers what was taken off, in that order; what is left is the amount
   */
  public record Line(
      Basket.Line goods, long unitPrice, long regular, List<PriceModifier> modifiers) {
    public Line {
      modifiers = List.copyOf(modifiers);
    }

    /** To pay. */
    public long amount() {
      return regular - modifiers.stream().mapToLong(PriceModifier::minor).sum();
    }

    /** What so many of its pieces come to; all of them come to the amount. */
    public long part(int pieces) {
      return Proration.first(amount(), pieces, goods.articles());
    }

    /** What was taken off for this reason. */
    public long saved(Reason reason) {
      return modifiers.stream()
          .filter(m -> m.reason() == reason)
          .mapToLong(PriceModifier::minor)
          .sum();
    }
  }

  /** Gross amount and the tax in it, per rate. */
  public record TaxLine(TaxRate rate, long gross, long tax) {}

  /**
   * To pay.
   *
   * @throws ArithmeticException when it is more than a long holds
   */
  public Money total() {
    return sum(lines.stream().map(Line::amount).toList());
  }

  /** The sum without anything taken off. */
  public Money regular() {
    return sum(lines.stream().map(Line::regular).toList());
  }

  /** What was taken off in all. */
  public long saved() {
    return regular().minor() - total().minor();
  }

  /** What was taken off for this reason. */
  public long saved(Reason reason) {
    return lines.stream().mapToLong(l -> l.saved(reason)).sum();
  }

  /** What each of the shop's offers took off, in the order of their ids. */
  public SortedMap<String, PriceModifier> byOffer() {
    SortedMap<String, PriceModifier> sums = new TreeMap<>();
    for (Line line : lines) {
      for (PriceModifier modifier : line.modifiers()) {
        modifier
            .offer()
            .ifPresent(
                offer ->
                    sums.merge(
                        offer.id(),
                        modifier,
                        (a, b) -> new PriceModifier(a.reason(), a.offer(), a.minor() + b.minor())));
      }
    }
    return sums;
  }

  /** Inclusive tax per rate, lowest rate first; each rate is rounded once. */
  public List<TaxLine> taxes() {
    SortedMap<TaxRate, Long> gross = new TreeMap<>();
    lines.forEach(l -> gross.merge(l.goods().product().tax(), l.amount(), Math::addExact));
    return gross.entrySet().stream()
        .map(e -> new TaxLine(e.getKey(), e.getValue(), e.getKey().includedIn(e.getValue())))
        .toList();
  }

  private Money sum(List<Long> amounts) {
    return new Money(amounts.stream().reduce(0L, Math::addExact), basket.currency());
  }
}
