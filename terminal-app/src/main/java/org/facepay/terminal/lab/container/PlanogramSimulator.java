package org.facepay.terminal.lab.container;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.facepay.terminal.sale.Barcode;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Planogram.Lane;
import org.facepay.terminal.settlement.planogram.Planogram.Shelf;
import org.facepay.terminal.settlement.planogram.Planogram.Sku;

/** Makes containers of six shelves with ten lanes each, one article a lane. */
public final class PlanogramSimulator {
  private static final int SHELVES = 6;
  private static final int LANES = 10;
  private static final double LANE_MM = 60;

  private PlanogramSimulator() {}

  /**
   * A container.
   *
   * @param masses gross masses to choose from, grams; made up if there are fewer than sixty
   */
  public static Planogram make(Recipe recipe, List<Double> masses, Random random) {
    List<Double> chosen = chosen(masses, random);
    List<Sku> skus = new ArrayList<>();
    for (double mass : chosen) {
      String body = String.format(Locale.ROOT, "69%010d", 100_000L * (skus.size() + 1) + 4711);
      String id = body + Barcode.checkDigit(body);
      long price = 50L * Math.round(4 + Math.exp(random.nextGaussian() * 0.7 + 2.2));
      double sigma = 0.25 * tolerance(mass);
      skus.add(new Sku(id, "Article " + (skus.size() + 1), price, mass, sigma));
    }
    List<Integer> order = order(recipe.layout(), skus, random);
    List<Shelf> shelves = new ArrayList<>();
    for (int s = 0; s < SHELVES; s++) {
      List<Lane> lanes = new ArrayList<>();
      for (int lane = 0; lane < LANES; lane++) {
        int sku = order.get(s * LANES + lane);
        lanes.add(new Lane(sku, lane * LANE_MM, (lane + 1) * LANE_MM, 4 + random.nextInt(5)));
      }
      shelves.add(new Shelf("S" + (s + 1), LANES * LANE_MM, recipe.noiseGrams(), lanes));
    }
    return new Planogram(Currency.getInstance("CNY"), shelves, skus);
  }

  private static List<Double> chosen(List<Double> masses, Random random) {
    List<Double> out = new ArrayList<>(masses);
    Collections.shuffle(out, random);
    while (out.size() < SHELVES * LANES) {
      // Small packs are many and close together, bottles and boxes few.
      double mass = Math.exp(Math.log(150) + 0.95 * random.nextGaussian());
      if (mass > 25 && mass < 1600) {
        out.add(Math.rint(mass * 100) / 100);
      }
    }
    return out.subList(0, SHELVES * LANES);
  }

  /** What a pack may lack by OIML R 87, table 2, grams; 4 times the standard deviation here. */
  static double tolerance(double grams) {
    if (grams < 50) {
      return 0.09 * grams;
    }
    if (grams < 100) {
      return 4.5;
    }
    if (grams < 200) {
      return 0.045 * grams;
    }
    if (grams < 300) {
      return 9;
    }
    if (grams < 500) {
      return 0.03 * grams;
    }
    return grams < 1000 ? 15 : 0.015 * grams;
  }

  private static List<Integer> order(Recipe.Layout layout, List<Sku> skus, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < skus.size(); i++) {
      order.add(i);
    }
    if (layout == Recipe.Layout.RANDOM) {
      Collections.shuffle(order, random);
      return order;
    }
    order.sort((a, b) -> Double.compare(skus.get(a).massGrams(), skus.get(b).massGrams()));
    if (layout == Recipe.Layout.SORTED) {
      return order;
    }
    List<Integer> dealt = new ArrayList<>();
    for (int s = 0; s < SHELVES; s++) {
      List<Integer> shelf = new ArrayList<>();
      for (int i = s; i < order.size(); i += SHELVES) {
        shelf.add(order.get(i));
      }
      Collections.shuffle(shelf, random);
      dealt.addAll(shelf);
    }
    return dealt;
  }
}
