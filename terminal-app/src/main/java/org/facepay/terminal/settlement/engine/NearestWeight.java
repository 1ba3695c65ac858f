package org.facepay.terminal.settlement.engine;

import java.util.List;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * What a scale with a difference does: every shelf's total before and after, and the handful that
 * weighs nearest to what is missing. The yardstick for {@link Settler}.
 */
public final class NearestWeight {
  private final Planogram planogram;
  private final UnitTable[] tables;

  public NearestWeight(Planogram planogram) {
    this.planogram = planogram;
    tables = new UnitTable[planogram.shelves().size()];
    for (int s = 0; s < tables.length; s++) {
      tables[s] = new UnitTable(planogram, s, Handling.usual());
    }
  }

  /** Units of every article, by place in the planogram. */
  public int[] basket(Trace trace) {
    int[] basket = new int[planogram.skus().size()];
    for (int s = 0; s < tables.length; s++) {
      List<Stretch> own = Stretches.of(s, trace);
      if (own.isEmpty()) {
        continue;
      }
      double before = own.getFirst().a() + own.getFirst().b();
      double missing = before - own.getLast().a() - own.getLast().b();
      add(s, missing, basket);
    }
    return basket;
  }

  private void add(int shelf, double missing, int[] basket) {
    UnitTable table = tables[shelf];
    int above = table.from(missing);
    double least = Math.abs(missing);
    int best = -1;
    for (int i = Math.max(0, above - 1); i < Math.min(table.size(), above + 1); i++) {
      double off = Math.abs(table.massAt(i) - missing);
      if (off < least) {
        least = off;
        best = i;
      }
    }
    if (best >= 0) {
      for (byte lane : table.at(best).lanes()) {
        basket[planogram.shelves().get(shelf).lanes().get(lane).sku()]++;
      }
    }
  }
}
