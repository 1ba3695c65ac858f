package org.facepay.terminal.session.visit;

import java.util.List;
import org.facepay.terminal.sale.Product;

/**
 * Pieces of one article that have left a cabinet.
 *
 * @param product with its price of that moment
 * @param shelf they stood on, from 1, the topmost
 * @param sure whether the cells leave no doubt about the number
 */
public record Piece(Product product, int count, int shelf, boolean sure) {
  public Piece {
    if (count < 1) {
      throw new IllegalArgumentException(count + " pieces");
    }
  }

  /** What it costs whoever is no member, minor units. */
  public long minor() {
    return product.price() * count;
  }

  /** What all of them cost. */
  public static long minor(List<Piece> pieces) {
    return pieces.stream().mapToLong(Piece::minor).sum();
  }
}
