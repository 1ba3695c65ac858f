package org.facepay.terminal.world.cashier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.facepay.kiosk.screen.OpensAgain;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a terminal sells now: not while staff have paused it, and not outside its hours unless
 * they have let it. The state thread's; never blocks.
 */
public final class ShopHours {
  private static final Logger LOG = LoggerFactory.getLogger(ShopHours.class);

  /** So long it sells outside its hours when staff let it, and no longer: nobody may remember. */
  private static final Duration BEYOND = Duration.ofHours(2);

  private final Path paused;
  private final Optional<OpeningHours> opening;
  private final ZoneId zone;
  private final InstantSource clock;
  private Instant until = Instant.MIN;

  /**
   * @param paused a file that is there while staff have paused the terminal
   * @param opening empty: around the clock
   */
  public ShopHours(Path paused, Optional<OpeningHours> opening, ZoneId zone, InstantSource clock) {
    this.paused = paused;
    this.opening = opening;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Staff pause the terminal, kept until they say otherwise, or let it sell, also outside its
   * hours.
   */
  public void pause(boolean pause) {
    until = pause ? Instant.MIN : clock.instant().plus(BEYOND);
    try {
      if (pause) {
        Files.writeString(paused, clock.instant() + "\n");
      } else {
        Files.deleteIfExists(paused);
      }
    } catch (IOException e) {
      LOG.error("whether the terminal is paused cannot be kept: {}", e.getMessage());
    }
  }

  /** Why nothing is sold now, if staff or the hour have it so. */
  public Optional<ClosedReason> closed() {
    if (Files.exists(paused)) {
      return Optional.of(ClosedReason.STAFF);
    }
    boolean let = clock.instant().isBefore(until);
    return opening.filter(h -> !let && !h.open(now())).map(_ -> ClosedReason.OPENING_HOURS);
  }

  /** When the shop opens next, where it has hours. */
  public Optional<OpensAgain> opens() {
    return opening.map(h -> h.next(now()));
  }

  private LocalTime now() {
    return clock.instant().atZone(zone).toLocalTime();
  }
}
