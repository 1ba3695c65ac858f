package org.facepay.peripherals.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.scale.NotWeighed.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every scale driver does, over a real line; a driver's test extends this. */
abstract class ScaleContract {
  @TempDir Path folder;
  private ScaleSimulator simulator;
  private Scale scale;

  /** The driver's name in the catalogue. */
  abstract String driver();

  /** Whether its scale tells a weight while the goods move. */
  abstract boolean tellsMovingWeights();

  @BeforeEach
  void open() throws Exception {
    simulator = ScaleSimulator.start(driver(), folder.resolve("scale"));
    scale =
        Scales.named(driver())
            .apply(SerialLink.open(simulator.path(), Scales.CATALOGUE.wire(driver()).settings()));
  }

  @AfterEach
  void close() throws Exception {
    scale.close();
    scale.close();
    simulator.close();
  }

  @Test
  void isHealthy() throws Exception {
    assertTrue(scale.checkHealth().english().contains("answers"));
  }

  @Test
  void weighsToTheGram() throws Exception {
    for (long grams : new long[] {0, 1, 846, 1000, 14_999}) {
      simulator.load(grams * 1000);
      assertEquals(new Weight(grams * 1000, true), settled());
    }
  }

  @Test
  void neverCallsMovingGoodsStable() throws Exception {
    simulator.load(500_000);
    simulator.moving(true);
    ScaleReading reading = settled();
    assertEquals(
        tellsMovingWeights() ? new Weight(500_000, false) : new NotWeighed(Reason.MOTION), reading);
  }

  @Test
  void tellsOverloadAndUnderload() throws Exception {
    simulator.load(ScaleSimulator.CAPACITY_MILLIGRAMS + 1_000_000);
    assertEquals(new NotWeighed(Reason.OVERLOAD), settled());
    simulator.load(-100_000);
    assertEquals(new NotWeighed(Reason.UNDERLOAD), settled());
  }

  @Test
  void splitAnswersAreWhole() throws Exception {
    simulator.load(1_234_000);
    simulator.peer().inflict(Fault.SPLIT_FRAMES);
    assertEquals(new Weight(1_234_000, true), settled());
  }

  @Test
  void aSilentScaleIsAFault() throws Exception {
    simulator.peer().inflict(Fault.MUTE);
    assertTrue(fault().contains("does not answer"));
  }

  @Test
  void garbageIsAFaultAndTheNextAnswerCounts() throws Exception {
    simulator.load(777_000);
    simulator.peer().inflict(Fault.GARBAGE);
    assertInstanceOf(String.class, fault());
    simulator.peer().heal();
    simulator.load(777_000); // lifted and put down: some tell a weight once only
    assertEquals(new Weight(777_000, true), settled());
  }

  @Test
  void damagedAnswersAreNeverWeights() throws Exception {
    simulator.load(1_111_000);
    simulator.peer().inflict(Fault.BAD_CHECKSUM);
    for (int i = 0; i < 6; i++) {
      try {
        ScaleReading reading = scale.readWeight();
        assertTrue(
            reading instanceof NotWeighed || reading.equals(new Weight(1_111_000, true)),
            reading.toString());
      } catch (DeviceException e) {
        assertTrue(e.reason().contains("answer"), e.reason());
      }
    }
  }

  @Test
  void saysThatItWasUnplugged() throws Exception {
    simulator.peer().inflict(Fault.HANG_UP);
    assertThrows(DeviceException.class, this::settled);
  }

  /** One that streams may still have an old frame on the way. */
  private ScaleReading settled() throws DeviceException {
    boolean streams = Scales.protocol(driver()).manner().question().length == 0;
    for (int old = 0; streams && old < 2; old++) {
      ScaleReading ignored = scale.readWeight();
    }
    return scale.readWeight();
  }

  private String fault() {
    return assertThrows(
            DeviceException.class,
            () -> {
              for (int i = 0; i < 4; i++) {
                ScaleReading ignored = scale.readWeight();
              }
            })
        .reason();
  }
}
