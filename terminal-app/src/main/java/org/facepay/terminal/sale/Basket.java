package org.facepay.terminal.sale;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The goods of one shopper, newest line first. Immutable. Amounts are minor units of one currency;
 * the total is always the sum of the lines.
 *
 * @param nextLine number of the next line; numbers are never used twice in a basket
 * @param member whether a member's prices are paid
 */
public record Basket(Currency currency, List<Line> lines, int nextLine, boolean member) {

  public Basket {
    lines = List.copyOf(lines);
  }

  /**
   * One article in the basket.
   *
   * @param supplement digits beside its code that say which issue it is, or empty
   */
  public record Line(
      int number, Product product, Quantity quantity, String supplement, boolean member) {
    private Line of(Quantity other) {
      return new Line(number, product, other, supplement, member);
    }

    /** What one piece or one kilogram costs. */
    public long unitPrice() {
      return member ? product.memberPrice() : product.price();
    }

    /** To pay. */
    public long amount() {
      return quantity.amount(unitPrice());
    }

    /** What it would cost somebody who is no member. */
    public long withoutMembership() {
      return quantity.amount(product.price());
    }

    /** What it would cost without a reduction. */
    public long regular() {
      return quantity instanceof Quantity.Pack ? amount() : quantity.amount(product.regular());
    }

    /** Articles in hand: a weighed or packed line counts as one. */
    public int articles() {
      return quantity instanceof Quantity.Pieces pieces ? pieces.count() : 1;
    }
  }

  /** Gross amount and the tax in it, per rate. */
  public record TaxLine(TaxRate rate, long gross, long tax) {}

  public static Basket empty(Currency currency) {
    return new Basket(currency, List.of(), 1, false);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The sum of the lines. */
  public Money total() {
    return new Money(lines.stream().mapToLong(Line::amount).reduce(0, Math::addExact), currency);
  }

  /** The sum without reductions. */
  public Money regular() {
    return new Money(lines.stream().mapToLong(Line::regular).reduce(0, Math::addExact), currency);
  }

  public int articles() {
    return lines.stream().mapToInt(Line::articles).sum();
  }

  public Optional<Line> line(int number) {
    return lines.stream().filter(l -> l.number() == number).findFirst();
  }

  /** As below, of an article without a supplement. */
  public Basket add(Product product, Quantity quantity) {
    return add(product, quantity, "");
  }

  /**
   * Puts an article on top; pieces of an article already there, of the same issue, join its line,
   * which moves to the top.
   */
  public Basket add(Product product, Quantity quantity, String supplement) {
    if (quantity instanceof Quantity.Pieces more) {
      for (Line line : lines) {
        if (line.product().equals(product)
            && line.supplement().equals(supplement)
            && line.quantity() instanceof Quantity.Pieces have) {
          return onTop(line.of(new Quantity.Pieces(have.count() + more.count())), nextLine);
        }
      }
    }
    return onTop(new Line(nextLine, product, quantity, supplement, member), nextLine + 1);
  }

  /**
   * The same basket with another number of pieces in a line; zero takes the line out. Lines sold by
   * weight do not change.
   */
  public Basket withCount(int number, int count) {
    List<Line> changed = new ArrayList<>();
    for (Line line : lines) {
      if (line.number() != number || !(line.quantity() instanceof Quantity.Pieces)) {
        changed.add(line);
      } else if (count > 0) {
        changed.add(line.of(new Quantity.Pieces(count)));
      }
    }
    return new Basket(currency, changed, nextLine, member);
  }

  /** The same goods at a member's prices, or at everybody's. */
  public Basket forMember(boolean yes) {
    return new Basket(
        currency,
        lines.stream()
            .map(l -> new Line(l.number(), l.product(), l.quantity(), l.supplement(), yes))
            .toList(),
        nextLine,
        yes);
  }

  /** What the member saves against everybody's prices. */
  public long memberSavesMinor() {
    return lines.stream().mapToLong(Line::withoutMembership).sum() - total().minor();
  }

  /** The basket without a line. */
  public Basket without(int number) {
    return new Basket(
        currency, lines.stream().filter(l -> l.number() != number).toList(), nextLine, member);
  }

  /** Inclusive tax per rate, lowest rate first; each rate is rounded once. */
  public List<TaxLine> taxes() {
    SortedMap<TaxRate, Long> gross = new TreeMap<>();
    lines.forEach(l -> gross.merge(l.product().tax(), l.amount(), Math::addExact));
    return gross.entrySet().stream()
        .map(e -> new TaxLine(e.getKey(), e.getValue(), e.getKey().includedIn(e.getValue())))
        .toList();
  }

  private Basket onTop(Line top, int next) {
    List<Line> changed = new ArrayList<>();
    changed.add(top);
    lines.stream().filter(l -> l.number() != top.number()).forEach(changed::add);
    return new Basket(currency, changed, next, member);
  }
}
