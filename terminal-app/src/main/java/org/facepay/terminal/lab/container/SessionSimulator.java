package org.facepay.terminal.lab.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.facepay.terminal.container.planogram.Planogram;
import org.facepay.terminal.container.settle.Trace;

/** Sessions of a simulated container: what its cells read, and what was carried away. */
public final class SessionSimulator {
  private static final long LONGEST_MS = 240_000;
  private static final int SAMPLE_MS = 100;

  /**
   * A session.
   *
   * @param basket units of every article, by place in the planogram
   * @param story what happened, one line each
   */
  public record Session(Trace trace, int[] basket, List<String> story) {}

  private final Planogram planogram;
  private final Recipe recipe;

  public SessionSimulator(Planogram planogram, Recipe recipe) {
    this.planogram = planogram;
    this.recipe = recipe;
  }

  /** One more session; the same for the same state of the source of chance. */
  public Session next(Random random) {
    var cabinet = new Cabinet(planogram, LONGEST_MS, recipe.hard(), random);
    long open = 250L + random.nextInt(740);
    cabinet.shake(open, 40);
    var shopper =
        new ShopperSimulator(planogram, cabinet, open + 700 + random.nextInt(900), random);
    int grips = random.nextDouble() < 0.04 ? 0 : 1 + poisson(1.8, random);
    long closed = Math.min(shopper.shop(grips) + 700 + random.nextInt(1500), LONGEST_MS - 4000);
    cabinet.shake(closed, 80);
    long end = closed + 1050 + random.nextInt(900);
    var trace = new Trace(open, closed, measured(cabinet, end, random));
    return new Session(trace, shopper.basket(), shopper.story());
  }

  private static int poisson(double mean, Random random) {
    int n = 0;
    for (double p = random.nextDouble(); p > Math.exp(-mean); p *= random.nextDouble()) {
      n++;
    }
    return Math.min(n, 8);
  }

  private List<Trace.Readings> measured(Cabinet cabinet, long end, Random random) {
    double crosstalk = 0.0015 * random.nextDouble();
    List<Trace.Readings> out = new ArrayList<>();
    boolean vibrates = recipe.hard() && random.nextDouble() < 0.5;
    for (int s = 0; s < planogram.shelves().size(); s++) {
      var cells = new double[2][];
      CellSignal friction = cabinet.friction(s);
      for (int cell = 0; cell < 2; cell++) {
        cells[cell] = averaged(cabinet, friction, s, cell, end, crosstalk, random);
        error(cells[cell], vibrates, random);
      }
      out.add(thinned(cells, random.nextInt(10), random));
    }
    return out;
  }

  /** The mean load over each sampling interval, with the cell's own faults. */
  private double[] averaged(
      Cabinet cabinet,
      CellSignal friction,
      int shelf,
      int cell,
      long end,
      double crosstalk,
      Random random) {
    int n = (int) (end / SAMPLE_MS);
    int steps = SAMPLE_MS / CellSignal.STEP_MS;
    double bend = 4e-8 * random.nextGaussian();
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < steps; j++) {
        int step = i * steps + j;
        double load = at(cabinet.signal(shelf), cell, step) + at(friction, cell, step);
        for (int other = shelf - 1; other <= shelf + 1; other += 2) {
          if (other >= 0 && other < planogram.shelves().size()) {
            double change =
                at(cabinet.signal(other), cell, step) - at(cabinet.signal(other), cell, 0);
            load += crosstalk * change;
          }
        }
        out[i] += (load + bend * load * load) / steps;
      }
    }
    return out;
  }

  private static double at(CellSignal signal, int cell, int step) {
    return cell == 0 ? signal.a(step) : signal.b(step);
  }

  private void error(double[] readings, boolean vibrates, Random random) {
    double scatter = 0.15 + 0.1 * recipe.noiseGrams();
    double drift = 0.003 * random.nextGaussian();
    for (int i = 0; i < readings.length; i++) {
      readings[i] += scatter * random.nextGaussian() + drift * i / 3;
      if (vibrates) {
        readings[i] += 2.5 * (2 * random.nextDouble() - 1);
      }
      if (recipe.hard() && random.nextDouble() < 0.003) {
        readings[i] += 40 * random.nextGaussian();
      }
    }
  }

  /** Some rows are missing; values have one decimal. */
  private static Trace.Readings thinned(double[][] cells, int phaseMs, Random random) {
    int n = cells[0].length;
    boolean[] kept = new boolean[n];
    int rows = 0;
    for (int i = 0; i < n; i++) {
      kept[i] = random.nextDouble() >= 0.006;
      rows += kept[i] ? 1 : 0;
    }
    long[] at = new long[rows];
    double[] a = new double[rows];
    double[] b = new double[rows];
    int row = 0;
    for (int i = 0; i < n; i++) {
      if (kept[i]) {
        at[row] = (long) (i + 1) * SAMPLE_MS - SAMPLE_MS + phaseMs;
        a[row] = Math.rint(cells[0][i] * 10) / 10;
        b[row] = Math.rint(cells[1][i] * 10) / 10;
        row++;
      }
    }
    return new Trace.Readings(at, a, b);
  }
}
