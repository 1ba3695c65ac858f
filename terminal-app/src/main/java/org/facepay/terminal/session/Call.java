package org.facepay.terminal.session;

import java.time.Duration;
import java.time.Instant;

/**
 * A call for staff. While somebody may be expected to come of it, calling again is the same call:
 * an impatient hand must not ring ten times at the desk.
 *
 * @param stamp of the event that called, 0 when nobody was called
 * @param at when that was
 * @param delivered whether it reached staff
 */
public record Call(long stamp, Instant at, boolean delivered) {
  static final Call NONE = new Call(0, Instant.EPOCH, false);

  /** Staff who were told come within this time, or have to be told again. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

  /** One that has not arrived may be made again after this time, as the screen says. */
  private static final Duration UNHEARD = Duration.ofSeconds(30);

  /** Whether it stands: made, not answered yet, and not too long ago. */
  public boolean stands(Instant now) {
    return stamp != 0 && now.isBefore(at.plus(delivered ? ON_THE_WAY : UNHEARD));
  }
}
