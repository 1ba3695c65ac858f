package org.facepay.terminal.settlement.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facepay.terminal.settlement.engine.Settlement.Decision;

/**
 * What became of many sessions.
 *
 * @param everyAnswer whether each of them got one
 * @param decisions how many of each
 * @param millis what it took to settle each, rising
 */
public record Settled(boolean everyAnswer, Map<Decision, Integer> decisions, List<Double> millis) {
  public Settled {
    decisions = Map.copyOf(decisions);
    millis = List.copyOf(millis);
  }

  /** The line that sums it up. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "SETTLE sessions=%d charge=%d ask=%d review=%d p50_ms=%.2f p99_ms=%.2f",
        millis.size(),
        decisions.getOrDefault(Decision.CHARGE, 0),
        decisions.getOrDefault(Decision.ASK, 0),
        decisions.getOrDefault(Decision.REVIEW, 0),
        quantile(0.5),
        quantile(0.99));
  }

  private double quantile(double share) {
    return millis.isEmpty() ? 0 : millis.get((int) (share * (millis.size() - 1)));
  }

  /** A growing sum. */
  static final class Sum {
    private final Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
    private final List<Double> millis = new ArrayList<>();
    private boolean everyAnswer = true;

    void add(boolean written, Decision decision, long nanos) {
      everyAnswer &= written;
      decisions.merge(decision, 1, Integer::sum);
      millis.add(nanos / 1e6);
    }

    Settled all() {
      Collections.sort(millis);
      return new Settled(everyAnswer, decisions, millis);
    }
  }
}
