package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facepay.terminal.settlement.engine.Hypothesis.Held;
import org.facepay.terminal.settlement.engine.Hypothesis.Thing;
import org.facepay.terminal.settlement.planogram.Planogram;

/** What can come to a shelf, by what the hand holds. */
final class Moves {
  private static final Level NOTHING = Level.at(0, 0, 0);
  private static final Level ANYTHING = Level.at(0, 0, 1e6);

  /** A cell that jumps by itself. */
  private static final Level JUMP_LEFT = new Level(0, 0, 200 * 200, 0, 0);

  private static final Level JUMP_RIGHT = new Level(0, 0, 0, 0, 200 * 200);

  /** Where nobody is to push. */
  static final double[] NO_PUSH = {};

  private static final int ANY = 5;
  private static final List<Level> FOREIGN = Handling.foreignThings();

  private final Planogram planogram;
  private final Handling handling;
  private final int[] firstLane;
  private final int[] skuOfLane;
  private final double[][] pushes;
  private final Level[] shifted;
  private final Level[] nudged;

  Moves(Planogram planogram, Handling handling) {
    this.planogram = planogram;
    this.handling = handling;
    firstLane = new int[planogram.shelves().size() + 1];
    for (int s = 0; s < planogram.shelves().size(); s++) {
      firstLane[s + 1] = firstLane[s] + planogram.shelves().get(s).lanes().size();
    }
    pushes = new double[planogram.shelves().size()][];
    shifted = new Level[pushes.length];
    nudged = new Level[pushes.length];
    for (int s = 0; s < pushes.length; s++) {
      shifted[s] = handling.shifted(planogram, s, 0.35);
      nudged[s] = handling.shifted(planogram, s, 0.03);
      pushes[s] = pushes(s);
    }
    skuOfLane =
        planogram.shelves().stream()
            .flatMap(s -> s.lanes().stream())
            .mapToInt(Planogram.Lane::sku)
            .toArray();
  }

  /** Of a light lane and of a heavy one. */
  private double[] pushes(int shelf) {
    int n = planogram.shelves().get(shelf).lanes().size();
    double[] all = new double[n];
    for (int lane = 0; lane < n; lane++) {
      all[lane] = handling.pushVariance(planogram, shelf, lane);
    }
    Arrays.sort(all);
    return new double[] {all[n / 4], all[n - 1 - n / 8]};
  }

  int firstLane(int shelf) {
    return firstLane[shelf];
  }

  int lanes() {
    return skuOfLane.length;
  }

  /** Variances of a push of a lane that is not known. */
  double[] push(int shelf) {
    return pushes[shelf];
  }

  Level unit(int shelf, int lane) {
    return handling.unitIn(planogram, shelf, lane);
  }

  int stock(int shelf, int lane) {
    return planogram.shelves().get(shelf).lanes().get(lane).stock();
  }

  /** The article of a lane, counted among those of all shelves. */
  int sku(int lane) {
    return skuOfLane[lane];
  }

  int articles() {
    return planogram.skus().size();
  }

  /**
   * Everything that can come, nothing first.
   *
   * @param leastOfTwo log probability below which two units at once need not be told
   */
  List<Move> on(int shelf, Hypothesis h, double leastOfTwo) {
    List<Move> out = new ArrayList<>();
    out.add(Move.of(NOTHING, 0, ANY));
    List<Move> single = singles(shelf, h);
    out.addAll(single);
    pairs(single, leastOfTwo, out);
    out.add(Move.of(shifted[shelf], Math.log(handling.shift()), 2));
    out.add(Move.of(nudged[shelf], Math.log(10 * handling.shift()), 2));
    double each = Math.log(handling.foreign() / FOREIGN.size());
    for (Level load : FOREIGN) {
      List<Thing> thing = List.of(new Thing(shelf, Hypothesis.FOREIGN, load));
      out.add(Move.coming(load, each, List.of(), List.of(), thing, 0));
    }
    for (Thing t : h.things()) {
      if (t.shelf() == shelf) {
        double times = t.sku() == Hypothesis.FOREIGN ? 4 : 1;
        double log = Math.log(times * handling.retrieve());
        Level gone = NOTHING.minus(t.load());
        out.add(new Move(gone, log, List.of(), List.of(), List.of(), t, false, 1));
      }
    }
    double log = Math.log(handling.unknown());
    out.add(Move.puzzling(ANYTHING, log, 0));
    out.add(Move.puzzling(JUMP_LEFT, log, 1));
    out.add(Move.puzzling(JUMP_RIGHT, log, 1));
    return out;
  }

  /** One unit comes back. */
  private List<Move> singles(int shelf, Hypothesis h) {
    List<Move> out = new ArrayList<>();
    for (Held unit : h.hand()) {
      double share = handling.putBack() / h.hand().size();
      toOwnLanes(shelf, unit, share, out);
      Level load = handling.anywhere(unit);
      Thing thing = new Thing(shelf, unit.sku(), load);
      double log = Math.log(share * (1 - handling.ownLane()));
      out.add(Move.coming(load, log, List.of(unit), List.of(), List.of(thing), 2));
    }
    return out;
  }

  private void toOwnLanes(int shelf, Held unit, double share, List<Move> out) {
    int own = 0;
    for (int lane = firstLane[shelf]; lane < firstLane[shelf + 1]; lane++) {
      own += skuOfLane[lane] == unit.sku() ? 1 : 0;
    }
    for (int lane = firstLane[shelf]; lane < firstLane[shelf + 1]; lane++) {
      if (skuOfLane[lane] == unit.sku()) {
        Level load = handling.inLane(planogram, shelf, lane - firstLane[shelf], unit);
        double log = Math.log(share * handling.ownLane() * pushes.length / own);
        out.add(Move.coming(load, log, List.of(unit), List.of(lane), List.of(), 2));
      }
    }
  }

  /** Two units come back at once. */
  private static void pairs(List<Move> single, double least, List<Move> out) {
    for (int i = 0; i < single.size(); i++) {
      for (int j = i + 1; j < single.size(); j++) {
        Move x = single.get(i);
        Move y = single.get(j);
        double log = x.logPrior() + y.logPrior();
        if (log >= least && x.from().getFirst().number() != y.from().getFirst().number()) {
          Level load = x.load().plus(y.load());
          out.add(
              Move.coming(
                  load,
                  log,
                  both(x.from(), y.from()),
                  both(x.lanes(), y.lanes()),
                  both(x.laid(), y.laid()),
                  0));
        }
      }
    }
  }

  private static <T> List<T> both(List<T> x, List<T> y) {
    List<T> out = new ArrayList<>(x);
    out.addAll(y);
    return out;
  }
}
