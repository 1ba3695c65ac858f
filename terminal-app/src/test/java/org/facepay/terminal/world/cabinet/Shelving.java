package org.facepay.terminal.world.cabinet;

import java.util.Currency;
import java.util.List;
import org.facepay.terminal.settlement.planogram.Planogram;

/** Two shelves of one lane each. */
final class Shelving {
  static final Planogram PLANOGRAM =
      new Planogram(
          Currency.getInstance("CNY"),
          List.of(shelf("S1", 0), shelf("S2", 1)),
          List.of(
              new Planogram.Sku("6900123400074", "茶", 500, 538, 3),
              new Planogram.Sku("6900123400142", "奶", 1_490, 1_005, 5)));

  private Shelving() {}

  private static Planogram.Shelf shelf(String id, int sku) {
    return new Planogram.Shelf(id, 600, 1, List.of(new Planogram.Lane(sku, 0, 300, 6)));
  }
}
