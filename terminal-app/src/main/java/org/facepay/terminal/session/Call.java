package org.facepay.terminal.session;

import java.time.Duration;
import java.time.Instant;
import org.facepay.kiosk.screen.Screen.StaffCall;

/**
 * A call for staff. While somebody may be expected to come of it, calling again is the same call:
 * an impatient hand must not ring ten times at the desk.
 *
 * @param stamp of the event that called, 0 when nobody was called
 * @param at when that was, or when somebody said that they are coming
 * @param heard what became of it
 * @param why e.g. age-check; empty when nobody was called
 */
public record Call(long stamp, Instant at, StaffCall heard, String why) {
  static final Call NONE = new Call(0, Instant.EPOCH, StaffCall.NOT_REACHED, "");

  /** Staff who were told come within this time, or have to be told again. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

  /** One that has not arrived may be made again after this time, as the screen says. */
  private static final Duration UNHEARD = Duration.ofSeconds(30);

  /** Whoever waits for staff that have the call loses nothing for so long. */
  private static final Duration OPEN = Duration.ofMinutes(10);

  /** Whether it is open: it stands, or staff have it and may still come of it. */
  public boolean open(Instant now) {
    return stands(now) || (heard != StaffCall.NOT_REACHED && now.isBefore(at.plus(OPEN)));
  }

  /** Whether it stands: made, not answered yet, and not too long ago. */
  public boolean stands(Instant now) {
    return stamp != 0
        && now.isBefore(at.plus(heard == StaffCall.NOT_REACHED ? UNHEARD : ON_THE_WAY));
  }
}
