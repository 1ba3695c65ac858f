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
      int number = fuller.nextLine();
      fuller = fuller.add(line.product(), line.quantity(), line.supplement());
      fuller = line.percentOff() == 0 ? fuller : fuller.discounted(number, line.percentOff());
    }
    return fuller;
  }
}
