package org.facepay.terminal.settlement.planogram;

import java.util.Currency;
import java.util.List;

/**
 * Which goods stand in which lane of which shelf, and how shelves and goods weigh: all that is
 * known of a container before its door opens. Lanes name their goods by place in {@link #skus}.
 */
public record Planogram(Currency currency, List<Shelf> shelves, List<Sku> skus) {

  public Planogram {
    shelves = List.copyOf(shelves);
    skus = List.copyOf(skus);
  }

  /**
   * A shelf on two load cells, {@code a} at 0 and {@code b} at the other end.
   *
   * @param lengthMm between the cells
   * @param noiseGrams standard deviation of the settled total from one undisturbed stretch to the
   *     next; half of the variance is each cell's
   */
  public record Shelf(String id, double lengthMm, double noiseGrams, List<Lane> lanes) {
    public Shelf {
      lanes = List.copyOf(lanes);
    }
  }

  /**
   * One row of goods, front to back.
   *
   * @param sku place in {@link Planogram#skus}
   * @param stock units in it when the door opens
   */
  public record Lane(int sku, double fromMm, double toMm, int stock) {
    public double centreMm() {
      return (fromMm + toMm) / 2;
    }
  }

  /**
   * An article.
   *
   * @param id GTIN-13
   * @param massGrams mean gross mass of one unit
   * @param massSigmaGrams standard deviation of that mass from unit to unit
   */
  public record Sku(
      String id, String name, long priceMinor, double massGrams, double massSigmaGrams) {}

  /**
   * The number that a lane has for people: its shelf times a hundred and its place there.
   *
   * @param shelf from 0
   * @param place on it, from 0
   */
  public static int laneNumber(int shelf, int place) {
    return 100 * (shelf + 1) + place + 1;
  }
}
