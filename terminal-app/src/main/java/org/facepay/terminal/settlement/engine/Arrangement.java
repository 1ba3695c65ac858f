package org.facepay.terminal.settlement.engine;

import java.util.List;

/**
 * How things lie after a session, by its most probable account.
 *
 * @param taken units that left each lane less those that came back to it, lanes of all shelves in a
 *     row
 * @param strays what lies where it does not belong
 */
public record Arrangement(int[] taken, List<Stray> strays) {
  public Arrangement {
    strays = List.copyOf(strays);
  }

  /**
   * Something in a wrong place.
   *
   * @param shelf it lies on, as place in the planogram
   * @param sku place in the planogram; negative for what is none of its articles
   */
  public record Stray(int shelf, int sku) {}

  static Arrangement of(Hypothesis account) {
    int[] taken = new int[account.taken().length];
    for (int lane = 0; lane < taken.length; lane++) {
      taken[lane] = account.taken()[lane];
    }
    return new Arrangement(
        taken, account.things().stream().map(t -> new Stray(t.shelf(), t.sku())).toList());
  }

  /** Nothing has been moved between so many lanes. */
  static Arrangement unmoved(int lanes) {
    return new Arrangement(new int[lanes], List.of());
  }
}
