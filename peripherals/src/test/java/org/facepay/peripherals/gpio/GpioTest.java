package org.facepay.peripherals.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.facepay.peripherals.gpio.Pins.Direction;
import org.facepay.peripherals.gpio.Pins.Use;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.lock.DoorLock;
import org.facepay.peripherals.lock.DoorLockContract;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GpioTest {
  @Nested
  class LockOnLines extends DoorLockContract {
    private final PinBoard board = new PinBoard();

    @Override
    protected Source<DoorLock> source() {
      return GpioDoorLock.on(board, new GpioDoorLock.Wiring(17, false, 27, false));
    }

    @Override
    protected boolean bolted() {
      return !board.level(17);
    }

    @Override
    protected void openDoor() {
      board.drive(27, true);
    }

    @Override
    protected void shutDoor() {
      board.drive(27, false);
    }

    @Override
    protected void lose() {
      board.present(false);
    }

    @Override
    protected void comeBack() {
      board.present(true);
    }
  }

  /** The numbers of {@code linux/gpio.h} as a C compiler prints them on x86-64 and ARM64. */
  @Test
  void callsAreNumberedAsInTheHeader() {
    assertEquals(0x8044B401L, GpioAbi.GET_CHIP_INFO);
    assertEquals(0xC250B407L, GpioAbi.GET_LINES);
    assertEquals(0xC010B40EL, GpioAbi.GET_VALUES);
    assertEquals(0xC010B40FL, GpioAbi.SET_VALUES);
  }

  @Test
  void aRequestIsLaidOutAsInTheHeader() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment r = arena.allocate(GpioAbi.REQUEST_BYTES, 8);
      List<Use> uses =
          List.of(
              new Use(17, Direction.OUTPUT, false),
              new Use(27, Direction.INPUT, true),
              new Use(22, Direction.OUTPUT, true));
      GpioAbi.request(r, "facepay", uses, Duration.ofMillis(20));
      assertEquals(List.of(17, 27, 22), List.of(at(r, 0), at(r, 4), at(r, 8)));
      assertEquals("facepay", r.getString(256));
      assertEquals(3, at(r, 560), "num_lines");
      assertEquals(5, at(r, 296), "num_attrs");
      assertEquals(1, at(r, 320), "attrs[0]: flags");
      assertEquals(6, r.get(JAVA_LONG, 328), "input, active low");
      assertEquals(0b010, r.get(JAVA_LONG, 336));
      assertEquals(8, r.get(JAVA_LONG, 352), "output");
      assertEquals(0b001, r.get(JAVA_LONG, 360));
      assertEquals(10, r.get(JAVA_LONG, 376), "output, active low");
      assertEquals(0b100, r.get(JAVA_LONG, 384));
      assertEquals(2, at(r, 392), "output values");
      assertEquals(0, r.get(JAVA_LONG, 400), "all inactive");
      assertEquals(0b101, r.get(JAVA_LONG, 408));
      assertEquals(3, at(r, 416), "debounce");
      assertEquals(20_000, at(r, 424));
      assertEquals(0b010, r.get(JAVA_LONG, 432));
      r.set(JAVA_INT, 588, 42);
      assertEquals(42, GpioAbi.descriptor(r));
    }
  }

  @Test
  void lampsAndBuzzer() throws Exception {
    PinBoard board = new PinBoard();
    try (GpioLights lights = GpioLights.open(board, List.of(5, 6), Set.of(5));
        GpioTone tone = GpioTone.open(board, 13, false)) {
      assertEquals(2, lights.lamps());
      lights.switchLamp(1, true);
      assertTrue(board.level(6) && board.level(5), "lamp 0 is dark while its line is high");
      tone.sound(Duration.ofMillis(5));
      assertFalse(board.level(13));
      assertThrows(IllegalArgumentException.class, () -> lights.switchLamp(2, true));
      assertThrows(IllegalArgumentException.class, () -> tone.sound(Duration.ofMinutes(1)));
      assertThrows(DeviceException.class, () -> GpioTone.open(board, 6, false));
      board.present(false);
      assertThrows(DeviceException.class, () -> lights.switchLamp(0, true));
      assertThrows(DeviceException.class, tone::checkHealth);
    }
    assertFalse(board.level(6), "dark when let go");
  }

  @Test
  void aMissingChipIsToldAsSuch() {
    String reason =
        assertThrows(
                DeviceException.class,
                () ->
                    KernelPins.on("/dev/gpiochip99")
                        .open(List.of(new Use(0, Direction.INPUT, false))))
            .reason();
    assertTrue(reason.contains("does not exist"), reason);
  }

  /** Against the kernel's gpio-sim or gpio-mockup, where the module is loaded. */
  @Test
  void drivesASimulatedChipOfTheKernel() throws Exception {
    String chip = simulatedChip();
    try (Pins pins = KernelPins.on(chip).open(List.of(new Use(0, Direction.OUTPUT, false)))) {
      assertFalse(pins.get(0));
      pins.set(0, true);
      assertTrue(pins.get(0));
      assertThrows(
          DeviceException.class,
          () -> KernelPins.on(chip).open(List.of(new Use(0, Direction.INPUT, false))));
    }
  }

  private static String simulatedChip() throws Exception {
    try (DirectoryStream<Path> chips = Files.newDirectoryStream(Path.of("/dev"), "gpiochip*")) {
      for (Path chip : chips) {
        String name = KernelPins.describe(chip.toString());
        if (name.contains("gpio-sim") || name.contains("gpio-mockup")) {
          return chip.toString();
        }
      }
    }
    Assumptions.abort("no simulated GPIO chip: modprobe gpio-sim or gpio-mockup");
    return "";
  }

  private static int at(MemorySegment segment, long offset) {
    return segment.get(JAVA_INT, offset);
  }
}
