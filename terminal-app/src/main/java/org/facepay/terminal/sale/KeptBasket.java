package org.facepay.terminal.sale;

import java.util.ArrayList;
import java.util.List;

/**
 * A basket that was suspended at one terminal and goes on at another, at the prices it was kept or
 * found with.
 *
 * @param id never used for another
 * @param seen the age staff have seen
 * @param lines newest first
 */
public record KeptBasket(String id, AgeLimit seen, List<KeptLine> lines) {
  public KeptBasket {
    lines = List.copyOf(lines);
  }

  /** What its lines may have in a code that every scanner reads (512 characters in all). */
  private static final int MOST_CHARACTERS = 430;

  /** Of a line beside its code and supplement: quantity, reduction, separators. */
  private static final int LINE_CHARACTERS = 12;

  /** Whether a basket can be kept in a code. */
  public static boolean fits(Basket basket) {
    int characters =
        basket.lines().stream()
            .mapToInt(l -> l.product().code().length() + l.supplement().length() + LINE_CHARACTERS)
            .sum();
    return !basket.isEmpty() && characters <= MOST_CHARACTERS;
  }

  /** One line of it. */
  public record KeptLine(Product product, Quantity quantity, String supplement, int percentOff) {}

  /** What is in a basket now. */
  public static KeptBasket of(String id, AgeLimit seen, Basket basket) {
    List<KeptLine> lines = new ArrayList<>();
    for (Basket.Line line : basket.lines()) {
      lines.add(
          new KeptLine(line.product(), line.quantity(), line.supplement(), line.percentOff()));
    }
    return new KeptBasket(id, seen, lines);
  }

  /** The basket with these goods in it, too. */
  public Basket into(Basket basket) {
    Basket fuller = basket;
    for (KeptLine line : lines.reversed()) {
      Basket.Issue issue = new Basket.Issue(line.supplement(), "");
      fuller = fuller.back(line.product(), line.quantity(), issue, line.percentOff());
    }
    return fuller;
  }
}
