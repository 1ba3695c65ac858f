package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * What shoppers do, as prior probabilities of one transition between two stretches of a shelf, and
 * how units stand. They only have to be of the right order: a reading outweighs them soon.
 *
 * @param take something leaves
 * @param putBack a unit comes back, if the hand holds one, to any shelf
 * @param foreign something is put down that is no article
 * @param retrieve a thing that lies in the wrong place is picked up
 * @param shift a unit is taken and put elsewhere on the shelf before it has come to rest
 * @param unknown something happens that is not among these
 * @param both something leaves too when something comes, in proportion
 * @param pair a handful is of two units
 * @param wideShare friction is wide
 * @param alike a handful of several is all of one lane
 * @param ownLane a unit comes back to where its like stand, if they stand on that shelf
 * @param placeSigmaMm how far a unit's centre is off the middle of its lane
 * @param gain error of a cell as a share of the mass that came or went
 * @param driftPerSecond variance of either cell, grams squared
 * @param pushShare how often neighbours are pushed
 * @param pushMm how far, standard deviation
 */
record Handling(
    double take,
    double putBack,
    double foreign,
    double retrieve,
    double shift,
    double unknown,
    double both,
    double pair,
    double alike,
    double wideShare,
    double ownLane,
    double placeSigmaMm,
    double gain,
    double driftPerSecond,
    double pushShare,
    double pushMm) {
  private static final double[] MORE = {0.02, 0.005, 0.002};

  /** What fits a pocket, and what does not: about as often in every octave. */
  private static final double[][] FOREIGN_GRAMS = {
    {26, 12}, {60, 28}, {135, 62}, {310, 140}, {710, 320}
  };

  private static final double[] FOREIGN_PLACES = {0.15, 0.5, 0.85};
  private static final double FOREIGN_PLACE_SIGMA = 0.15;

  static Handling usual() {
    return new Handling(
        0.3, 0.03, 0.0015, 0.05, 0.0004, 0.0002, 0.05, 0.2, 0.6, 0.01, 0.75, 10.2, 0.0007, 0.003,
        0.03, 3.2);
  }

  /** The same, with the shares that earlier sessions showed. */
  Handling after(Experience e) {
    return new Handling(
        e.share(Experience.GRIP, Experience.STEP, take, 60),
        e.share(Experience.BACK, Experience.HELD, putBack, 100),
        e.share(Experience.FOREIGN, Experience.STEP, foreign, 600),
        retrieve,
        shift,
        unknown,
        both,
        e.share(Experience.PAIR, Experience.GRIP, pair, 30),
        e.alike(alike),
        e.share(Experience.WIDE, wideShare),
        e.share(Experience.OWN, Experience.BACK, ownLane, 15),
        placeSigmaMm,
        gain,
        driftPerSecond,
        e.share(Experience.PUSH, pushShare),
        pushMm);
  }

  private double size(int units) {
    return switch (units) {
      case 1 -> 1 - pair - MORE[0] - MORE[1] - MORE[2];
      case 2 -> pair;
      default -> MORE[units - 3];
    };
  }

  /** Handfuls of one size with their probabilities: a share of them is all of one lane. */
  List<UnitTable.Handful> weighed(List<UnitTable.Handful> handfuls) {
    long like = handfuls.stream().filter(UnitTable.Handful::alike).count();
    long mixed = handfuls.size() - like;
    List<UnitTable.Handful> out = new ArrayList<>();
    for (UnitTable.Handful h : handfuls) {
      double kind = mixed == 0 ? 1 : h.alike() ? alike : 1 - alike;
      out.add(h.weighing(Math.log(size(h.units()) * kind / (h.alike() ? like : mixed))));
    }
    return out;
  }

  /** What a unit in its lane weighs over the two cells. */
  Level unitIn(Planogram planogram, int shelf, int lane) {
    Planogram.Shelf on = planogram.shelves().get(shelf);
    Planogram.Lane in = on.lanes().get(lane);
    Planogram.Sku sku = planogram.skus().get(in.sku());
    return Level.unit(
        sku.massGrams(),
        Math.hypot(sku.massSigmaGrams(), gain * sku.massGrams()),
        in.centreMm() / on.lengthMm(),
        placeSigmaMm / on.lengthMm());
  }

  /** What a unit of known mass weighs that comes to a lane. */
  Level inLane(Planogram planogram, int shelf, int lane, Hypothesis.Held unit) {
    Planogram.Shelf on = planogram.shelves().get(shelf);
    double share = on.lanes().get(lane).centreMm() / on.lengthMm();
    return Level.unit(unit.grams(), sigma(unit), share, placeSigmaMm / on.lengthMm());
  }

  /** What it weighs when it is put down anywhere. */
  Level anywhere(Hypothesis.Held unit) {
    return Level.unit(unit.grams(), sigma(unit), 0.5, 0.29);
  }

  private double sigma(Hypothesis.Held unit) {
    double error = gain * unit.grams();
    return Math.sqrt(unit.variance() + error * error);
  }

  /** A unit stands elsewhere on its shelf, by a share of its length. */
  Level shifted(Planogram planogram, int shelf, double by) {
    double sum = 0;
    for (Planogram.Lane lane : planogram.shelves().get(shelf).lanes()) {
      double mass = planogram.skus().get(lane.sku()).massGrams();
      sum += mass * mass;
    }
    double variance = by * by * sum / planogram.shelves().get(shelf).lanes().size();
    return new Level(0, 0, variance, -variance, variance);
  }

  /** Something of unknown mass at an unknown place, as a mixture of equal shares. */
  static List<Level> foreignThings() {
    List<Level> out = new ArrayList<>();
    for (double[] mass : FOREIGN_GRAMS) {
      for (double place : FOREIGN_PLACES) {
        out.add(Level.unit(mass[0], mass[1], place, FOREIGN_PLACE_SIGMA));
      }
    }
    return out;
  }

  /** Variance of what moves from one cell to the other when a lane's goods are pushed aside. */
  double pushVariance(Planogram planogram, int shelf, int lane) {
    Planogram.Shelf on = planogram.shelves().get(shelf);
    Planogram.Lane in = on.lanes().get(lane);
    double moved = in.stock() * planogram.skus().get(in.sku()).massGrams() * pushMm / on.lengthMm();
    return moved * moved;
  }
}
