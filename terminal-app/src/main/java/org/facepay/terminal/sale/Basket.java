package org.facepay.terminal.sale;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The goods of one shopper, newest line first. Immutable. What they cost is said by {@link
 * org.facepay.terminal.sale.promotion.Priced}.
 *
 * @param currency of all their prices
 * @param nextLine number of the next line; numbers are never used twice in a basket
 */
public record Basket(Currency currency, List<Line> lines, int nextLine) {

  public Basket {
    lines = List.copyOf(lines);
  }

  /**
   * One article in the basket.
   *
   * @param issue which one of its article it is
   * @param percentOff what staff took off these very pieces, 0 for nothing
   */
  public record Line(int number, Product product, Quantity quantity, Issue issue, int percentOff) {
    public Line {
      if (percentOff < 0 || percentOff > 100) {
        throw new IllegalArgumentException(percentOff + " per cent off");
      }
    }

    private Line of(Quantity other) {
      return new Line(number, product, other, issue, percentOff);
    }

    /** Digits beside its code, or empty. */
    public String supplement() {
      return issue.supplement();
    }

    /** How many days it may be kept from that day on; empty where no date is known. */
    public OptionalInt keepsFor(LocalDate today) {
      return issue.until().isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of(
              (int) (LocalDate.parse(issue.until()).toEpochDay() - today.toEpochDay()));
    }

    /** What staff take off that amount. */
    public long off(long minor) {
      return Rounding.multiplyDivide(minor, percentOff, 100);
    }

    /** Articles in hand: a weighed or packed line counts as one. */
    public int articles() {
      return quantity instanceof Quantity.Pieces pieces ? pieces.count() : 1;
    }
  }

  /**
   * Which one of its article: what is not equal stands in lines of its own.
   *
   * @param supplement digits beside its code that say which issue it is, or empty
   * @param until the last day it may be kept (GS1: best before, use by), as 2026-12-01, or empty
   */
  public record Issue(String supplement, String until) {
    public static final Issue ANY = new Issue("", "");
  }

  public static Basket empty(Currency currency) {
    return new Basket(currency, List.of(), 1);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  public int articles() {
    return lines.stream().mapToInt(Line::articles).sum();
  }

  /** Lines of goods that somebody who is only so old may not buy, newest first. */
  public List<Line> above(AgeLimit seen) {
    return lines.stream().filter(l -> !l.product().age().isMetBy(seen)).toList();
  }

  public Optional<Line> line(int number) {
    return lines.stream().filter(l -> l.number() == number).findFirst();
  }

  /** As below, of an article without a supplement. */
  public Basket add(Product product, Quantity quantity) {
    return add(product, quantity, Issue.ANY);
  }

  /**
   * Puts an article on top; pieces of an article already there, of the same issue, join its line,
   * which moves to the top; a line that staff have reduced is left alone.
   */
  public Basket add(Product product, Quantity quantity, Issue issue) {
    if (quantity instanceof Quantity.Pieces more) {
      for (Line line : lines) {
        if (line.product().equals(product)
            && line.issue().equals(issue)
            && line.percentOff() == 0
            && line.quantity() instanceof Quantity.Pieces have) {
          return onTop(line.of(new Quantity.Pieces(have.count() + more.count())), nextLine);
        }
      }
    }
    return onTop(new Line(nextLine, product, quantity, issue, 0), nextLine + 1);
  }

  /**
   * Puts a line of before on top as it was; what staff had reduced stays reduced, and a line of its
   * own.
   */
  public Basket back(Product product, Quantity quantity, Issue issue, int percentOff) {
    return percentOff == 0
        ? add(product, quantity, issue)
        : onTop(new Line(nextLine, product, quantity, issue, percentOff), nextLine + 1);
  }

  /** As above, of a line that was taken out. */
  public Basket back(Line line) {
    return back(line.product(), line.quantity(), line.issue(), line.percentOff());
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
    return new Basket(currency, changed, nextLine);
  }

  /** The same basket with so much taken off a line by staff. */
  public Basket discounted(int number, int percent) {
    return new Basket(
        currency,
        lines.stream()
            .map(
                l ->
                    l.number() == number
                        ? new Line(number, l.product(), l.quantity(), l.issue(), percent)
                        : l)
            .toList(),
        nextLine);
  }

  /** The basket without some of its lines. */
  public Basket without(List<Line> out) {
    return new Basket(currency, lines.stream().filter(l -> !out.contains(l)).toList(), nextLine);
  }

  private Basket onTop(Line top, int next) {
    List<Line> changed = new ArrayList<>();
    changed.add(top);
    lines.stream().filter(l -> l.number() != top.number()).forEach(changed::add);
    return new Basket(currency, changed, next);
  }
}
