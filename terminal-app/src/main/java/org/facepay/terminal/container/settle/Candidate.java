package org.facepay.terminal.container.settle;

import org.facepay.terminal.container.settle.UnitTable.Handful;

/**
 * An account that may go on like this.
 *
 * @param move what came
 * @param taken what left its lanes
 * @param junk whether the reading says nothing, because a hand lay on the shelf
 */
record Candidate(Hypothesis from, Move move, Handful taken, boolean junk, double logWeight) {
  static final Handful NONE = new Handful(new byte[0], Level.at(0, 0, 0), 0, 0);
  static final Move STAY = Move.of(NONE.load(), 0, 0);

  boolean stays() {
    return move.nothing() && taken.units() == 0;
  }
}
