package org.facepay.terminal.settlement.engine;

import org.facepay.terminal.settlement.engine.UnitTable.Handful;

/**
 * An account that may go on like this.
 *
 * @param move what came
 * @param taken what left its lanes
 * @param worth what the reading says
 */
record Candidate(Hypothesis from, Move move, Handful taken, Worth worth, double logWeight) {
  static final Handful NONE = new Handful(new byte[0], Level.at(0, 0, 0), new double[0], 0);
  static final Move STAY = Move.of(NONE.load(), 0, 0);

  /** What a reading says of the load. */
  enum Worth {
    /** What is on the shelf, but for friction and scatter. */
    LOAD,
    /** The same of a shelf that only the door shook: nobody pushed anything. */
    UNTOUCHED,
    /** What the one before said, friction and all. */
    SAME,
    /** Nothing: a hand lay on the shelf. */
    NOTHING
  }

  boolean stays() {
    return move.nothing() && taken.units() == 0;
  }
}
