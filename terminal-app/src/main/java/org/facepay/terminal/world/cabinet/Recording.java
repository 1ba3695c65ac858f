package org.facepay.terminal.world.cabinet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.facepay.terminal.settlement.engine.Trace;

/**
 * What the shelves weighed in one visit, from a little before it. Times are milliseconds since the
 * recording began. Not thread-safe.
 */
final class Recording {
  /** Of what was before the visit. */
  static final long BEFORE_MS = 3_000;

  /** Of one shelf; a door that is open for longer is read less often. */
  private static final int FULL_RATE = 20_000;

  private static final int THINNED = 10;

  private final List<Deque<Sample>> before = new ArrayList<>();
  private final List<List<Sample>> visit = new ArrayList<>();
  private final int[] skipped;
  private long startedMs = -1;
  private long openedMs = -1;
  private long closedMs = -1;

  /** Both cells of a shelf, grams, at a time of the steady clock. */
  record Sample(long atMs, double a, double b) {}

  Recording(int shelves) {
    skipped = new int[shelves];
    for (int s = 0; s < shelves; s++) {
      before.add(new ArrayDeque<>());
      visit.add(new ArrayList<>());
    }
  }

  boolean running() {
    return startedMs >= 0;
  }

  /** When the recording began, by the clock of the samples. */
  long startedMs() {
    return startedMs;
  }

  long lastMs() {
    return visit.stream()
        .filter(samples -> !samples.isEmpty())
        .mapToLong(samples -> samples.getLast().atMs())
        .max()
        .orElse(startedMs);
  }

  boolean closed() {
    return closedMs >= 0;
  }

  long closedMs() {
    return closedMs;
  }

  /** Takes one in; whether it is kept for the visit. */
  boolean add(int shelf, Sample sample) {
    Deque<Sample> ring = before.get(shelf);
    ring.addLast(sample);
    while (sample.atMs() - ring.getFirst().atMs() > BEFORE_MS) {
      ring.removeFirst();
    }
    if (!running()) {
      return false;
    }
    List<Sample> samples = visit.get(shelf);
    if (samples.size() >= FULL_RATE && !closed() && skipped[shelf]++ % THINNED != 0) {
      return false;
    }
    samples.add(sample);
    return true;
  }

  /** When the shelves are at rest. */
  Rests rests() {
    return new Rests(before);
  }

  /** A visit begins with what was weighed just before, since the door of the last was closed. */
  void start(long nowMs) {
    long since = Math.max(nowMs - BEFORE_MS, closedMs);
    startedMs = nowMs;
    for (int s = 0; s < visit.size(); s++) {
      List<Sample> own = visit.get(s);
      own.clear();
      before.get(s).stream().filter(b -> b.atMs() >= since).forEach(own::add);
      if (!own.isEmpty()) {
        startedMs = Math.min(startedMs, own.getFirst().atMs());
      }
      skipped[s] = 0;
    }
    openedMs = -1;
    closedMs = -1;
  }

  /** What was kept of a visit before the program was started again. */
  void resume(long beganMs, List<List<Sample>> samples, long openMs) {
    startedMs = beganMs;
    for (int s = 0; s < visit.size(); s++) {
      visit.get(s).clear();
      visit.get(s).addAll(samples.get(s));
    }
    openedMs = openMs;
    closedMs = -1;
  }

  /** The door opens; a second time in the same visit, it has not been closed. */
  void opened(long nowMs) {
    if (running()) {
      openedMs = openedMs < 0 ? nowMs : openedMs;
      closedMs = -1;
    }
  }

  void closed(long nowMs) {
    if (running() && closedMs < 0) {
      closedMs = nowMs;
    }
  }

  /** Told of a sample. */
  interface Told {
    void of(int shelf, Sample sample);
  }

  /** What is kept so far. */
  void each(Told told) {
    for (int s = 0; s < visit.size(); s++) {
      for (Sample sample : visit.get(s)) {
        told.of(s, sample);
      }
    }
  }

  void stop() {
    startedMs = -1;
    visit.forEach(List::clear);
  }

  /** The samples so far, as if the door had been closed then. */
  Trace trace(long closesMs) {
    long opens = openedMs < 0 ? visitBegins() : openedMs;
    return new Trace(
        opens - startedMs,
        Math.max(opens, closesMs) - startedMs,
        visit.stream().map(this::readings).toList());
  }

  /** Where no switch told of the door: after what was before. */
  private long visitBegins() {
    return startedMs + BEFORE_MS;
  }

  private Trace.Readings readings(List<Sample> samples) {
    int n = samples.size();
    long[] at = new long[n];
    double[] a = new double[n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      at[i] = samples.get(i).atMs() - startedMs;
      a[i] = samples.get(i).a();
      b[i] = samples.get(i).b();
    }
    return new Trace.Readings(at, a, b);
  }
}
