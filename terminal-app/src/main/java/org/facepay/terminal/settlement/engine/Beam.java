package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facepay.terminal.settlement.engine.Candidate.Worth;
import org.facepay.terminal.settlement.engine.Hypothesis.Content;
import org.facepay.terminal.settlement.engine.Stretch.Phase;
import org.facepay.terminal.settlement.engine.UnitTable.Handful;
import org.jspecify.annotations.Nullable;

/**
 * The most probable accounts of a session: every stretch extends each of them by everything that
 * could have happened on the shelf since, accounts of the same content become one, and the best are
 * kept (Reid, "An algorithm for tracking multiple targets", IEEE Trans. AC 24, 1979; Chen and Liu,
 * "Mixture Kalman filters", JRSS B 62, 2000). The belief is about levels, not about steps, so what
 * a shelf shows at the end binds every account as well as what it showed in between.
 */
final class Beam {
  private static final int WIDTH = 64;
  private static final double DEPTH = 11;
  private static final Move SWAPPED = Move.puzzling(Candidate.NONE.load(), Math.log(0.0002), 1);

  /** Less is the long tail of what the next readings rule out anyway. */
  private static final double OVERFLOW = 0.02;

  private final UnitTable[] tables;
  private final Cells[] cells;
  private final Moves moves;
  private final Handling handling;
  private final Successors successors;
  private List<Hypothesis> kept;
  private final @Nullable Stretch[] last;
  private final List<Candidate> fresh = new ArrayList<>();
  private final Reach reach;
  private Reach.Chance chance = Reach.ANY;
  private double best;
  private double forgotten;
  private Peaks peaks;

  Beam(UnitTable[] tables, Cells[] cells, Moves moves, Handling handling, Reach reach) {
    this.reach = reach;
    this.tables = tables;
    this.cells = cells;
    this.moves = moves;
    this.handling = handling;
    successors = new Successors(cells, moves);
    last = new Stretch[tables.length];
    Belief[] beliefs = new Belief[tables.length];
    Arrays.fill(beliefs, Belief.of(Level.at(0, 0, 1e12)));
    double[] trail = new double[Experience.COUNTS];
    peaks = new Peaks(cells[0], 0);
    kept =
        List.of(
            new Hypothesis(
                0, new byte[moves.lanes()], List.of(), List.of(), beliefs, trail, 0, false));
  }

  /** The accounts, the most probable first. */
  List<Hypothesis> accounts() {
    return kept;
  }

  /** Probability of the accounts that were given up because there were too many. */
  double forgotten() {
    return forgotten;
  }

  /** Takes in a stretch; those of all shelves in order of time. */
  void read(Stretch s) {
    Stretch before = last[s.shelf()];
    if (before == null) {
      begin(s);
    } else {
      chance = reach.between(before, s);
      go(s, before, handling.driftPerSecond() * (s.fromMs() - before.toMs()) / 1000);
    }
    last[s.shelf()] = s;
  }

  /** Every account believes the first reading of a shelf, unless it is of a moment only. */
  private void begin(Stretch s) {
    double far = s.phase() == Phase.BEFORE && s.lastedMs() >= 200 ? 1e-5 : 0.003;
    Belief first = cells[s.shelf()].first(s, far, 60 * 60);
    List<Hypothesis> out = new ArrayList<>();
    for (Hypothesis h : kept) {
      Belief[] beliefs = h.beliefs().clone();
      beliefs[s.shelf()] = first;
      out.add(h.believing(beliefs));
    }
    kept = out;
  }

  private void go(Stretch s, Stretch before, double drift) {
    fresh.clear();
    best = Double.NEGATIVE_INFINITY;
    peaks = new Peaks(cells[s.shelf()], s.variance());
    double junk = Junk.share(s);
    for (Hypothesis h : kept) {
      Belief belief = h.beliefs()[s.shelf()].plus(Level.at(0, 0, drift));
      if (s.phase() == Phase.BEFORE) {
        stay(h, s, belief, 0, Worth.UNTOUCHED);
        continue;
      }
      if (!h.blind(s.shelf())) {
        double same = Math.log(Junk.SAME * (1 - junk)) + Junk.logSame(before, s, drift);
        ignore(h, Worth.SAME, same);
      }
      extend(h, s, belief, Math.log(1 - junk));
      if (junk > 0) {
        double log = Math.log(junk) + Junk.logDensity(h.beliefs()[s.shelf()].level(), s);
        ignore(h, Worth.NOTHING, log);
      }
    }
    kept = merge(s, drift);
  }

  /** The reading tells nothing new. */
  private void ignore(Hypothesis h, Worth worth, double log) {
    offer(new Candidate(h, Candidate.STAY, Candidate.NONE, worth, h.logWeight() + log));
  }

  private void stay(Hypothesis h, Stretch s, Belief belief, double log, Worth worth) {
    double prior = h.logWeight() + log;
    double[] pushes = worth == Worth.UNTOUCHED ? Moves.NO_PUSH : moves.push(s.shelf());
    double density = density(belief, pushes, s, prior);
    offer(new Candidate(h, Candidate.STAY, Candidate.NONE, worth, prior + density));
  }

  private void extend(Hypothesis h, Stretch s, Belief belief, double log) {
    double idle = 1 - handling.take() - handling.putBack() - handling.foreign();
    double rest = Math.log(idle * (1 - Junk.SAME));
    Reach.Chance may = h.blind(s.shelf()) ? Reach.ANY : chance;
    stay(h, s, belief, log + rest, may.none() ? Worth.UNTOUCHED : Worth.LOAD);
    UnitTable table = tables[s.shelf()];
    double hand = h.logWeight() + log + may.log();
    double swapped = hand + Math.log(handling.take()) + SWAPPED.logPrior();
    take(h, s, belief, SWAPPED, table.mirrored(), swapped);
    double hopeless = best - DEPTH - hand - peaks.highest();
    for (Move move : moves.on(s.shelf(), h, hopeless - may.more())) {
      double prior = hand + move.logPrior() + (move.from().size() > 1 ? may.more() : 0);
      if (prior + peaks.highest() < best - DEPTH) {
        continue;
      }
      Belief moved = belief.plus(move.load());
      if (move.nothing()) {
        take(h, s, moved, move, table, prior + Math.log(handling.take()));
        continue;
      }
      if (prior + peaks.of(moved, s) > best - DEPTH && Junk.possible(move, belief.level(), s)) {
        double density = density(moved, moves.push(s.shelf()), s, prior);
        offer(new Candidate(h, move, Candidate.NONE, Worth.LOAD, prior + density));
      }
      if (move.mostTaken() > 0) {
        double rare = handling.take() * handling.both();
        UnitTable few = move.mostTaken() > 1 ? table : table.small();
        take(h, s, moved, move, few, prior + Math.log(rare) + may.more());
      }
    }
  }

  /** Log density of a reading, exact where an account of such a prior can be kept by it. */
  private double density(Belief expected, double[] pushes, Stretch s, double prior) {
    return cells[s.shelf()].logDensity(expected, pushes, s, best - DEPTH - prior);
  }

  /** Every handful whose mass is near what is missing. */
  private void take(
      Hypothesis h, Stretch s, Belief moved, Move move, UnitTable table, double prior) {
    int first = moves.firstLane(s.shelf());
    Reach.Chance may = h.blind(s.shelf()) ? Reach.ANY : chance;
    double floor = best - DEPTH - prior;
    double low = peaks.least(moved, s, floor);
    double high = peaks.most(moved, s, floor);
    for (int i = table.from(low); i < table.size() && table.massAt(i) <= high; i++) {
      Handful units = table.at(i);
      double rare = prior + units.logShare() + may.crowd(units.units());
      if (rare + peaks.highest() > best - DEPTH
          && rare + peaks.without(moved, units.load(), s) > best - DEPTH
          && units.units() <= move.mostTaken()
          && inStock(h, units, first, s.shelf())) {
        double density = density(moved.minus(units.load()), units.pushes(), s, rare);
        offer(new Candidate(h, move, units, Worth.LOAD, rare + density));
      }
    }
  }

  private boolean inStock(Hypothesis h, Handful units, int first, int shelf) {
    for (byte lane : units.lanes()) {
      if (h.taken()[first + lane] + units.of(lane) > moves.stock(shelf, lane)) {
        return false;
      }
    }
    return true;
  }

  private void offer(Candidate c) {
    if (c.logWeight() > best - DEPTH) {
      fresh.add(c);
      best = Math.max(best, c.logWeight());
    }
  }

  private List<Hypothesis> merge(Stretch s, double drift) {
    fresh.removeIf(c -> c.logWeight() < best - DEPTH);
    fresh.sort(Comparator.comparingDouble(Candidate::logWeight).reversed());
    Map<Content, Integer> places = new HashMap<>();
    List<Hypothesis> out = new ArrayList<>();
    double given = 0;
    for (Candidate c : fresh) {
      if (out.size() == WIDTH) {
        given += Math.exp(c.logWeight() - best);
        continue;
      }
      Hypothesis h = successors.of(c, s, drift);
      Integer place = places.putIfAbsent(h.content(), out.size());
      if (place == null) {
        out.add(h);
      } else {
        out.set(place, out.get(place).or(h));
      }
    }
    out.sort(Comparator.comparingDouble(Hypothesis::logWeight).reversed());
    double kept = 0;
    for (Hypothesis h : out) {
      kept += Math.exp(h.logWeight() - best);
    }
    double lost = given / (kept + given);
    forgotten = lost > OVERFLOW ? 1 - (1 - forgotten) * (1 - lost) : forgotten;
    return out;
  }
}
