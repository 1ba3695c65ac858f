package org.facepay.terminal.lab.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.facepay.terminal.settlement.engine.Trace;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * From the load over the cells of a container to the rows of its recording: friction, crosstalk,
 * bent gain, drift, scatter, far samples, a compressor, rounding, rows that are missing.
 */
final class Instruments {
  private static final int SAMPLE_MS = 100;
  private static final int STEPS = SAMPLE_MS / CellSignal.STEP_MS;
  private static final double BAND_GRAMS = 5;

  private final Planogram planogram;
  private final Conditions conditions;

  /** By shelf and cell; a cell keeps its faults. */
  private final double[][] bends;

  private final double[][] drifts;

  Instruments(Planogram planogram, Conditions conditions, Random random) {
    this.planogram = planogram;
    this.conditions = conditions;
    int shelves = planogram.shelves().size();
    bends = new double[shelves][2];
    drifts = new double[shelves][2];
    for (int s = 0; s < shelves; s++) {
      for (int cell = 0; cell < 2; cell++) {
        bends[s][cell] = conditions.readout().bend() * random.nextGaussian();
        drifts[s][cell] = conditions.readout().driftGramsPerMinute() * random.nextGaussian();
      }
    }
  }

  List<Trace.Readings> readings(Cabinet cabinet, long endMs, Random random) {
    int shelves = planogram.shelves().size();
    int samples = (int) (endMs / SAMPLE_MS);
    double[][][] loads = new double[shelves][2][];
    for (int s = 0; s < shelves; s++) {
      for (int cell = 0; cell < 2; cell++) {
        loads[s][cell] = cabinet.signal(s).grams(cell, samples * STEPS);
      }
    }
    boolean vibrates = random.nextDouble() < conditions.vibration().share();
    List<Trace.Readings> out = new ArrayList<>();
    for (int s = 0; s < shelves; s++) {
      double[][] read = new double[2][];
      CellSignal friction = cabinet.friction(s);
      for (int cell = 0; cell < 2; cell++) {
        double[] felt = felt(loads, s, cell);
        double[] rubbed = friction.grams(cell, samples * STEPS);
        read[cell] = averaged(felt, rubbed, bends[s][cell]);
        scatter(read[cell], drifts[s][cell], random);
        if (vibrates) {
          vibrate(read[cell], random);
        }
      }
      out.add(thinned(read, random.nextInt(SAMPLE_MS), random));
    }
    return out;
  }

  /** The load of a shelf with what it feels of its neighbours. */
  private double[] felt(double[][][] loads, int shelf, int cell) {
    double[] out = loads[shelf][cell].clone();
    for (int other = shelf - 1; other <= shelf + 1; other += 2) {
      if (other >= 0 && other < loads.length) {
        double[] from = loads[other][cell];
        for (int i = 0; i < out.length; i++) {
          out[i] += conditions.readout().crosstalk() * (from[i] - from[0]);
        }
      }
    }
    return out;
  }

  /** The mean over each sampling interval. */
  private static double[] averaged(double[] load, double[] friction, double bend) {
    double[] out = new double[load.length / STEPS];
    for (int i = 0; i < load.length; i++) {
      double grams = load[i] + friction[i];
      out[i / STEPS] += (grams + bend * grams * grams) / STEPS;
    }
    return out;
  }

  private void scatter(double[] read, double gramsPerMinute, Random random) {
    double wander = 0;
    for (int i = 0; i < read.length; i++) {
      wander += 0.01 * conditions.readout().driftGramsPerMinute() * random.nextGaussian();
      read[i] += conditions.readout().scatterGrams() * random.nextGaussian() + wander;
      read[i] += gramsPerMinute * i * SAMPLE_MS / 60_000;
      if (random.nextDouble() < conditions.wide().samples()) {
        read[i] += conditions.wide().grams() * random.nextGaussian();
      }
    }
  }

  private void vibrate(double[] read, Random random) {
    Conditions.Vibration vibration = conditions.vibration();
    int lasts = (int) (read.length * Math.min(1, vibration.duty()));
    int from = random.nextInt(read.length - lasts + 1);
    double turn = 2 * Math.PI * (0.05 + 0.45 * random.nextDouble());
    double start = 2 * Math.PI * random.nextDouble();
    for (int i = from; i < from + lasts; i++) {
      double swing =
          vibration.wave()
              ? Math.sin(start + turn * i) * (0.8 + 0.2 * random.nextDouble())
              : 2 * random.nextDouble() - 1;
      read[i] += BAND_GRAMS / 2 * swing;
    }
  }

  /** Some rows are missing; values have one decimal. */
  private Trace.Readings thinned(double[][] cells, int phaseMs, Random random) {
    int n = cells[0].length;
    boolean[] kept = new boolean[n];
    int rows = 0;
    for (int i = 0; i < n; i++) {
      kept[i] = random.nextDouble() >= conditions.readout().missing();
      rows += kept[i] ? 1 : 0;
    }
    long[] at = new long[rows];
    double[] a = new double[rows];
    double[] b = new double[rows];
    int row = 0;
    for (int i = 0; i < n; i++) {
      if (kept[i]) {
        at[row] = (long) i * SAMPLE_MS + phaseMs;
        a[row] = Math.rint(cells[0][i] * 10) / 10;
        b[row] = Math.rint(cells[1][i] * 10) / 10;
        row++;
      }
    }
    return new Trace.Readings(at, a, b);
  }
}
