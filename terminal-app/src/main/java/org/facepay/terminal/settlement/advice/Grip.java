package org.facepay.terminal.settlement.advice;

import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Planogram.Lane;
import org.facepay.terminal.settlement.planogram.Planogram.Shelf;
import org.facepay.terminal.settlement.planogram.Planogram.Sku;

/**
 * One or two units that may leave a shelf at once.
 *
 * @param lanes one entry a unit
 * @param load what they weigh over the cells
 * @param share how often a grip into this shelf is this one
 */
record Grip(List<Integer> lanes, Load load, double share) {
  private static final double ONE = 0.85;
  private static final double TWO_ALIKE = 0.1;
  private static final double TWO_MIXED = 0.05;

  /** How far a unit's centre is off the middle of its lane. */
  private static final double PLACE_MM = 10;

  Grip {
    lanes = List.copyOf(lanes);
  }

  /** Grams over either cell, grams squared. */
  record Load(double a, double b, double aa, double ab, double bb) {
    Load and(Load o) {
      return new Load(a + o.a, b + o.b, aa + o.aa, ab + o.ab, bb + o.bb);
    }
  }

  /** All that may leave a shelf. */
  static List<Grip> of(Planogram planogram, int shelf) {
    Shelf on = planogram.shelves().get(shelf);
    int lanes = on.lanes().size();
    int mixed = lanes * (lanes - 1) / 2;
    List<Grip> out = new ArrayList<>();
    for (int i = 0; i < lanes; i++) {
      Load one = load(planogram, on, i);
      out.add(new Grip(List.of(i), one, ONE / lanes));
      out.add(new Grip(List.of(i, i), one.and(one), TWO_ALIKE / lanes));
      for (int j = 0; j < i; j++) {
        out.add(new Grip(List.of(j, i), one.and(load(planogram, on, j)), TWO_MIXED / mixed));
      }
    }
    return out;
  }

  private static Load load(Planogram planogram, Shelf on, int place) {
    Lane lane = on.lanes().get(place);
    Sku sku = planogram.skus().get(lane.sku());
    double right = lane.centreMm() / on.lengthMm();
    double left = 1 - right;
    double own = sku.massSigmaGrams() * sku.massSigmaGrams();
    double moved = sku.massGrams() * PLACE_MM / on.lengthMm();
    double across = moved * moved;
    return new Load(
        sku.massGrams() * left,
        sku.massGrams() * right,
        own * left * left + across,
        own * left * right - across,
        own * right * right + across);
  }

  /** Whether the same goods left, though from other lanes. */
  boolean sameGoods(Grip other, Shelf on) {
    return goods(on).equals(other.goods(on));
  }

  private List<Integer> goods(Shelf on) {
    return lanes.stream().map(lane -> on.lanes().get(lane).sku()).sorted().toList();
  }
}
