package org.facepay.terminal.session.restock;

import java.util.Optional;
import org.facepay.kiosk.screen.StaffScreen.Misplaced;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Placed;

/**
 * Pieces on their way into a lane.
 *
 * @param pieces that whoever puts them there has counted
 * @param weighing whether the shelves are asked
 * @param found where they lie, once the shelves have said it
 * @param wrong why they could not
 */
public record Placing(
    Product product,
    int pieces,
    boolean weighing,
    Optional<Placed.Found> found,
    Optional<Misplaced> wrong) {
  Placing of(int changed) {
    return new Placing(
        product, Math.clamp(changed, 1, Restock.MOST), false, Optional.empty(), Optional.empty());
  }
}
