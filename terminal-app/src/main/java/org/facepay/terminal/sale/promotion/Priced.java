package org.facepay.terminal.sale.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.TaxRate;
import org.facepay.terminal.sale.promotion.PriceModifier.Reason;

/**
 * A basket, what it costs and why. Screen, paper and record all tell it from here. Immutable;
 * amounts are minor units of the basket's currency, and the total is always the sum of the lines.
 *
 * @param eligibility whose prices these are
 * @param lines in the order of the basket's
 */
public record Priced(Basket basket, Eligibility eligibility, List<Line> lines) {

  public Priced {
    lines = List.copyOf(lines);
  }

  /** A basket at these prices. */
  public static Priced of(Basket basket, Eligibility eligibility) {
    return new Priced(
        basket,
        eligibility,
        basket.lines().stream().map(goods -> line(goods, eligibility)).toList());
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

  private static Line line(Basket.Line goods, Eligibility eligibility) {
    Product product = goods.product();
    Quantity quantity = goods.quantity();
    long unitPrice = eligibility.unitPrice(product);
    if (quantity instanceof Quantity.Pack(long label)) {
      List<PriceModifier> off = new ArrayList<>();
      add(off, Reason.STAFF_DISCOUNT, goods.off(label));
      return new Line(goods, unitPrice, label, off);
    }
    long regular = quantity.amount(product.regular());
    long everybodys = quantity.amount(product.price());
    List<PriceModifier> modifiers = new ArrayList<>();
    add(modifiers, Reason.REDUCED_PRICE, regular - everybodys);
    add(modifiers, Reason.MEMBER_PRICE, everybodys - quantity.amount(unitPrice));
    add(modifiers, Reason.STAFF_DISCOUNT, goods.off(quantity.amount(unitPrice)));
    return new Line(goods, unitPrice, regular, modifiers);
  }

  private static void add(List<PriceModifier> modifiers, Reason reason, long minor) {
    if (minor > 0) {
      modifiers.add(new PriceModifier(reason, minor));
    }
  }
}
