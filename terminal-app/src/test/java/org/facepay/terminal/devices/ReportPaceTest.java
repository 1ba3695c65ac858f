package org.facepay.terminal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReportPaceTest {
  private static final long SECOND = 1_000_000_000L;
  private final ReportPace pace = new ReportPace(Duration.ofSeconds(2));

  @Test
  void whatGoesAndComesBackAtOnceIsOneReport() {
    pace.changed(0);
    pace.changed(SECOND);
    assertFalse(pace.due(2 * SECOND - 1));
    assertTrue(pace.due(2 * SECOND));
    assertEquals(2, pace.changes());
    pace.told(2 * SECOND, 2);
    assertFalse(pace.due(100 * SECOND));
  }

  @Test
  void aChangeWhileItIsToldIsToldAfterwards() {
    pace.changed(0);
    int changes = pace.changes();
    pace.changed(2 * SECOND);
    pace.told(2 * SECOND, changes);
    assertFalse(pace.due(3 * SECOND));
    assertTrue(pace.due(4 * SECOND));
    assertEquals(1, pace.changes());
  }

  /** A device that changes every second for a day. */
  @Test
  void aFlappingDeviceCannotFlood() {
    int day = 24 * 3_600;
    int reports = 0;
    int told = 0;
    for (int second = 0; second < day; second++) {
      pace.changed(second * SECOND);
      if (pace.due(second * SECOND)) {
        reports++;
        told += pace.changes();
        pace.told(second * SECOND, pace.changes());
      }
    }
    assertTrue(reports > ReportPace.FREE && reports < 170, reports + " reports");
    assertTrue(told > day - 700, "all but the last are counted: " + told);
  }

  @Test
  void afterAQuietTimeItIsToldAtOnceAgain() {
    long now = 0;
    for (int i = 0; i < 12; i++) {
      pace.changed(now);
      now += 3_600 * SECOND / 10;
      pace.told(now, 1);
    }
    pace.changed(now);
    assertTrue(pace.nanosLeft(now) > 60 * SECOND, "it has flapped");
    pace.told(now, 1);
    now += ReportPace.LONGEST.toNanos() + 1;
    pace.changed(now);
    assertEquals(2 * SECOND, pace.nanosLeft(now));
  }

  @Test
  void whatCouldNotBeToldIsTriedAgain() {
    pace.changed(0);
    pace.failed(2 * SECOND);
    assertFalse(pace.due(10 * SECOND));
    assertTrue(pace.due(14 * SECOND));
    assertEquals(1, pace.changes());
  }
}
