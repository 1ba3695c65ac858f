package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * Settles sessions of one container. Pure and deterministic; may be used by several threads at
 * once.
 */
public final class Settler {
  private static final double LEAST_VARIANCE = 0.01;
  private static final double IDLE_REACH = 12;
  private static final int MOST_STRETCHES = 3000;

  private final Planogram planogram;
  private final Experience experience;
  private final Handling handling;
  private final Judgement judgement;
  private final Moves moves;
  private final UnitTable[] tables;
  private final Cells[] cells;

  /** Of a container of which only the planogram is known. */
  public Settler(Planogram planogram) {
    this(planogram, Experience.none(planogram.shelves().size()));
  }

  /** Of a container whose earlier sessions taught something. */
  Settler(Planogram planogram, Experience experience) {
    this.planogram = planogram;
    this.experience = experience;
    handling = Handling.usual().after(experience);
    judgement = Judgement.usual();
    moves = new Moves(planogram, handling);
    int shelves = planogram.shelves().size();
    tables = new UnitTable[shelves];
    cells = new Cells[shelves];
    for (int s = 0; s < shelves; s++) {
      tables[s] = new UnitTable(planogram, s, handling);
      double times = experience.noiseTimes(s);
      double usual = times * times * friction(s);
      cells[s] = new Cells(usual, handling.wideShare(), handling.pushShare());
    }
  }

  /** What it goes by, beside the priors. */
  Experience experience() {
    return experience;
  }

  /** Variance that the planogram says either cell of a shelf has from stretch to stretch. */
  private double friction(int shelf) {
    double noise = planogram.shelves().get(shelf).noiseGrams();
    return noise * noise / 2 + LEAST_VARIANCE;
  }

  /**
   * The answer to a session, and what it teaches.
   *
   * @param settlement nothing if the readings do not say what left the container
   * @param arrangement how things lie now, most probably
   * @param wrong probability that the amount of the most probable basket is not what is due; 1
   *     where no answer can be trusted
   */
  public record Outcome(
      Optional<Settlement> settlement, Experience taught, Arrangement arrangement, double wrong) {}

  /** What left the container, without learning from it. */
  public Optional<Settlement> settle(Trace trace) {
    return outcome(trace).settlement();
  }

  /** What left the container, and what that teaches. */
  public Outcome outcome(Trace trace) {
    List<Stretch> stretches = stretches(trace);
    if (stretches.isEmpty()) {
      return new Outcome(Optional.empty(), nothing(), Arrangement.unmoved(lanes()), 1);
    }
    Beam beam = read(trace, stretches);
    Posterior posterior = posterior(beam);
    Arrangement arrangement = Arrangement.of(beam.accounts().getFirst());
    Settlement settlement = judgement.of(posterior, planogram);
    if (!Faults.of(trace).isEmpty()) {
      return new Outcome(Optional.of(settlement.looked()), nothing(), arrangement, 1);
    }
    List<List<Double>> rests = new ArrayList<>();
    for (int s = 0; s < tables.length; s++) {
      rests.add(rests(s, stretches));
    }
    double[] counts = posterior.trail().clone();
    Experience.weighPairs(counts, handling.alike());
    double wrong = Judgement.wrong(posterior, planogram);
    return new Outcome(Optional.of(settlement), new Experience(counts, rests), arrangement, wrong);
  }

  /** What a session teaches that cannot be read. */
  public Experience nothing() {
    return Experience.none(tables.length);
  }

  /** How far the cells came to rest from where they were when only the door had moved. */
  private List<Double> rests(int shelf, List<Stretch> stretches) {
    List<Stretch> own = stretches.stream().filter(s -> s.shelf() == shelf).toList();
    Stretch before = own.get(0);
    Stretch next = own.get(1);
    if (before.phase() != Stretch.Phase.BEFORE || next.phase() != Stretch.Phase.OPEN) {
      return List.of();
    }
    double sigma = Math.sqrt(2 * friction(shelf) + before.variance() + next.variance());
    double a = (next.a() - before.a()) / sigma;
    double b = (next.b() - before.b()) / sigma;
    return Math.abs(a) + Math.abs(b) < 2 * IDLE_REACH ? List.of(a, b) : List.of();
  }

  Posterior posterior(Trace trace) {
    return posterior(read(trace, stretches(trace)));
  }

  private int lanes() {
    return planogram.shelves().stream().mapToInt(s -> s.lanes().size()).sum();
  }

  /** A stretch, and when the shelf probably changed that shows in it. */
  private record Change(long atMs, Stretch stretch) {}

  /**
   * In the order in which the shelves changed: between two stretches, in the middle for all that is
   * known. A shelf on which a hand still lies comes to rest later than one that changed after it.
   */
  List<Stretch> stretches(Trace trace) {
    List<Change> changes = new ArrayList<>();
    for (int s = 0; s < tables.length; s++) {
      List<Stretch> own = Stretches.of(s, trace);
      if (own.isEmpty() || own.getLast().phase() != Stretch.Phase.AFTER || own.size() < 2) {
        return List.of();
      }
      long last = own.getFirst().fromMs();
      for (Stretch stretch : own) {
        changes.add(new Change((last + stretch.fromMs()) / 2, stretch));
        last = stretch.toMs();
      }
    }
    if (changes.size() > MOST_STRETCHES) {
      return List.of();
    }
    changes.sort(Comparator.comparingLong(Change::atMs));
    return changes.stream().map(Change::stretch).toList();
  }

  private Beam read(Trace trace, List<Stretch> stretches) {
    Reach reach = new Reach(trace.openMs(), trace.closedMs());
    Beam beam = new Beam(tables, cells, moves, handling, reach);
    stretches.forEach(beam::read);
    return beam;
  }

  private Posterior posterior(Beam beam) {
    return Posterior.of(beam.accounts(), planogram.skus().size(), beam.forgotten());
  }
}
