package org.facepay.terminal.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.facepay.terminal.files.Build;
import org.facepay.terminal.language.Sentence;

/**
 * The time as far as a terminal can know it. A board without a battery begins in 1970, and a wrong
 * year sells without a word. The system's clock is believed unless it says less than the floor, the
 * last entry of the journal or the building of this program, or the collector says another time;
 * then what is known instead is used. Thread-safe.
 */
public final class TrueTime implements InstantSource {
  /** What a clock may be wrong without anybody being told. */
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  /** A program this old, or a time this far ahead of everything known, is hard to believe. */
  private static final Duration FAR_AHEAD = Duration.ofDays(3_652);

  private final InstantSource system;
  private final LongSupplier nanos;
  private final long startedNanos;
  private final Instant built;
  private volatile Instant floor;
  private volatile Duration offset = Duration.ZERO;
  private volatile boolean asked;

  public TrueTime() {
    this(InstantSource.system(), System::nanoTime, Build.read().built());
  }

  TrueTime(InstantSource system, LongSupplier nanos, Instant built) {
    this.system = system;
    this.nanos = nanos;
    this.startedNanos = nanos.getAsLong();
    this.built = built;
    this.floor = built;
  }

  /** An entry of this time is in the journal, so it is later now. */
  public void notBefore(Instant entry) {
    if (entry.isAfter(floor) && entry.isBefore(built.plus(FAR_AHEAD))) {
      floor = entry;
    }
  }

  /** The collector says what time it is; one that lives before this program was built is wrong. */
  public void collectorSays(Instant time) {
    if (time.isAfter(built.minus(Duration.ofDays(1)))) {
      Duration difference = Duration.between(system.instant(), time);
      offset = difference.abs().compareTo(TOLERANCE) > 0 ? difference : Duration.ZERO;
      asked = true;
    }
  }

  @Override
  public Instant instant() {
    Instant now = system.instant();
    if (asked) {
      return now.plus(offset);
    }
    Instant least = floor.plusNanos(nanos.getAsLong() - startedNanos);
    return now.isBefore(floor) ? least : now;
  }

  /** What is wrong with the system's clock, in figures; empty when nothing is known to be. */
  public Optional<Sentence> doubt() {
    Instant now = system.instant();
    if (asked) {
      return offset.isZero()
          ? Optional.empty()
          : Optional.of(Sentence.of(ClockWords.COLLECTOR, now, instant()));
    }
    if (now.plus(TOLERANCE).isBefore(floor)) {
      return Optional.of(Sentence.of(ClockWords.LAST_KNOWN, now, floor));
    }
    return now.isAfter(built.plus(FAR_AHEAD))
        ? Optional.of(Sentence.of(ClockWords.LAST_KNOWN, now, floor))
        : Optional.empty();
  }
}
