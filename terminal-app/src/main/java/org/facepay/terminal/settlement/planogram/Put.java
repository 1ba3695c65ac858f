package org.facepay.terminal.settlement.planogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where units of one article were put, by what the shelves weigh more than before. */
public sealed interface Put {
  /** One shelf by so much, grams over its left and its right cell. */
  record Gain(double left, double right) {
    double total() {
      return left + right;
    }
  }

  /**
   * Into this lane.
   *
   * @param shelf from 0
   * @param place on it, from 0
   * @param unitGrams of each, by the shelf
   * @param centreMm where the lane's middle is, by what lies in it now and by the planogram
   */
  record Into(int shelf, int place, double unitGrams, double centreMm) implements Put {}

  /** Nobody can say where, or what. */
  record Unclear(Why why) implements Put {}

  /** Why. */
  enum Why {
    NOTHING_HEAVIER,
    /** Two people fill two shelves, or something was taken meanwhile. */
    SEVERAL_SHELVES,
    BETWEEN_LANES,
    /** So many of it do not weigh that. */
    OTHER_NUMBER,
    /** No article that is sold from a shelf is so light or so heavy. */
    NO_SUCH_MASS
  }

  /** A unit's centre is about so far from the middle of its lane, one sigma (FORMAT.md). */
  double UNIT_MM = 10;

  /** What non-linear cells and a shelf that bends add to it. */
  double CELLS_MM = 3;

  /** The middle of a lane is about so far from where the planogram says, one sigma. */
  double LANE_MM = 10;

  /** Nearer to its lane than to any other by this factor of the Gaussian densities. */
  double CLEARLY = 100;

  double LEAST_GAIN_GRAMS = 5;
  double SIGMAS = 5;
  double LIGHTEST_GRAMS = 5;
  double HEAVIEST_GRAMS = 15_000;

  /**
   * What the shelves say.
   *
   * @param gains of every shelf of the planogram
   * @param units that whoever put them there has counted
   * @param known the article, where its mass is known
   */
  static Put of(Planogram planogram, List<Gain> gains, int units, Optional<Planogram.Sku> known) {
    List<Integer> moved = new ArrayList<>();
    for (int s = 0; s < gains.size(); s++) {
      if (Math.abs(gains.get(s).total()) > least(planogram.shelves().get(s))) {
        moved.add(s);
      }
    }
    if (moved.size() > 1) {
      return new Unclear(Why.SEVERAL_SHELVES);
    }
    if (moved.isEmpty() || gains.get(moved.getFirst()).total() < 0) {
      return new Unclear(Why.NOTHING_HEAVIER);
    }
    int shelf = moved.getFirst();
    Gain gain = gains.get(shelf);
    double unit = gain.total() / units;
    Optional<Why> wrong = wrong(planogram.shelves().get(shelf), gain.total(), units, known);
    return wrong
        .<Put>map(Unclear::new)
        .orElseGet(
            () ->
                lane(planogram.shelves().get(shelf), gain, units)
                    .<Put>map(
                        place ->
                            new Into(
                                shelf,
                                place,
                                unit,
                                centre(planogram.shelves().get(shelf), place, gain, units)))
                    .orElse(new Unclear(Why.BETWEEN_LANES)));
  }

  /** Before and after each have their own friction. */
  private static double least(Planogram.Shelf shelf) {
    return Math.max(LEAST_GAIN_GRAMS, SIGMAS * Math.sqrt(2) * shelf.noiseGrams());
  }

  /** A mass that is known has to fit; one that is not has to be one that goods have. */
  private static Optional<Why> wrong(
      Planogram.Shelf shelf, double grams, int units, Optional<Planogram.Sku> known) {
    double unit = grams / units;
    if (known.isEmpty()) {
      boolean goods = unit >= LIGHTEST_GRAMS && unit <= HEAVIEST_GRAMS;
      return goods ? Optional.empty() : Optional.of(Why.NO_SUCH_MASS);
    }
    Planogram.Sku sku = known.get();
    // The scatter from unit to unit, that of the mean itself, and the friction of two rests.
    double sigma =
        Math.sqrt(
            units * square(sku.massSigmaGrams())
                + square(units * sku.massSigmaGrams() / 2)
                + 2 * square(shelf.noiseGrams()));
    double off = Math.abs(grams - units * sku.massGrams());
    return off <= Math.min(SIGMAS * sigma + 1, sku.massGrams() / 2)
        ? Optional.empty()
        : Optional.of(Why.OTHER_NUMBER);
  }

  private static double square(double x) {
    return x * x;
  }

  /** By moments about the left cell. */
  private static double at(Planogram.Shelf shelf, Gain gain) {
    return shelf.lengthMm() * gain.right() / gain.total();
  }

  /** Of the place of so many units against the middle of their lane. */
  private static double variance(Planogram.Shelf shelf, Gain gain, int units) {
    double cells = shelf.lengthMm() * shelf.noiseGrams() / gain.total();
    return square(UNIT_MM) / units + square(CELLS_MM) + square(cells);
  }

  /** The mean of a Gaussian belief after one reading (Kalman, 1960). */
  private static double centre(Planogram.Shelf shelf, int place, Gain gain, int units) {
    double before = shelf.lanes().get(place).centreMm();
    double trust = square(LANE_MM) / (square(LANE_MM) + variance(shelf, gain, units));
    return before + trust * (at(shelf, gain) - before);
  }

  /** Empty where two lanes are about as likely. */
  private static Optional<Integer> lane(Planogram.Shelf shelf, Gain gain, int units) {
    double at = at(shelf, gain);
    double variance = variance(shelf, gain, units);
    int best = -1;
    double nearest = Double.MAX_VALUE;
    double next = Double.MAX_VALUE;
    for (int l = 0; l < shelf.lanes().size(); l++) {
      double distance = square(at - shelf.lanes().get(l).centreMm());
      if (distance < nearest) {
        next = nearest;
        nearest = distance;
        best = l;
      } else {
        next = Math.min(next, distance);
      }
    }
    if (best < 0 || next - nearest < 2 * variance * Math.log(CLEARLY)) {
      return Optional.empty();
    }
    double half = (shelf.lanes().get(best).toMm() - shelf.lanes().get(best).fromMm()) / 2;
    return Math.sqrt(nearest) <= half + CELLS_MM ? Optional.of(best) : Optional.empty();
  }
}
