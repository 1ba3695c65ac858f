package org.facepay.terminal.lab.container;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Planogram.Lane;
import org.facepay.terminal.settlement.planogram.Planogram.Shelf;

/** The mechanics of a container: units in lanes, what moves them, and what the cells feel of it. */
final class Cabinet {
  private static final double PLACE_SIGMA_MM = 10;

  /**
   * One unit of an article, or something foreign.
   *
   * @param sku place in the planogram, -1 for foreign things
   */
  record Unit(int sku, double grams) {}

  private record Standing(Unit unit, double placeMm) {}

  private final Planogram planogram;
  private final Random random;
  private final List<List<Deque<Standing>>> lanes = new ArrayList<>();
  private final List<CellSignal> signals = new ArrayList<>();
  private final List<SortedSet<Long>> disturbedMs = new ArrayList<>();
  private final long lastsMs;
  private final Conditions.Wide wide;

  Cabinet(Planogram planogram, long lastsMs, Conditions.Wide wide, Random random) {
    this.planogram = planogram;
    this.lastsMs = lastsMs;
    this.random = random;
    this.wide = wide;
    for (Shelf shelf : planogram.shelves()) {
      var signal = new CellSignal(shelf.lengthMm(), lastsMs);
      signal.add(0, 2000 + random.nextInt(1500), 2000 + random.nextInt(1500));
      List<Deque<Standing>> own = new ArrayList<>();
      for (Lane lane : shelf.lanes()) {
        own.add(stock(lane, signal));
      }
      lanes.add(own);
      signals.add(signal);
      disturbedMs.add(new TreeSet<>(List.of(0L)));
    }
  }

  private Deque<Standing> stock(Lane lane, CellSignal signal) {
    Deque<Standing> units = new ArrayDeque<>();
    Planogram.Sku sku = planogram.skus().get(lane.sku());
    for (int i = 0; i < lane.stock(); i++) {
      double grams = sku.massGrams() + sku.massSigmaGrams() * random.nextGaussian();
      double place = lane.centreMm() + PLACE_SIGMA_MM * random.nextGaussian();
      units.addLast(new Standing(new Unit(lane.sku(), grams), place));
      signal.load(0, 0, grams, place);
    }
    return units;
  }

  boolean empty(int shelf, int lane) {
    return lanes.get(shelf).get(lane).isEmpty();
  }

  CellSignal signal(int shelf) {
    return signals.get(shelf);
  }

  /** The foremost unit leaves its lane. */
  Unit take(int shelf, int lane, long atMs) {
    Standing s = lanes.get(shelf).get(lane).removeFirst();
    change(shelf, atMs, -s.unit().grams(), s.placeMm());
    return s.unit();
  }

  /** A unit comes to the front of a lane. */
  void put(int shelf, int lane, Unit unit, long atMs) {
    double centre = planogram.shelves().get(shelf).lanes().get(lane).centreMm();
    double place = centre + PLACE_SIGMA_MM * random.nextGaussian();
    lanes.get(shelf).get(lane).addFirst(new Standing(unit, place));
    change(shelf, atMs, unit.grams(), place);
  }

  /** A load comes or goes at a place. */
  void change(int shelf, long atMs, double grams, double placeMm) {
    long over = random.nextInt(180);
    signals.get(shelf).load(atMs, over, grams, placeMm);
    double swing = grams * (0.1 + 0.2 * random.nextDouble());
    double share = placeMm / planogram.shelves().get(shelf).lengthMm();
    signals
        .get(shelf)
        .ring(
            atMs + over,
            swing * (1 - share),
            swing * share,
            hertz(),
            0.08 + 0.1 * random.nextDouble());
    settle(shelf, atMs);
  }

  /** The goods of a lane slide to one side. */
  void push(int shelf, int lane, long atMs, double usualMm) {
    double mm = 1.5 * random.nextGaussian() + (random.nextBoolean() ? usualMm : -usualMm);
    Deque<Standing> units = lanes.get(shelf).get(lane);
    List<Standing> moved = new ArrayList<>();
    for (Standing s : units) {
      signals.get(shelf).load(atMs, 100, -s.unit().grams(), s.placeMm());
      signals.get(shelf).load(atMs, 100, s.unit().grams(), s.placeMm() + mm);
      moved.add(new Standing(s.unit(), s.placeMm() + mm));
    }
    units.clear();
    units.addAll(moved);
    settle(shelf, atMs);
  }

  /** A hand lies on a shelf for a while, or lifts it. */
  void press(int shelf, long fromMs, long lastsMs, double grams) {
    double place = random.nextDouble() * planogram.shelves().get(shelf).lengthMm();
    signals.get(shelf).press(fromMs, fromMs + lastsMs, grams, place);
    settle(shelf, fromMs + lastsMs / 2);
    settle(shelf, fromMs + lastsMs);
  }

  /** The door moves everything. */
  void shake(long atMs, double grams) {
    for (int s = 0; s < signals.size(); s++) {
      double left = grams * random.nextGaussian();
      double right = grams * random.nextGaussian();
      signals.get(s).ring(atMs, left, right, hertz(), 0.1 + 0.1 * random.nextDouble());
      settle(s, atMs);
    }
  }

  private double hertz() {
    return 4 + 6 * random.nextDouble();
  }

  /** Friction and seating will be found anew. */
  private void settle(int shelf, long atMs) {
    disturbedMs.get(shelf).add(atMs);
  }

  /** What friction adds to the load of a shelf. */
  CellSignal friction(int shelf) {
    CellSignal anew = new CellSignal(planogram.shelves().get(shelf).lengthMm(), lastsMs);
    double sigma = planogram.shelves().get(shelf).noiseGrams() / Math.sqrt(2);
    double a = 0;
    double b = 0;
    for (long ms : disturbedMs.get(shelf)) {
      double timesA = times();
      double timesB = wide.oneCell() ? times() : timesA;
      double nextA = timesA * sigma * random.nextGaussian();
      double nextB = timesB * sigma * random.nextGaussian();
      anew.add(ms, nextA - a, nextB - b);
      a = nextA;
      b = nextB;
    }
    return anew;
  }

  private double times() {
    boolean usual = random.nextDouble() >= wide.stretches();
    return usual ? 1 : wide.times() * (0.6 + 0.8 * random.nextDouble());
  }
}
