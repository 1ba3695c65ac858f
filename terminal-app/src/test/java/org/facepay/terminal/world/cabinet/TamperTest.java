package org.facepay.terminal.world.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.List;
import org.facepay.peripherals.lock.DoorState;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.settlement.engine.Arrangement;
import org.facepay.terminal.world.cabinet.Recording.Sample;
import org.junit.jupiter.api.Test;

/** Signs that somebody was at a cabinet who was not let in. */
class TamperTest {
  private final Alarms alarms = new Alarms(InstantSource.system());
  private final Tamper tamper = new Tamper(alarms, Shelving.PLANOGRAM);

  private List<String> subjects() {
    return alarms.standing().stream().map(Alarm::subject).sorted().toList();
  }

  private void rests(long fromMs, long toMs, double grams) {
    for (long t = fromMs; t < toMs; t += 100) {
      tamper.weighed(0, new Sample(t, grams / 2, grams / 2), DoorState.CLOSED);
    }
  }

  @Test
  void aShelfThatBecomesLighterBehindALockedDoorIsSaid() {
    rests(0, 5_000, 3_000);
    rests(5_000, 9_000, 2_462);
    assertEquals(List.of(), subjects(), "it may come back");
    rests(9_000, 12_000, 2_462);
    assertEquals(List.of("S1"), subjects());
    assertEquals("-538 g", alarms.standing().getFirst().detail().english());
  }

  @Test
  void aTruckAndDriftAreNothing() {
    rests(0, 5_000, 3_000);
    rests(5_000, 8_000, 3_200);
    rests(8_000, 20_000, 3_000);
    for (int i = 0; i < 200; i++) {
      rests(20_000 + i * 1_000L, 21_000 + i * 1_000L, 3_000 + i * 0.3);
    }
    assertEquals(List.of(), subjects());
  }

  @Test
  void whileTheDoorIsOpenNothingIsSaidOfTheShelves() {
    rests(0, 5_000, 3_000);
    for (long t = 5_000; t < 20_000; t += 100) {
      tamper.weighed(0, new Sample(t, 500, 500), DoorState.OPEN);
    }
    assertEquals(List.of(), subjects());
  }

  @Test
  void aForcedDoorIsSaidUntilAVisitHasEnded() {
    tamper.opened();
    assertEquals(List.of("door"), subjects());
    tamper.rest();
    assertEquals(List.of(), subjects());
  }

  @Test
  void whatLiesWrongIsSaidUntilStaffWereThere() {
    tamper.left(
        new Arrangement(
            new int[] {0, 0}, List.of(new Arrangement.Stray(1, -1), new Arrangement.Stray(0, 1))),
        Shelving.PLANOGRAM);
    assertEquals(List.of("S1", "S2"), subjects());
    tamper.rest();
    assertEquals(List.of("S1", "S2"), subjects());
    tamper.lookedAfter();
    assertEquals(List.of(), subjects());
  }
}
