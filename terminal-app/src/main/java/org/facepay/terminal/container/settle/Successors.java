package org.facepay.terminal.container.settle;

import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.container.settle.Hypothesis.Held;
import org.facepay.terminal.container.settle.Hypothesis.Thing;

/** What an account is after one more stretch: beliefs, hand, things in wrong places. */
final class Successors {
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
    if (c.junk()) {
      return h.weighing(c.logWeight());
    }
    byte[] taken = h.taken().clone();
    for (byte lane : c.taken().lanes()) {
      taken[moves.firstLane(s.shelf()) + lane]++;
    }
    for (int lane : c.move().lanes()) {
      taken[lane]--;
    }
    Level before = h.levels()[s.shelf()].plus(Level.at(0, 0, drift));
    Level expected = before.plus(c.move().load()).minus(c.taken().load());
    double push = c.taken().units() == 0 ? moves.push(s.shelf()) : c.taken().push();
    double[] trail = h.trail().clone();
    Level[] levels = h.levels().clone();
    levels[s.shelf()] = cells[s.shelf()].after(expected, push, s.a(), s.b(), s.variance(), trail);
    count(c, h.trail(), trail);
    return new Hypothesis(
        c.logWeight(),
        taken,
        hand(c, s, expected),
        things(c, s, expected),
        levels,
        trail,
        h.lost() || c.move().lost());
  }

  private List<Held> hand(Candidate c, Stretch s, Level expected) {
    List<Held> hand = new ArrayList<>(c.from().hand());
    hand.removeAll(c.move().from());
    for (byte lane : c.taken().lanes()) {
      // What is missing is the unit: its load with the sign turned.
      double a = 2 * expected.a() - s.a();
      double b = 2 * expected.b() - s.b();
      Level unit = moves.unit(s.shelf(), lane);
      Level known = cells[s.shelf()].part(expected, unit, a, b, s.variance());
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

  private List<Thing> things(Candidate c, Stretch s, Level expected) {
    List<Thing> things = new ArrayList<>(c.from().things());
    if (c.move().lifted() != null) {
      things.remove(c.move().lifted());
    }
    for (Thing t : c.move().laid()) {
      Level known = cells[s.shelf()].part(expected, t.load(), s.a(), s.b(), s.variance());
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
    trail[Experience.GRIP] += c.taken().units() > 0 ? 1 : 0;
    if (c.taken().units() == 2) {
      trail[Experience.PAIR]++;
      trail[Experience.ALIKE] += c.taken().alike() ? 1 : 0;
    }
  }
}
