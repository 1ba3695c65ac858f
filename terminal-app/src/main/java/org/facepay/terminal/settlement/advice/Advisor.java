package org.facepay.terminal.settlement.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Planogram.Lane;
import org.facepay.terminal.settlement.planogram.Planogram.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * Says how often a layout would be settled wrongly, and which goods should change places so that it
 * is less often: steepest descent by single swaps (Papadimitriou and Steiglitz, "Combinatorial
 * Optimization", 1982, 19) of the lanes that are confused most.
 */
public final class Advisor {
  /** Grips in an ordinary session. */
  private static final double GRIPS = 2.5;

  /** Pushed neighbours, things from outside, what comes back at once: no layout helps. */
  private static final double WHATEVER_THE_LAYOUT = 0.008;

  private static final int WORST_LANES = 8;
  private static final double SAME_WIDTH_MM = 5;
  private static final double LEAST_GAIN = 0.01;

  private Advisor() {}

  /** A lane, by places in the planogram. */
  public record Place(int shelf, int lane) {}

  /** The goods of two lanes change places. */
  public record Swap(Place one, Place other) {}

  /**
   * What to do.
   *
   * @param before probability that a session is not settled exactly
   * @param after the same after all swaps, in their order
   */
  public record Advice(double before, double after, List<Swap> swaps, Planogram planogram) {
    public Advice {
      swaps = List.copyOf(swaps);
    }
  }

  /** Probability that a session is not settled exactly. */
  public static double error(Planogram planogram) {
    return ofSession(confusions(planogram));
  }

  /** At most so many swaps, each the best that is left. */
  public static Advice advise(Planogram planogram, int most) {
    double[][] confusions = confusions(planogram);
    double before = ofSession(confusions);
    List<Swap> swaps = new ArrayList<>();
    Planogram now = planogram;
    while (swaps.size() < most) {
      Swap best = best(now, confusions);
      if (best == null) {
        break;
      }
      now = swapped(now, best);
      swaps.add(best);
      confusions = confusions(now);
    }
    return new Advice(before, ofSession(confusions), swaps, now);
  }

  private static double[][] confusions(Planogram planogram) {
    double[][] out = new double[planogram.shelves().size()][];
    for (int s = 0; s < out.length; s++) {
      out[s] = Confusion.ofLanes(planogram, s);
    }
    return out;
  }

  /** A shelf is gripped into as often as it has lanes. */
  private static double ofSession(double[][] confusions) {
    double sum = 0;
    int lanes = 0;
    for (double[] shelf : confusions) {
      for (double lane : shelf) {
        sum += shelf.length * lane;
      }
      lanes += shelf.length;
    }
    double right = Math.pow(1 - Math.min(1, sum / Math.max(1, lanes)), GRIPS);
    return 1 - right * (1 - WHATEVER_THE_LAYOUT);
  }

  private static @Nullable Swap best(Planogram planogram, double[][] confusions) {
    List<Place> places = places(planogram);
    List<Place> worst = new ArrayList<>(places);
    worst.sort(Comparator.comparingDouble((Place p) -> confusions[p.shelf()][p.lane()]).reversed());
    double least = ofSession(confusions) * (1 - LEAST_GAIN);
    Swap best = null;
    for (Place one : worst.subList(0, Math.min(WORST_LANES, worst.size()))) {
      for (Place other : places) {
        var swap = new Swap(one, other);
        if (allowed(planogram, swap)) {
          double error = after(planogram, confusions, swap);
          best = error < least ? swap : best;
          least = Math.min(least, error);
        }
      }
    }
    return best;
  }

  private static List<Place> places(Planogram planogram) {
    List<Place> out = new ArrayList<>();
    for (int s = 0; s < planogram.shelves().size(); s++) {
      for (int lane = 0; lane < planogram.shelves().get(s).lanes().size(); lane++) {
        out.add(new Place(s, lane));
      }
    }
    return out;
  }

  private static Lane lane(Planogram planogram, Place place) {
    return planogram.shelves().get(place.shelf()).lanes().get(place.lane());
  }

  /** Goods only go where there is as much room. */
  private static boolean allowed(Planogram planogram, Swap swap) {
    Lane one = lane(planogram, swap.one());
    Lane other = lane(planogram, swap.other());
    double width = one.toMm() - one.fromMm() - other.toMm() + other.fromMm();
    return one.sku() != other.sku() && Math.abs(width) <= SAME_WIDTH_MM;
  }

  private static double after(Planogram planogram, double[][] confusions, Swap swap) {
    Planogram then = swapped(planogram, swap);
    double[][] anew = confusions.clone();
    anew[swap.one().shelf()] = Confusion.ofLanes(then, swap.one().shelf());
    anew[swap.other().shelf()] = Confusion.ofLanes(then, swap.other().shelf());
    return ofSession(anew);
  }

  private static Planogram swapped(Planogram planogram, Swap swap) {
    Planogram first = holding(planogram, swap.one(), lane(planogram, swap.other()));
    return holding(first, swap.other(), lane(planogram, swap.one()));
  }

  /** A lane gets the goods of another one. */
  private static Planogram holding(Planogram planogram, Place place, Lane goods) {
    List<Shelf> shelves = new ArrayList<>(planogram.shelves());
    Shelf on = shelves.get(place.shelf());
    List<Lane> lanes = new ArrayList<>(on.lanes());
    Lane old = lanes.get(place.lane());
    lanes.set(place.lane(), new Lane(goods.sku(), old.fromMm(), old.toMm(), goods.stock()));
    shelves.set(place.shelf(), new Shelf(on.id(), on.lengthMm(), on.noiseGrams(), lanes));
    return new Planogram(planogram.currency(), shelves, planogram.skus());
  }
}
