package org.facepay.terminal.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done with a face; there is no place for an image or a template.
 *
 * @param memberTag the keyed hash of the member's number in hex, empty when nobody was recognised
 * @param scores of a match, null when nothing was compared
 */
public record AuditRow(Instant at, Kind kind, String memberTag, @Nullable Scores scores) {

  /** What was done. */
  public enum Kind {
    JOINED,
    RECOGNISED,
    REFUSED_ATTACK,
    REFUSED_UNKNOWN,
    /** Digits that were typed are not the member's. */
    REFUSED_DIGITS,
    CHALLENGED,
    WITHDRAWN,
    EXPORTED,
    ERASED
  }

  /**
   * How sure it was.
   *
   * @param similarity cosine to the nearest member, -1 to 1
   * @param margin how much nearer than the next member
   * @param liveness 0 a presentation attack, 1 bona fide (ISO/IEC 30107-3)
   */
  public record Scores(double similarity, double margin, double liveness) {}
}
