package org.facepay.terminal.world.cabinet;

import java.util.Arrays;
import java.util.Locale;
import org.facepay.peripherals.lock.DoorState;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.settlement.engine.Arrangement;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * Signs that something is wrong with a cabinet that nobody was let into: its door opens, a shelf
 * becomes lighter or heavier and stays so, or a visit has left what is none of its goods. Not
 * thread-safe.
 */
final class Tamper {
  /** Cells creep and drift by less; the lightest goods weigh more. */
  private static final double MOVED_GRAMS = 15;

  /** A truck that passes is over by then. */
  private static final long STAYS_MS = 5_000;

  /** Share of a difference that is believed to be drift, from reading to reading. */
  private static final double DRIFT = 0.01;

  private static final String DOOR = "door";

  private final Alarms alarms;
  private final Planogram planogram;
  private final double[] usual;
  private final long[] sinceMs;

  Tamper(Alarms alarms, Planogram planogram) {
    this.alarms = alarms;
    this.planogram = planogram;
    usual = new double[planogram.shelves().size()];
    sinceMs = new long[usual.length];
    forget();
  }

  private void forget() {
    Arrays.fill(usual, Double.NaN);
    Arrays.fill(sinceMs, -1);
  }

  /** A visit has ended: what lies there now is usual. */
  void rest() {
    forget();
    alarms.clear(Alarm.Kind.CABINET_OPENED, DOOR);
  }

  /** Staff were there, and have seen to it. */
  void lookedAfter() {
    rest();
    planogram.shelves().forEach(s -> alarms.clear(Alarm.Kind.CABINET_TAMPERED, s.id()));
  }

  /** The door opens, and nobody was let in. */
  void opened() {
    alarms.raise(Alarm.Kind.CABINET_OPENED, DOOR, "");
  }

  /** A shelf was weighed while nobody was let in. */
  void weighed(int shelf, Recording.Sample sample, DoorState door) {
    double grams = sample.a() + sample.b();
    if (Double.isNaN(usual[shelf]) || door != DoorState.CLOSED) {
      usual[shelf] = grams;
      sinceMs[shelf] = -1;
      return;
    }
    double off = grams - usual[shelf];
    if (Math.abs(off) < MOVED_GRAMS) {
      usual[shelf] += DRIFT * off;
      sinceMs[shelf] = -1;
    } else if (sinceMs[shelf] < 0) {
      sinceMs[shelf] = sample.atMs();
    } else if (sample.atMs() - sinceMs[shelf] > STAYS_MS) {
      raise(shelf, Sentence.verbatim(String.format(Locale.ROOT, "%+.0f g", off)));
      usual[shelf] = grams;
    }
  }

  /**
   * What a visit has left where it does not belong.
   *
   * @param valid the planogram it was settled with
   */
  void left(Arrangement arrangement, Planogram valid) {
    arrangement
        .strays()
        .forEach(
            s ->
                raise(
                    s.shelf(),
                    s.sku() < 0
                        ? Sentence.of(TamperWords.FOREIGN)
                        : Sentence.verbatim(valid.skus().get(s.sku()).id())));
  }

  private void raise(int shelf, Sentence what) {
    alarms.raise(Alarm.Kind.CABINET_TAMPERED, planogram.shelves().get(shelf).id(), what);
  }
}
