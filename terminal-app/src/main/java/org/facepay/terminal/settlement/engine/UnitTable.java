package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * Every handful of units that could leave a shelf at once, sorted by mass so that those near a mass
 * are found by binary search. Ten lanes and up to five units make 3,002 handfuls.
 */
final class UnitTable {
  private static final int MOST_UNITS = 5;
  private static final int MOST_ENTRIES = 9000;

  /**
   * Units of one shelf.
   *
   * @param lanes places of the lanes on the shelf, one entry a unit, rising
   * @param load what they weigh together over the two cells
   * @param pushes variances of what moves from one cell to the other if a neighbour was pushed
   * @param logShare log probability among all handfuls
   */
  record Handful(byte[] lanes, Level load, double[] pushes, double logShare) {
    /** All of one lane. */
    boolean alike() {
      return lanes.length == of(lanes[0]);
    }

    Handful weighing(double log) {
      return new Handful(lanes, load, pushes, log);
    }

    Handful mirrored() {
      Level other = new Level(load.b(), load.a(), load.bb(), load.ab(), load.aa());
      return new Handful(lanes, other, pushes, logShare);
    }

    int units() {
      return lanes.length;
    }

    /** Units of one lane. */
    int of(int lane) {
      int n = 0;
      for (byte l : lanes) {
        n += l == lane ? 1 : 0;
      }
      return n;
    }
  }

  private final Handful[] sorted;
  private final double[] mass;
  private final UnitTable small;
  private final UnitTable mirrored;

  UnitTable(Planogram planogram, int shelf, Handling handling) {
    List<Planogram.Lane> lanes = planogram.shelves().get(shelf).lanes();
    Level[] units = new Level[lanes.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = handling.unitIn(planogram, shelf, i);
    }
    List<Handful> all = new ArrayList<>();
    List<Handful> single = List.of();
    double[][] pushes = pushes(planogram, shelf, handling);
    List<Handful> last = List.of(new Handful(new byte[0], Level.at(0, 0, 0), new double[0], 0));
    int most = 0;
    while (most < MOST_UNITS
        && all.size() + last.size() * units.length / (most + 1) <= MOST_ENTRIES) {
      last = handling.weighed(oneMore(last, units, pushes, lanes));
      most++;
      single = most == 1 ? last : single;
      all.addAll(last);
    }
    sorted = sorted(all);
    mass = masses(sorted);
    small = new UnitTable(sorted(single));
    mirrored = new UnitTable(sorted(single.stream().map(Handful::mirrored).toList()));
  }

  private UnitTable(Handful[] sorted) {
    this.sorted = sorted;
    mass = masses(sorted);
    small = this;
    mirrored = this;
  }

  private static Handful[] sorted(List<Handful> all) {
    List<Handful> out = new ArrayList<>(all);
    out.sort(Comparator.comparingDouble(h -> h.load().total()));
    return out.toArray(Handful[]::new);
  }

  private static double[] masses(Handful[] sorted) {
    return Arrays.stream(sorted).mapToDouble(h -> h.load().total()).toArray();
  }

  /** Single units, as cells show them that are swapped left and right. */
  UnitTable mirrored() {
    return mirrored;
  }

  /** Single units only. */
  UnitTable small() {
    return small;
  }

  /** By lane: what its neighbours do. */
  private static double[][] pushes(Planogram planogram, int shelf, Handling handling) {
    int n = planogram.shelves().get(shelf).lanes().size();
    double[][] out = new double[n][];
    for (int lane = 0; lane < n; lane++) {
      double left = handling.pushVariance(planogram, shelf, Math.max(0, lane - 1));
      double right = handling.pushVariance(planogram, shelf, Math.min(n - 1, lane + 1));
      out[lane] = new double[] {Math.min(left, right), Math.max(left, right)};
    }
    return out;
  }

  private static List<Handful> oneMore(
      List<Handful> smaller, Level[] units, double[][] pushes, List<Planogram.Lane> lanes) {
    List<Handful> out = new ArrayList<>();
    for (Handful h : smaller) {
      int from = h.units() == 0 ? 0 : h.lanes()[h.units() - 1];
      for (int lane = from; lane < units.length; lane++) {
        if (h.of(lane) < lanes.get(lane).stock()) {
          byte[] more = Arrays.copyOf(h.lanes(), h.units() + 1);
          more[h.units()] = (byte) lane;
          double[] push = either(h.pushes(), pushes[lane]);
          out.add(new Handful(more, h.load().plus(units[lane]), push, 0));
        }
      }
    }
    return out;
  }

  /** The least and the most of both. */
  private static double[] either(double[] x, double[] y) {
    return x.length == 0 ? y : new double[] {Math.min(x[0], y[0]), Math.max(x[1], y[1])};
  }

  /** The first place whose mass is at least so many grams. */
  int from(double grams) {
    int low = 0;
    int high = mass.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mass[middle] < grams) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int size() {
    return sorted.length;
  }

  Handful at(int place) {
    return sorted[place];
  }

  double massAt(int place) {
    return mass[place];
  }
}
