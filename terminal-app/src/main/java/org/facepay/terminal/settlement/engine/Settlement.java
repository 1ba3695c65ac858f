package org.facepay.terminal.settlement.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.facepay.terminal.sale.Money;

/**
 * The answer to a session.
 *
 * @param lines the most probable basket, by place in the planogram; empty when nothing was taken
 * @param confidence probability that the lines are exactly what was carried away
 * @param charge what is taken from the shopper now; the sum of the lines when the decision is to
 *     charge, otherwise the part that is owed in any case
 * @param doubt what else it may have been
 */
public record Settlement(
    List<Line> lines, double confidence, Decision decision, Money charge, Doubt doubt) {
  public Settlement {
    lines = List.copyOf(lines);
  }

  /**
   * What else it may have been; units of every article, by place in the planogram.
   *
   * @param certain what left in any case
   * @param likely the most probable baskets, the first of them first, at most {@value #MOST}
   */
  public record Doubt(List<Integer> certain, List<List<Integer>> likely) {
    static final int MOST = 3;

    public Doubt {
      certain = List.copyOf(certain);
      likely = List.copyOf(likely);
    }

    static Doubt of(int[] certain, List<int[]> likely) {
      return new Doubt(listed(certain), likely.stream().map(Doubt::listed).toList());
    }

    private static List<Integer> listed(int[] basket) {
      return Arrays.stream(basket).boxed().toList();
    }
  }

  /** What happens next. */
  public enum Decision {
    /** Nobody is asked. */
    CHARGE,
    /** The shopper chooses between a few baskets. */
    ASK,
    /** Somebody looks at the evidence. */
    REVIEW
  }

  /**
   * Units of one article.
   *
   * @param sku place in the planogram
   * @param quantity at least 1
   * @param confidence probability that the quantity is right
   */
  public record Line(int sku, int quantity, double confidence) {}

  /** The same basket, but a cell is out of order: somebody looks, and nothing is charged. */
  Settlement looked() {
    List<Line> doubted =
        lines.stream().map(l -> new Line(l.sku(), l.quantity(), l.confidence() / 2)).toList();
    return new Settlement(
        doubted,
        confidence / 2,
        Decision.REVIEW,
        new Money(0, charge.currency()),
        new Doubt(Collections.nCopies(doubt.certain().size(), 0), doubt.likely()));
  }
}
