package org.facepay.terminal.session.visit;

import java.util.List;
import org.facepay.terminal.sale.Product;

/**
 * What seems to have been taken while the door is open; nothing is charged by it.
 *
 * @param pieces what changed last first
 * @param strays what lies where it does not belong
 */
public record Estimate(List<Piece> pieces, List<Stray> strays) {
  /** Nothing has been moved. */
  public static final Estimate NOTHING = new Estimate(List.of(), List.of());

  public Estimate {
    pieces = List.copyOf(pieces);
    strays = List.copyOf(strays);
  }

  /**
   * An article in a wrong place, which counts as taken.
   *
   * @param shelf where it lies, from 1
   * @param belongs the shelf it belongs on
   * @param shelves how many there are
   */
  public record Stray(Product product, int shelf, int belongs, int shelves) {}
}
