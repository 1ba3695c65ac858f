package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.settlement.engine.Candidate.Worth;
import org.facepay.terminal.settlement.engine.Hypothesis.Held;
import org.facepay.terminal.settlement.engine.Hypothesis.Thing;

/** What an account is after one more stretch: beliefs, hand, things in wrong places. */
final class Successors {
  private static final double CROSSTALK = 0.001;
  private static final double LEAST_FELT = 0.01;

  private final Cells[] cells;
  private final Moves moves;

  Successors(Cells[] cells, Moves moves) {
    this.cells = cells;
    this.moves = moves;
  }

  /**
   * What is believed then.
   *
   * @param drift variance of either cell since the last reading of the shelf
   */
  Hypothesis of(Candidate c, Stretch s, double drift) {
    Hypothesis h = c.from();
    if (c.worth() == Worth.SAME || c.worth() == Worth.NOTHING) {
      return h.weighing(c.logWeight()).seeing(s.shelf(), c.worth() == Worth.SAME);
    }
    byte[] taken = h.taken().clone();
    for (byte lane : c.taken().lanes()) {
      taken[moves.firstLane(s.shelf()) + lane]++;
    }
    for (int lane : c.move().lanes()) {
      taken[lane]--;
    }
    Belief before = h.beliefs()[s.shelf()].plus(Level.at(0, 0, drift));
    Belief expected = before.plus(c.move().load()).minus(c.taken().load());
    double[] push = pushes(c, s);
    double[] trail = h.trail().clone();
    Belief[] beliefs = h.beliefs().clone();
    beliefs[s.shelf()] = cells[s.shelf()].after(expected, push, s, trail);
    crosstalk(s.shelf(), c.move().load().total() - c.taken().load().total(), beliefs);
    Level level = expected.level();
    double meant = cells[s.shelf()].meant(expected, s);
    count(c, h.trail(), trail);
    return new Hypothesis(
        c.logWeight(),
        taken,
        hand(c, s, level, meant),
        things(c, s, level, meant),
        beliefs,
        trail,
        h.blind() & ~(1L << s.shelf()),
        h.lost() || c.move().lost());
  }

  private double[] pushes(Candidate c, Stretch s) {
    if (c.worth() == Worth.UNTOUCHED) {
      return Moves.NO_PUSH;
    }
    return c.taken().units() == 0 ? moves.push(s.shelf()) : c.taken().pushes();
  }

  /** A shelf's neighbours feel a little of what came or went. */
  private static void crosstalk(int shelf, double grams, Belief[] beliefs) {
    double felt = CROSSTALK * grams * CROSSTALK * grams;
    for (int other = shelf - 1; other <= shelf + 1 && felt > LEAST_FELT; other += 2) {
      if (other >= 0 && other < beliefs.length) {
        beliefs[other] = beliefs[other].plus(Level.at(0, 0, felt / 2));
      }
    }
  }

  private List<Held> hand(Candidate c, Stretch s, Level expected, double meant) {
    List<Held> hand = new ArrayList<>(c.from().hand());
    hand.removeAll(c.move().from());
    for (byte lane : c.taken().lanes()) {
      // What is missing is the unit: its load with the sign turned.
      double a = 2 * expected.a() - s.a();
      double b = 2 * expected.b() - s.b();
      Level unit = moves.unit(s.shelf(), lane);
      Level known = Cells.part(expected, unit, a, b, meant);
      hold(hand, moves.sku(moves.firstLane(s.shelf()) + lane), known);
    }
    Thing lifted = c.move().lifted();
    if (lifted != null && lifted.sku() != Hypothesis.FOREIGN) {
      hold(hand, lifted.sku(), lifted.load());
    }
    return List.copyOf(hand);
  }

  private static void hold(List<Held> hand, int sku, Level load) {
    int number = hand.isEmpty() ? 0 : hand.getLast().number() + 1;
    hand.add(new Held(number, sku, load.total(), load.totalVariance()));
  }

  private List<Thing> things(Candidate c, Stretch s, Level expected, double meant) {
    List<Thing> things = new ArrayList<>(c.from().things());
    if (c.move().lifted() != null) {
      things.remove(c.move().lifted());
    }
    for (Thing t : c.move().laid()) {
      Level known = Cells.part(expected, t.load(), s.a(), s.b(), meant);
      things.add(new Thing(t.shelf(), t.sku(), known));
    }
    return List.copyOf(things);
  }

  private static void count(Candidate c, double[] before, double[] trail) {
    if (c.stays()) {
      // On an idle shelf nobody pushes: it would only dilute the share.
      System.arraycopy(
          before, Experience.PUSH, trail, Experience.PUSH, Experience.COUNTS - Experience.PUSH);
    }
    trail[Experience.STEP]++;
    trail[Experience.HELD] += c.from().hand().isEmpty() ? 0 : 1;
    trail[Experience.GRIP] += c.taken().units() > 0 ? 1 : 0;
    trail[Experience.BACK] += c.move().from().size();
    trail[Experience.OWN] += c.move().lanes().size();
    for (Thing t : c.move().laid()) {
      trail[Experience.FOREIGN] += t.sku() == Hypothesis.FOREIGN ? 1 : 0;
    }
    if (c.taken().units() == 2) {
      trail[Experience.PAIR]++;
      trail[Experience.ALIKE] += c.taken().alike() ? 1 : 0;
    }
  }
}
