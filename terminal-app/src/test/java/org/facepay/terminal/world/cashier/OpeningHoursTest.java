package org.facepay.terminal.world.cashier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.facepay.kiosk.screen.OpensAgain;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a terminal sells by the clock, and what a closed one says of it. */
class OpeningHoursTest {
  private static final OpeningHours DAY = hours("07:00", "22:00");
  private static final OpeningHours NIGHT = hours("18:30", "02:00");

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-25T22:30:00Z");

  private static OpeningHours hours(String from, String until) {
    return new OpeningHours(LocalTime.parse(from), LocalTime.parse(until));
  }

  private static LocalTime at(String time) {
    return LocalTime.parse(time);
  }

  @Test
  void theFirstMinuteSellsAndTheLastDoesNot() {
    assertFalse(DAY.open(at("06:59:59")));
    assertTrue(DAY.open(at("07:00")));
    assertFalse(DAY.open(at("22:00")));
    assertTrue(NIGHT.open(at("01:59")));
    assertFalse(NIGHT.open(at("02:00")));
    assertThrows(IllegalArgumentException.class, () -> hours("07:00", "07:00"));
  }

  @Test
  void whoComesAtNightIsToldTomorrowAndWhoComesEarlyToday() {
    assertEquals(new OpensAgain(true, "7:00", "22:00"), DAY.next(at("22:10")));
    assertEquals(new OpensAgain(false, "7:00", "22:00"), DAY.next(at("00:10")));
    assertEquals(new OpensAgain(false, "18:30", "2:00"), NIGHT.next(at("02:00")));
  }

  @Test
  void staffLetItSellForTwoHoursOutsideItsHoursAndPauseItUntilTheySayOtherwise() {
    ShopHours hours =
        new ShopHours(folder.resolve("paused"), Optional.of(DAY), ZoneOffset.UTC, () -> now);
    assertEquals(Optional.of(ClosedReason.OPENING_HOURS), hours.closed());
    hours.pause(false);
    assertEquals(Optional.empty(), hours.closed());
    now = now.plus(Duration.ofHours(2));
    assertEquals(Optional.of(ClosedReason.OPENING_HOURS), hours.closed());
    hours.pause(false);
    hours.pause(true);
    assertEquals(Optional.of(ClosedReason.STAFF), hours.closed());
    now = now.plus(Duration.ofHours(12));
    assertEquals(Optional.of(ClosedReason.STAFF), hours.closed(), "also within its hours");
    hours.pause(false);
    assertEquals(Optional.empty(), hours.closed());
  }
}
