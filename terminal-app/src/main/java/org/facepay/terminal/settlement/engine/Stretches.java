package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facepay.terminal.settlement.engine.Stretch.Phase;

/**
 * Finds the undisturbed stretches of one shelf: runs of samples that keep to the mean of those just
 * before, within a few times the {@link Scatter} that the samples have at that time. A single
 * sample far off does not end a run; the door's marks do, because the shelf settles anew then.
 */
final class Stretches {
  private static final double SIGMAS = 4.5;
  private static final int LEAST_SAMPLES = 3;
  private static final int MEMORY = 6;
  private static final int SAME_RUN_GAP = 3;

  private final int shelf;
  private final Trace.Readings readings;
  private final Scatter scatter;
  private final List<Stretch> found = new ArrayList<>();

  private Stretches(int shelf, Trace.Readings readings) {
    this.shelf = shelf;
    this.readings = readings;
    scatter = new Scatter(readings);
  }

  /**
   * The stretches in order of time. There is one before the door opened and one after it was
   * closed, the longest, if there are samples.
   */
  static List<Stretch> of(int shelf, Trace trace) {
    Trace.Readings readings = trace.shelves().get(shelf);
    var stretches = new Stretches(shelf, readings);
    int opened = firstAt(readings, trace.openMs());
    int closed = firstAt(readings, trace.closedMs());
    stretches.phase(0, opened, Phase.BEFORE);
    stretches.phase(opened, closed, Phase.OPEN);
    stretches.phase(closed, readings.atMs().length, Phase.AFTER);
    return stretches.found;
  }

  private static int firstAt(Trace.Readings readings, long ms) {
    int i = 0;
    while (i < readings.atMs().length && readings.atMs()[i] < ms) {
      i++;
    }
    return i;
  }

  private void phase(int from, int to, Phase phase) {
    int before = found.size();
    int i = from;
    while (i < to) {
      int end = run(i, to);
      if (end - i >= LEAST_SAMPLES) {
        add(i, end, phase);
      }
      i = Math.max(end, i + 1);
    }
    if (phase != Phase.OPEN) {
      keepLongest(before);
    }
    if (found.size() == before && phase != Phase.OPEN && from < to) {
      int last = phase == Phase.BEFORE ? to : Math.max(from, to - LEAST_SAMPLES);
      found.add(forced(phase == Phase.BEFORE ? from : last, to, phase));
    }
  }

  private void keepLongest(int first) {
    while (found.size() > first + 1) {
      boolean earlier = found.get(first).lastedMs() > found.get(first + 1).lastedMs();
      found.remove(earlier ? first + 1 : first);
    }
  }

  /** The end of the run that begins at a sample. */
  private int run(int from, int to) {
    int end = from + 1;
    int next = end;
    while (next < to && next - end < SAME_RUN_GAP - 1) {
      if (keeps(from, end, next)) {
        end = next + 1;
      }
      next++;
    }
    return end;
  }

  /** Whether a sample is as those before it were. */
  private boolean keeps(int from, int end, int next) {
    int first = Math.max(from, end - MEMORY);
    double limit = SIGMAS * scatter.at(next) * Math.sqrt(1 + 1.0 / (end - first));
    return Math.abs(readings.a()[next] - mean(readings.a(), first, end)) <= limit
        && Math.abs(readings.b()[next] - mean(readings.b(), first, end)) <= limit;
  }

  private void add(int from, int to, Phase phase) {
    Stretch fresh = forced(from, to, phase);
    int last = found.size() - 1;
    if (last >= 0 && found.get(last).phase() == phase && continues(found.get(last), fresh)) {
      Stretch old = found.get(last);
      found.set(last, old.lastedMs() >= fresh.lastedMs() ? until(old, fresh) : since(old, fresh));
      return;
    }
    found.add(fresh);
  }

  /** A run broken by a sample or two is one: nothing settled anew. */
  private boolean continues(Stretch old, Stretch fresh) {
    double limit = 3 * Math.sqrt(old.variance() + fresh.variance());
    return fresh.fromMs() - old.toMs() <= 100L * SAME_RUN_GAP
        && Math.abs(fresh.a() - old.a()) <= limit
        && Math.abs(fresh.b() - old.b()) <= limit;
  }

  private static Stretch until(Stretch old, Stretch fresh) {
    return new Stretch(
        old.shelf(), old.fromMs(), fresh.toMs(), old.a(), old.b(), old.variance(), old.phase());
  }

  private static Stretch since(Stretch old, Stretch fresh) {
    return new Stretch(
        old.shelf(),
        old.fromMs(),
        fresh.toMs(),
        fresh.a(),
        fresh.b(),
        fresh.variance(),
        old.phase());
  }

  private Stretch forced(int from, int to, Phase phase) {
    int n = to - from;
    double a = median(Arrays.copyOfRange(readings.a(), from, to), n);
    double b = median(Arrays.copyOfRange(readings.b(), from, to), n);
    double spread = Math.max(spread(readings.a(), from, to, a), spread(readings.b(), from, to, b));
    double sigma = scatter.at((from + to - 1) / 2);
    double own = Math.max(sigma * sigma, spread);
    double alike = Math.min(n, 1.5 * scatter.alike((from + to - 1) / 2));
    long[] at = readings.atMs();
    return new Stretch(shelf, at[from], at[to - 1], a, b, own * alike / n, phase);
  }

  private static double spread(double[] values, int from, int to, double middle) {
    double[] off = new double[to - from];
    for (int i = from; i < to; i++) {
      off[i - from] = Math.abs(values[i] - middle);
    }
    double mad = median(off, off.length) / Scatter.GAUSSIAN_MAD;
    return mad * mad;
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  /** Sorts. */
  private static double median(double[] values, int n) {
    Arrays.sort(values, 0, n);
    return (values[(n - 1) / 2] + values[n / 2]) / 2;
  }
}
