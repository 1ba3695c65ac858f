package org.facepay.terminal.lab.container;

import java.util.Random;

/**
 * What nobody tells the engine of one set of sessions: how its cells misbehave and how its people
 * shop. The format names these things and gives no figure for most, so every set draws its own, and
 * an engine that is tuned to one of them shows it on the next.
 */
record Conditions(Readout readout, Wide wide, Vibration vibration, Habits habits, Hands hands) {

  /**
   * What cells always do.
   *
   * @param scatterGrams of single samples, one cell
   * @param driftGramsPerMinute standard deviation over cells
   * @param bend standard deviation of the share per gram by which the gain grows with the load
   * @param crosstalk share of a neighbouring shelf's change that is felt
   * @param missing share of rows
   */
  record Readout(
      double scatterGrams,
      double driftGramsPerMinute,
      double bend,
      double crosstalk,
      double missing) {}

  /**
   * Errors far larger than usual.
   *
   * @param stretches share of stretches that come to rest far off
   * @param times the noise, on average
   * @param oneCell whether each cell is off for itself
   * @param samples share of single samples far off
   * @param grams how far these are off, standard deviation
   */
  record Wide(double stretches, double times, boolean oneCell, double samples, double grams) {}

  /**
   * A compressor.
   *
   * @param share of sessions in which it runs
   * @param wave whether it is a wave, otherwise every sample is anywhere in the band
   * @param duty share of such a session for which it runs
   */
  record Vibration(double share, boolean wave, double duty) {}

  /**
   * What people do, as shares.
   *
   * @param grips mean number in a session
   * @param putBack of units
   * @param twoHanded of grips
   * @param alike of these that are of one lane
   * @param foreign of sessions in which something foreign is put down
   * @param pushed of grips that move a neighbour
   */
  record Habits(
      double grips,
      double putBack,
      double twoHanded,
      double alike,
      double foreign,
      double pushed) {}

  /**
   * How calm hands are, as shares.
   *
   * @param reach of grips and put-backs in which a hand touches the shelf on its way
   * @param lean of grips before which somebody leans on a shelf
   * @param astray of put-backs that go to another shelf
   * @param otherLane of put-backs that go to any lane of the right shelf
   * @param pushMm how far a neighbour is pushed, at the most likely
   */
  record Hands(double reach, double lean, double astray, double otherLane, double pushMm) {}

  static Conditions drawn(Recipe recipe, Random random) {
    var still = new Vibration(0, false, 0);
    var shakes =
        new Vibration(between(0.1, 0.8, random), random.nextBoolean(), between(0.3, 1.4, random));
    Wide none = new Wide(0, 1, false, 0, 0);
    Recipe.Weather weather = recipe.weather();
    return new Conditions(
        readout(recipe.noiseGrams(), weather, random),
        recipe.tails() ? wide(times(weather, random), random) : none,
        recipe.tails() ? shakes : still,
        habits(weather, random),
        hands(times(weather, random)));
  }

  /** How much more often than usual something happens. */
  private static double times(Recipe.Weather weather, Random random) {
    return switch (weather) {
      case MILD -> 0.45;
      case USUAL -> 1;
      case HARD -> 1.6;
      case WILD -> Math.exp(between(-1.4, 1.4, random));
    };
  }

  private static Readout readout(double noise, Recipe.Weather weather, Random random) {
    return new Readout(
        between(0.1, 0.3, random) + noise * between(0, 0.12, random),
        times(weather, random) * between(0, 0.6, random),
        times(weather, random) * between(0, 6e-8, random),
        times(weather, random) * between(0, 0.002, random),
        times(weather, random) * between(0, 0.012, random));
  }

  private static Wide wide(double times, Random random) {
    return new Wide(
        times * between(0.01, 0.08, random),
        between(3, 6, random),
        random.nextBoolean(),
        between(0.0005, 0.006, random),
        between(10, 120, random));
  }

  private static Habits habits(Recipe.Weather weather, Random random) {
    double times = times(weather, random);
    return new Habits(
        Math.min(1, 1.3 * times) * between(0.7, 2.2, random),
        times * between(0.08, 0.16, random),
        between(0.15, 0.35, random),
        between(0.2, 0.7, random) * Math.min(1, 1.6 * times),
        times(weather, random) * between(0.02, 0.08, random),
        times(weather, random) * between(0.01, 0.08, random));
  }

  private static Hands hands(double times) {
    double often = Math.min(1.6, times);
    return new Hands(0.5 * often, 0.2 * often, 0.25, 0.12 * often, 1.5 + Math.min(2, times));
  }

  private static double between(double least, double most, Random random) {
    return least + (most - least) * random.nextDouble();
  }
}
