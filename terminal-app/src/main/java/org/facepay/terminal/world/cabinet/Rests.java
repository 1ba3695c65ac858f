package org.facepay.terminal.world.cabinet;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Put;
import org.facepay.terminal.world.cabinet.Recording.Sample;

/**
 * When shelves are at rest, and what they weigh then.
 *
 * @param before what each weighed lately
 */
record Rests(List<Deque<Sample>> before) {
  /** For so long a shelf says the same before it counts as at rest. */
  private static final long REST_MS = 700;

  private static final int FEWEST = 3;

  /** By how much more than its noise a shelf at rest may tremble, grams. */
  private static final double TREMBLES = 4;

  /** What every shelf weighs, if all of them are at rest. */
  Optional<List<Put.Gain>> atRest(Planogram planogram, long nowMs) {
    List<Put.Gain> loads = new ArrayList<>();
    for (int s = 0; s < before.size(); s++) {
      List<Sample> last =
          before.get(s).stream()
              .filter(b -> b.atMs() >= nowMs - REST_MS && b.atMs() <= nowMs)
              .toList();
      var total = last.stream().mapToDouble(b -> b.a() + b.b()).summaryStatistics();
      double most = TREMBLES + planogram.shelves().get(s).noiseGrams();
      if (last.size() < FEWEST || !(total.getMax() - total.getMin() <= most)) {
        return Optional.empty();
      }
      loads.add(new Put.Gain(mean(last, Sample::a), mean(last, Sample::b)));
    }
    return Optional.of(loads);
  }

  /** So a moment ago, where a hand lies on them now. */
  Optional<List<Put.Gain>> lastRest(Planogram planogram, long nowMs) {
    return LongStream.iterate(
            nowMs, at -> at >= nowMs - Recording.BEFORE_MS + REST_MS, at -> at - REST_MS / 2)
        .mapToObj(at -> atRest(planogram, at))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static double mean(List<Sample> samples, ToDoubleFunction<Sample> cell) {
    return samples.stream().mapToDouble(cell).average().orElseThrow();
  }

  /** Whether a shelf has said nothing for so long. */
  boolean silent(long nowMs) {
    return before.stream().anyMatch(b -> b.isEmpty() || b.getLast().atMs() < nowMs - REST_MS);
  }
}
