package org.facepay.terminal.settlement.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes to a shelf, or is picked up there from a wrong place, between two stretches; units
 * that leave their lanes come on top.
 *
 * @param load what that adds to the shelf
 * @param logPrior its probability
 * @param from the units that come, out of the hand
 * @param lanes where units came back to, places among the lanes of all shelves
 * @param laid what was put down in a wrong place
 * @param lifted what was picked up there
 * @param lost nobody knows what it was
 * @param mostTaken how many units may leave their lanes besides
 */
record Move(
    Level load,
    double logPrior,
    List<Hypothesis.Held> from,
    List<Integer> lanes,
    List<Hypothesis.Thing> laid,
    Hypothesis.@Nullable Thing lifted,
    boolean lost,
    int mostTaken) {

  boolean nothing() {
    return logPrior == 0;
  }

  /** Something that involves no unit in the hand. */
  static Move of(Level load, double logPrior, int mostTaken) {
    return new Move(load, logPrior, List.of(), List.of(), List.of(), null, false, mostTaken);
  }

  /** Something that nobody can explain: cells that are swapped or jump look like it. */
  static Move puzzling(Level load, double logPrior, int mostTaken) {
    return new Move(load, logPrior, List.of(), List.of(), List.of(), null, true, mostTaken);
  }

  /** Units come, to lanes or to wrong places. */
  static Move coming(
      Level load,
      double logPrior,
      List<Hypothesis.Held> from,
      List<Integer> lanes,
      List<Hypothesis.Thing> laid,
      int mostTaken) {
    return new Move(load, logPrior, from, lanes, laid, null, false, mostTaken);
  }
}
