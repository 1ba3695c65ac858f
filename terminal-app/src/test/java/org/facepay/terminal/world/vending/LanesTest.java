package org.facepay.terminal.world.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanesTest {
  private static final DispenseResult FELL = new DispenseResult.Dropped();
  private static final DispenseResult HANGS = new DispenseResult.NotDropped("drop sensor");
  private static final DispenseResult UNSEEN = new DispenseResult.Uncertain("link lost");

  @TempDir private Path folder;
  private final Deque<DispenseResult> results = new ArrayDeque<>();
  private Alarms alarms = new Alarms(InstantSource.system());
  private boolean online = true;

  private Lanes lanes() {
    return new Lanes(
        new Lanes.Machine() {
          @Override
          public void dispense(int slot, Consumer<DispenseResult> told) {
            told.accept(results.removeFirst());
          }

          @Override
          public boolean online() {
            return online;
          }
        },
        2,
        folder.resolve("slots-off"),
        alarms);
  }

  private void turn(Lanes lanes, int slot, DispenseResult... became) {
    for (DispenseResult result : became) {
      results.add(result);
      lanes.dispense(slot, told -> assertEquals(result, told));
    }
  }

  private List<String> standing() {
    return alarms.standing().stream().map(a -> a.kind() + " " + a.subject()).toList();
  }

  @Test
  void failuresInARowSwitchASlotOffAndNoOther() {
    Lanes lanes = lanes();
    turn(lanes, 3, HANGS, FELL, HANGS, UNSEEN);
    assertFalse(lanes.isOff(3), "not two in a row");
    turn(lanes, 3, HANGS);
    assertTrue(lanes.isOff(3));
    assertFalse(lanes.isOff(4));
    assertEquals(List.of(Alarm.Kind.SLOT_OFF + " 3"), standing());
  }

  @Test
  void itStaysOffOverARestartUntilItIsServiced() {
    turn(lanes(), 3, HANGS, HANGS);
    alarms = new Alarms(InstantSource.system());
    Lanes again = lanes();
    assertTrue(again.isOff(3));
    assertEquals(List.of(Alarm.Kind.SLOT_OFF + " 3"), standing());
    again.serviced();
    assertEquals(List.of(), standing());
    assertFalse(again.isOff(3));
    assertFalse(lanes().isOff(3), "that is kept too");
  }

  @Test
  void oneThatDropsAfterAllIsOnAgain() {
    Lanes lanes = lanes();
    turn(lanes, 3, HANGS, HANGS, FELL);
    assertFalse(lanes.isOff(3));
    assertEquals(List.of(), standing());
  }

  @Test
  void aDispenserThatIsAwayBlamesNoSlot() {
    online = false;
    Lanes lanes = lanes();
    turn(lanes, 3, HANGS, HANGS, HANGS);
    assertFalse(lanes.isOff(3));
  }

  @Test
  void aFileThatCannotBeReadSwitchesNothingOff() throws Exception {
    Files.writeString(folder.resolve("slots-off"), "three 2\n");
    assertFalse(lanes().isOff(3));
  }
}
