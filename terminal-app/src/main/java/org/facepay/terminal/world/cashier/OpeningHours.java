package org.facepay.terminal.world.cashier;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.facepay.kiosk.screen.OpensAgain;

/**
 * When a terminal sells, by the shop's clock, every day alike.
 *
 * @param from not before
 * @param until not from then on; before {@code from} it is of the next day
 */
public record OpeningHours(LocalTime from, LocalTime until) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  public OpeningHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException("opens and closes at " + from);
    }
  }

  /** When it opens next, as a closed terminal says it. */
  OpensAgain next(LocalTime now) {
    return new OpensAgain(!now.isBefore(from), CLOCK.format(from), CLOCK.format(until));
  }

  boolean open(LocalTime now) {
    boolean begun = !now.isBefore(from);
    boolean ended = !now.isBefore(until);
    return from.isBefore(until) ? begun && !ended : begun || !ended;
  }
}
