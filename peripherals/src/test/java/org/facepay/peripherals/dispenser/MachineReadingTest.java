package org.facepay.peripherals.dispenser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MachineReadingTest {
  private static final int NOTHING = 0x8000;

  private static Optional<Integer> deci(int register) {
    return MachineReading.of(register, 0).deciCelsius();
  }

  @Test
  void temperaturesAreTenthsWithASign() {
    assertEquals(Optional.of(35), deci(35));
    assertEquals(Optional.of(-185), deci(65_536 - 185));
    assertEquals(Optional.empty(), deci(NOTHING), "no probe");
    assertEquals(Optional.of(-400), deci(65_536 - 400));
    assertEquals(Optional.empty(), deci(65_536 - 401), "colder than there is");
    assertEquals(Optional.empty(), deci(851));
  }

  @Test
  void bitsThatMeanNothingAreNotBelieved() {
    assertEquals(Optional.of(true), MachineReading.of(0, 1).doorOpen());
    assertEquals(Optional.of(false), MachineReading.of(0, 1).trayHolds());
    assertEquals(Optional.of(true), MachineReading.of(0, 3).trayHolds());
    assertEquals(MachineReading.UNKNOWN, MachineReading.of(NOTHING, 0xFFFF));
    assertEquals(MachineReading.UNKNOWN, MachineReading.of(NOTHING, 5));
  }

  /** Whatever two registers hold: what can be, or nothing. */
  @Test
  void nothingImpossibleIsEverSaid() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      int inputs = random.nextInt(65_536);
      MachineReading read = MachineReading.of(random.nextInt(65_536), inputs);
      assertTrue(read.deciCelsius().map(d -> d >= -400 && d <= 850).orElse(true), read.toString());
      assertEquals(inputs <= 3, read.doorOpen().isPresent());
      assertEquals(read.doorOpen().isPresent(), read.trayHolds().isPresent());
    }
  }
}
