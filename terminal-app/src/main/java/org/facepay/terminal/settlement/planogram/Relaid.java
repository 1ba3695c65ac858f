package org.facepay.terminal.settlement.planogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A planogram some of whose lanes hold something else now. Shelves, cells and the number of lanes
 * stay; what no lane holds any more is left out.
 */
public final class Relaid {
  /**
   * At most one unit in forty may lack more than the tolerable deficiency of OIML R 87:2016, table
   * 2: so much of it is taken for a standard deviation, as the container's own goods have it.
   */
  private static final double OF_DEFICIENCY = 1 / 3.0;

  private Relaid() {}

  /**
   * With other lanes.
   *
   * @param lanes what these hold, by {@link Planogram#laneNumber}
   * @param full units that every lane holds when it is filled, by the same
   * @param centresMm where the middle of these lanes is, by the same
   */
  public static Planogram of(
      Planogram before,
      Map<Integer, Planogram.Sku> lanes,
      Map<Integer, Integer> full,
      Map<Integer, Double> centresMm) {
    List<Planogram.Sku> skus = new ArrayList<>();
    List<Planogram.Shelf> shelves = new ArrayList<>();
    for (int s = 0; s < before.shelves().size(); s++) {
      Planogram.Shelf shelf = before.shelves().get(s);
      List<Planogram.Lane> own = new ArrayList<>();
      for (int l = 0; l < shelf.lanes().size(); l++) {
        Planogram.Lane lane = shelf.lanes().get(l);
        int number = Planogram.laneNumber(s, l);
        Planogram.Sku sku = lanes.getOrDefault(number, before.skus().get(lane.sku()));
        int stock = full.getOrDefault(number, lane.stock());
        double centre = centresMm.getOrDefault(number, lane.centreMm());
        double half = half(shelf, l, own, centre);
        boolean moves = centresMm.containsKey(number) && half > 0;
        own.add(
            new Planogram.Lane(
                place(skus, sku),
                moves ? centre - half : lane.fromMm(),
                moves ? centre + half : lane.toMm(),
                stock));
      }
      shelves.add(new Planogram.Shelf(shelf.id(), shelf.lengthMm(), shelf.noiseGrams(), own));
    }
    return new Planogram(before.currency(), shelves, skus);
  }

  /** As wide as its neighbours leave it about its middle, and as the widest lane of its shelf. */
  private static double half(
      Planogram.Shelf shelf, int lane, List<Planogram.Lane> left, double centreMm) {
    double from = left.isEmpty() ? 0 : left.getLast().toMm();
    boolean last = lane + 1 == shelf.lanes().size();
    double to = last ? shelf.lengthMm() : shelf.lanes().get(lane + 1).fromMm();
    double widest = shelf.lanes().stream().mapToDouble(l -> l.toMm() - l.fromMm()).max().orElse(0);
    return Math.min(widest / 2, Math.min(centreMm - from, to - centreMm));
  }

  /** One article has one mass, the one that was learned last. */
  private static int place(List<Planogram.Sku> skus, Planogram.Sku sku) {
    for (int place = 0; place < skus.size(); place++) {
      if (skus.get(place).id().equals(sku.id())) {
        return place;
      }
    }
    skus.add(sku);
    return skus.size() - 1;
  }

  /** How much a unit of goods packed by mass or volume differs from the next, grams. */
  public static double scatter(double grams) {
    return Math.max(0.5, OF_DEFICIENCY * deficiency(grams));
  }

  /** OIML R 87:2016, table 2; from 15 kg on one in a hundred, as there. */
  private static double deficiency(double grams) {
    if (grams <= 50) {
      return 0.09 * grams;
    }
    if (grams <= 100) {
      return 4.5;
    }
    if (grams <= 200) {
      return 0.045 * grams;
    }
    if (grams <= 300) {
      return 9;
    }
    if (grams <= 500) {
      return 0.03 * grams;
    }
    if (grams <= 1_000) {
      return 15;
    }
    return grams <= 10_000 ? 0.015 * grams : Math.max(150, 0.01 * grams);
  }
}
