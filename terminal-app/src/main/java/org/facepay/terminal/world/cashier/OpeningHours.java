package org.facepay.terminal.world.cashier;

import java.time.LocalTime;

/**
 * When a terminal sells, by the shop's clock, every day alike.
 *
 * @param from not before
 * @param until not from then on; before {@code from} it is of the next day
 */
public record OpeningHours(LocalTime from, LocalTime until) {
  public OpeningHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException("opens and closes at " + from);
    }
  }

  boolean open(LocalTime now) {
    boolean begun = !now.isBefore(from);
    boolean ended = !now.isBefore(until);
    return from.isBefore(until) ? begun && !ended : begun || !ended;
  }
}
