package org.facepay.peripherals.dispenser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@NeedsNatives
class SpiralDispenserTest {
  private static final DispenserProfile QUICK =
      new DispenserProfile(
          1,
          new DispenserProfile.Spirals(
              0,
              0,
              1,
              60,
              new DispenserProfile.Patience(Duration.ofSeconds(2), Duration.ofMillis(150))),
          DispenserProfile.GENERIC_SENSED.senses());
  @TempDir Path folder;
  private DispenserSimulator simulator;
  private ItemDispenser dispenser;

  @BeforeEach
  void open() throws Exception {
    simulator = DispenserSimulator.start(QUICK, folder.resolve("spirals"));
    dispenser =
        new SpiralDispenser(SerialLink.open(simulator.path(), SerialSettings.eightN1(9600)), QUICK);
    simulator.fill(12, 2);
  }

  @AfterEach
  void close() throws Exception {
    dispenser.close();
    dispenser.close();
    simulator.close();
  }

  @Test
  void theSensorTellsThatItFell() throws Exception {
    assertEquals("dispenser with 60 slots", dispenser.checkHealth().english());
    assertEquals(new DispenseResult.Dropped(), dispenser.dispenseItem(12));
    assertEquals(1, simulator.left(12));
    simulator.hangOnce();
    assertEquals(new DispenseResult.Dropped(), dispenser.dispenseItem(12));
    assertEquals(0, simulator.left(12));
    DispenseResult empty = dispenser.dispenseItem(12);
    assertTrue(
        assertInstanceOf(DispenseResult.NotDropped.class, empty).reason().contains("2 turns"));
    assertThrows(IllegalArgumentException.class, () -> dispenser.dispenseItem(61));
  }

  @Test
  void aJammedMotorTurnsNothing() throws Exception {
    simulator.jam(true);
    assertInstanceOf(DispenseResult.NotDropped.class, dispenser.dispenseItem(12));
    assertThrows(DeviceException.class, dispenser::checkHealth);
    assertEquals(2, simulator.left(12));
  }

  @Test
  void whatWasLostBeforeItMovedMayBeTriedAgain() throws Exception {
    simulator.peer().inflict(Fault.MUTE);
    assertThrows(DeviceException.class, () -> dispenser.dispenseItem(12));
    assertEquals(2, simulator.left(12));
  }

  @Test
  void neverSaysDroppedWithoutADropWhateverTheLineDoes() throws Exception {
    simulator.fill(12, 100);
    int left = 100;
    for (int i = 0; i < 12; i++) {
      Fault fault = i % 2 == 0 ? Fault.BAD_CHECKSUM : Fault.SPLIT_FRAMES;
      Thread disturber = Thread.ofVirtual().start(() -> disturbATurn(fault));
      boolean dropped = false;
      try {
        dropped = dispenser.dispenseItem(12) instanceof DispenseResult.Dropped;
      } catch (DeviceException e) {
        assertEquals(left, simulator.left(12), "nothing moved");
      }
      disturber.join();
      Await.until("a turn under way ends", simulator::atRest);
      int now = simulator.left(12);
      assertTrue(left - now <= 2 && (!dropped || now < left), left + " -> " + now);
      left = now;
    }
  }

  /** From when the motor turns until the turn is over: what tells the drop is on the line then. */
  private void disturbATurn(Fault fault) {
    try {
      Await.until("a turn", () -> !simulator.atRest());
      simulator.peer().inflict(fault);
      Await.until("its end", simulator::atRest);
      simulator.peer().heal();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
