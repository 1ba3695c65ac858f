package org.facepay.terminal.session.visit;

import java.util.List;
import java.util.Optional;
import org.facepay.terminal.sale.Product;

/**
 * What seems to have been taken while the door is open; nothing is charged by it.
 *
 * @param pieces what changed last first
 * @param stray something that lies where it does not belong
 */
public record Estimate(List<Piece> pieces, Optional<Stray> stray) {
  /** Nothing has been moved. */
  public static final Estimate NOTHING = new Estimate(List.of(), Optional.empty());

  public Estimate {
    pieces = List.copyOf(pieces);
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
