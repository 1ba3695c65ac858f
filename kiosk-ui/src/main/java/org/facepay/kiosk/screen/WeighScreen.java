package org.facepay.kiosk.screen;

import java.util.List;
import java.util.Optional;

/** The screens for goods without a barcode: found by picture, then weighed or counted. */
public sealed interface WeighScreen extends Screen {

  /**
   * Goods to choose by picture. The page pages them; it keeps no letters of its own.
   *
   * @param goods that match the query, in the shop's order; everything while the query is empty
   * @param query initials typed so far, in capitals; of the pinyin or of the English name
   * @param letters the initials that still lead to goods, in capitals; every other key is dead
   * @param searching whether a landscape panel shows the letters; a portrait panel always does
   * @param scaleReady whether goods sold by weight can be sold now
   */
  record Produce(
      List<Good> goods,
      String query,
      String letters,
      boolean searching,
      boolean scaleReady,
      Totals totals)
      implements WeighScreen {}

  /**
   * One of them on the scale, or its pieces being counted.
   *
   * @param weight what the scale shows with its unit, e.g. "0.486 kg", tare already taken off;
   *     empty while it shows nothing that may be believed
   * @param tare weight of the bag that is taken off, e.g. "0.008 kg"; empty when none is
   * @param price weight or pieces times unit price; empty while it is not known
   * @param count pieces, 1 or more; 0 for goods sold by weight
   * @param bagFirst whether the shopper is to lay down the bag alone, to have it taken off
   * @param canAdd whether it can go into the basket now
   */
  record Weighing(
      Good good,
      ScaleState state,
      Optional<String> weight,
      Optional<String> tare,
      Optional<String> price,
      int count,
      boolean bagFirst,
      boolean canAdd)
      implements WeighScreen {}

  /**
   * Something to choose by picture.
   *
   * @param id what an intent names, at most 64 characters
   * @param picture name of a product picture of the sprite, without its prefix
   * @param price for one unit, figures only
   * @param unit what the price is for, e.g. "kg", "个"
   * @param byWeight whether it goes on the scale
   */
  record Good(
      String id, String picture, String name, String price, String unit, boolean byWeight) {}

  /** What the scale says, in what a shopper can do about it. */
  enum ScaleState {
    /** Nothing on it. */
    WAITING,
    /** In motion. */
    MOVING,
    /** Settled, above the least weight. */
    STABLE,
    TOO_HEAVY,
    /** Under the least weight that may be sold. */
    TOO_LIGHT,
    /** Under zero: something belongs on the scale, or it was started with something on it. */
    BELOW_ZERO,
    /** Not there, or not answering. */
    NO_SCALE,
    /** The weight is too old to be billed. */
    EXPIRED
  }
}
