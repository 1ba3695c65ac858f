package org.facepay.peripherals.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.facepay.peripherals.gpio.Pins.Direction;
import org.facepay.peripherals.gpio.Pins.Use;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.lock.DoorLock;
import org.facepay.peripherals.lock.DoorLockContract;
import org.facepay.peripherals.problem.Problem;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The Pi4J adapter over Pi4J's own mock of a board, which is for tests alone. */
@NeedsNatives
class Pi4jPinsTest {
  private final List<Context> contexts = new ArrayList<>();
  private final Pi4jBoard board =
      new Pi4jBoard(
          () -> {
            Context context =
                Pi4J.newContextBuilder()
                    .noAutoDetect()
                    .add(
                        MockDigitalInputProvider.newInstance(),
                        MockDigitalOutputProvider.newInstance())
                    .build();
            contexts.add(context);
            return context;
          },
          MockDigitalInputProvider.ID,
          MockDigitalOutputProvider.ID);

  private DigitalState output(int offset) {
    DigitalOutput line = contexts.getLast().registry().get("facepay-" + offset);
    return line.state();
  }

  private void drive(int offset, DigitalState level) {
    MockDigitalInput line = contexts.getLast().registry().get("facepay-" + offset);
    MockDigitalInput ignored = line.mockState(level);
  }

  @Test
  void linesAreInactiveFirstAndLogicalWhateverTheLevel() throws Exception {
    try (Pins pins =
        Pi4jPins.open(
            board,
            List.of(
                new Use(17, Direction.OUTPUT, false),
                new Use(22, Direction.OUTPUT, true),
                new Use(27, Direction.INPUT, true)))) {
      assertEquals(DigitalState.LOW, output(17));
      assertEquals(DigitalState.HIGH, output(22), "active low");
      assertFalse(pins.get(22));
      pins.set(17, true);
      pins.set(22, true);
      assertEquals(DigitalState.HIGH, output(17));
      assertEquals(DigitalState.LOW, output(22));
      drive(27, DigitalState.LOW);
      assertTrue(pins.get(27));
      drive(27, DigitalState.HIGH);
      assertFalse(pins.get(27));
      assertThrows(DeviceException.class, () -> pins.set(27, true));
      assertThrows(IllegalArgumentException.class, () -> pins.get(5));
    }
  }

  @Test
  void oneContextForAllAndNoneWhenTheLastIsClosed() throws Exception {
    Pins first = Pi4jPins.open(board, List.of(new Use(4, Direction.OUTPUT, false)));
    DeviceException taken =
        assertThrows(
            DeviceException.class,
            () -> Pi4jPins.open(board, List.of(new Use(4, Direction.OUTPUT, false))));
    assertTrue(taken.reason().contains("in use"), taken.reason());
    Pins second = Pi4jPins.open(board, List.of(new Use(5, Direction.OUTPUT, false)));
    assertEquals(1, contexts.size());
    first.close();
    first.close();
    second.set(5, true);
    assertTrue(board.inUse());
    second.close();
    assertFalse(board.inUse());
    assertTrue(contexts.getFirst().isShutdown());
    assertThrows(DeviceException.class, () -> second.set(5, true));
    Pins again = Pi4jPins.open(board, List.of(new Use(4, Direction.OUTPUT, false)));
    assertEquals(2, contexts.size());
    again.close();
  }

  @Test
  void lampsAndBuzzerWorkOverIt() throws Exception {
    Pins.Opening chip = uses -> Pi4jPins.open(board, uses);
    try (GpioLights lights = GpioLights.open(chip, List.of(5, 6), Set.of(6));
        GpioTone tone = GpioTone.open(chip, 13, false)) {
      lights.switchLamp(1, true);
      assertEquals(DigitalState.LOW, output(6));
      assertEquals(DigitalState.LOW, output(5));
      tone.sound(Duration.ofMillis(2));
      assertEquals(DigitalState.LOW, output(13));
    }
  }

  @Test
  void mocksAreRefusedWhereRealPinsAreMeant() {
    DeviceException refused = assertThrows(DeviceException.class, board::withoutMocks);
    assertTrue(refused.reason().contains("no real pin"), refused.reason());
  }

  @Test
  void aMachineThatIsNoPiIsToldToUseTheKernel() {
    org.junit.jupiter.api.Assumptions.assumeFalse(
        com.pi4j.boardinfo.util.BoardInfoHelper.runningOnRaspberryPi(), "this is a Pi");
    DeviceException refused =
        assertThrows(
            DeviceException.class,
            () -> Pi4jPins.on("/dev/gpiochip0").open(List.of(new Use(4, Direction.INPUT, false))));
    assertTrue(refused.reason().contains("use driver gpio"), refused.reason());
  }

  @Nested
  class LockOnPi4J extends DoorLockContract {
    private boolean gone;

    @Override
    protected Source<DoorLock> source() {
      return GpioDoorLock.on(
          uses -> {
            if (gone) {
              throw new DeviceException(Problem.Kind.NO_CHIP);
            }
            return Pi4jPins.open(board, uses);
          },
          new GpioDoorLock.Wiring(17, false, 27, false));
    }

    @Override
    protected boolean bolted() {
      return contexts.isEmpty()
          || !contexts.getLast().registry().exists("facepay-17")
          || output(17) == DigitalState.LOW;
    }

    @Override
    protected void openDoor() {
      drive(27, DigitalState.HIGH);
    }

    @Override
    protected void shutDoor() {
      drive(27, DigitalState.LOW);
    }

    @Override
    protected void lose() {
      gone = true;
      Context ignored = contexts.getLast().shutdown();
    }

    @Override
    protected void comeBack() {
      gone = false;
    }
  }
}
