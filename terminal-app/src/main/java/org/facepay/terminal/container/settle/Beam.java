package org.facepay.terminal.container.settle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facepay.terminal.container.settle.Hypothesis.Content;
import org.facepay.terminal.container.settle.Stretch.Phase;
import org.facepay.terminal.container.settle.UnitTable.Handful;

/**
 * The most probable accounts of a session: every stretch extends each of them by everything that
 * could have happened on the shelf since, accounts of the same content become one, and the best are
 * kept (Reid, "An algorithm for tracking multiple targets", IEEE Trans. AC 24, 1979; Chen and Liu,
 * "Mixture Kalman filters", JRSS B 62, 2000). The belief is about levels, not about steps, so what
 * a shelf shows at the end binds every account as well as what it showed in between.
 */
final class Beam {
  private static final int WIDTH = 160;
  private static final double DEPTH = 16;
  private static final double WINDOW_SIGMAS = 5;

  /** How far a reading is off that says nothing, because a hand lay on the shelf. */
  private static final double JUNK_SIGMA_GRAMS = 300;

  private static final double LEAST_GRAMS = 10;

  private final UnitTable[] tables;
  private final Cells[] cells;
  private final Moves moves;
  private final Handling handling;
  private final Successors successors;
  private List<Hypothesis> kept;
  private final long[] lastMs;
  private final List<Candidate> fresh = new ArrayList<>();
  private double best;

  Beam(UnitTable[] tables, Cells[] cells, Moves moves, Handling handling) {
    this.tables = tables;
    this.cells = cells;
    this.moves = moves;
    this.handling = handling;
    successors = new Successors(cells, moves);
    lastMs = new long[tables.length];
    Arrays.fill(lastMs, -1);
    Level[] levels = new Level[tables.length];
    Arrays.fill(levels, Level.at(0, 0, 1e12));
    double[] trail = new double[Experience.COUNTS];
    kept =
        List.of(
            new Hypothesis(0, new byte[moves.lanes()], List.of(), List.of(), levels, trail, false));
  }

  /** The accounts, the most probable first. */
  List<Hypothesis> accounts() {
    return kept;
  }

  /** Takes in a stretch; those of all shelves in order of time. */
  void read(Stretch s) {
    fresh.clear();
    best = Double.NEGATIVE_INFINITY;
    boolean first = lastMs[s.shelf()] < 0;
    double drift = first ? 0 : handling.driftPerSecond() * (s.fromMs() - lastMs[s.shelf()]) / 1000;
    double junk = junk(s);
    for (Hypothesis h : kept) {
      Level level = h.levels()[s.shelf()].plus(Level.at(0, 0, drift));
      if (first || s.phase() == Phase.BEFORE) {
        stay(h, s, level, 0);
      } else {
        extend(h, s, level, Math.log(1 - junk));
        if (junk > 0) {
          offer(
              new Candidate(
                  h,
                  Candidate.STAY,
                  Candidate.NONE,
                  true,
                  h.logWeight() + Math.log(junk) + logJunk(h.levels()[s.shelf()], s)));
        }
      }
    }
    kept = merge(s, drift);
    lastMs[s.shelf()] = s.toMs();
  }

  private void stay(Hypothesis h, Stretch s, Level level, double log) {
    double density = density(level, moves.push(s.shelf()), s);
    offer(new Candidate(h, Candidate.STAY, Candidate.NONE, false, h.logWeight() + log + density));
  }

  /** The longer the stretch, the less can it be a hand. */
  private static double junk(Stretch s) {
    if (s.phase() != Phase.OPEN) {
      return 0;
    }
    double seconds = s.lastedMs() / 1000.0;
    return 0.6 * Math.exp(-1.3 * seconds) + 1e-4;
  }

  private static double logJunk(Level level, Stretch s) {
    double ia = s.a() - level.a();
    double ib = s.b() - level.b();
    double variance = JUNK_SIGMA_GRAMS * JUNK_SIGMA_GRAMS;
    double quad = (ia * ia - ia * ib + ib * ib) * 4 / variance;
    return Math.log(0.27 / variance * Math.exp(-quad / 2) + 1e-7);
  }

  private void extend(Hypothesis h, Stretch s, Level level, double log) {
    double rest = Math.log(1 - handling.take() - handling.putBack() - handling.foreign());
    stay(h, s, level, log + rest);
    UnitTable table = tables[s.shelf()];
    double peak = h.logWeight() + log + cells[s.shelf()].logPeak(s.variance());
    for (Move move : moves.on(s.shelf(), h)) {
      if (peak + move.logPrior() < best - DEPTH) {
        continue;
      }
      Level moved = level.plus(move.load());
      if (move.nothing()) {
        take(h, s, moved, move, table, log + Math.log(handling.take()));
        continue;
      }
      if (near(moved, s, peak + move.logPrior()) && possible(move, level, s)) {
        double density = density(moved, moves.push(s.shelf()), s);
        offer(
            new Candidate(
                h, move, Candidate.NONE, false, h.logWeight() + log + move.logPrior() + density));
      }
      if (move.mostTaken() > 0) {
        double rare = handling.take() * handling.both();
        take(h, s, moved, move, table.small(), log + Math.log(rare));
      }
    }
  }

  private double density(Level expected, double push, Stretch s) {
    return cells[s.shelf()].logDensity(expected, push, s.a(), s.b(), s.variance());
  }

  /** What is put down weighs something, and lies between the cells. */
  private static boolean possible(Move move, Level level, Stretch s) {
    if (move.laid().isEmpty()) {
      return true;
    }
    double a = s.a() - level.a();
    double b = s.b() - level.b();
    return a + b > 0 && Math.min(a, b) > -LEAST_GRAMS - 0.1 * (a + b);
  }

  /** Whether the total alone leaves a chance. */
  private boolean near(Level expected, Stretch s, double peak) {
    double off = expected.total() - s.a() - s.b();
    double variance =
        expected.totalVariance() + 2 * (cells[s.shelf()].tailVariance() + s.variance());
    return peak - off * off / variance / 2 > best - DEPTH;
  }

  /** Every handful whose mass is near what is missing. */
  private void take(Hypothesis h, Stretch s, Level moved, Move move, UnitTable table, double log) {
    Cells shelf = cells[s.shelf()];
    double missing = moved.total() - s.a() - s.b();
    double noise = moved.totalVariance() + 2 * (shelf.tailVariance() + s.variance());
    double massSigma = 0.02 * Math.abs(missing) + 3;
    double reach = WINDOW_SIGMAS * Math.sqrt(noise + massSigma * massSigma);
    double prior = h.logWeight() + log + move.logPrior();
    double peak = prior + shelf.logPeak(s.variance());
    int first = moves.firstLane(s.shelf());
    for (int i = table.from(missing - reach); i < table.size(); i++) {
      double off = table.massAt(i) - missing;
      if (off > reach) {
        break;
      }
      Handful units = table.at(i);
      double rare = units.logShare();
      double width = noise + units.load().totalVariance();
      if (peak + rare - off * off / width / 2 > best - DEPTH
          && units.units() <= move.mostTaken()
          && inStock(h, units, first, s.shelf())) {
        Level expected = moved.minus(units.load());
        offer(
            new Candidate(
                h, move, units, false, prior + rare + density(expected, units.push(), s)));
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
    for (Candidate c : fresh.subList(0, Math.min(4 * WIDTH, fresh.size()))) {
      Hypothesis h = successors.of(c, s, drift);
      Integer place = places.putIfAbsent(h.content(), out.size());
      if (place == null) {
        if (out.size() == WIDTH) {
          break;
        }
        out.add(h);
      } else {
        double a = out.get(place).logWeight();
        out.set(place, out.get(place).weighing(a + Math.log1p(Math.exp(h.logWeight() - a))));
      }
    }
    out.sort(Comparator.comparingDouble(Hypothesis::logWeight).reversed());
    return out;
  }
}
