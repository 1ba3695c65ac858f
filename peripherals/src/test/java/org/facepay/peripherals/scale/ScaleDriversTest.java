package org.facepay.peripherals.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract for every driver of the catalogue. */
@NeedsNatives
class ScaleDriversTest {
  @Nested
  class Toledo extends ScaleContract {
    @Override
    String driver() {
      return "toledo-8217";
    }

    @Override
    boolean tellsMovingWeights() {
      return false;
    }
  }

  @Nested
  class Sics extends ScaleContract {
    @Override
    String driver() {
      return "mt-sics";
    }

    @Override
    boolean tellsMovingWeights() {
      return true;
    }
  }

  @Nested
  class CasPdII extends ScaleContract {
    @Override
    String driver() {
      return "cas-pd2";
    }

    @Override
    boolean tellsMovingWeights() {
      return true;
    }
  }

  @Nested
  class CasTwentyTwo extends ScaleContract {
    @Override
    String driver() {
      return "cas-22";
    }

    @Override
    boolean tellsMovingWeights() {
      return true;
    }
  }

  @Nested
  class DibalEpos extends ScaleContract {
    @Override
    String driver() {
      return "dibal";
    }

    @Override
    boolean tellsMovingWeights() {
      return false;
    }
  }

  @Nested
  class AAndDStandard extends ScaleContract {
    @Override
    String driver() {
      return "a-and-d";
    }

    @Override
    boolean tellsMovingWeights() {
      return true;
    }
  }

  @Nested
  class SmaLevelOne extends ScaleContract {
    @Override
    String driver() {
      return "sma";
    }

    @Override
    boolean tellsMovingWeights() {
      return true;
    }
  }

  @Nested
  class NciStandard extends ScaleContract {
    @Override
    String driver() {
      return "nci";
    }

    @Override
    boolean tellsMovingWeights() {
      return true;
    }
  }

  @Nested
  class CheckoutDialog extends ScaleContract {
    @Override
    String driver() {
      return "dialog06";
    }

    @Override
    boolean tellsMovingWeights() {
      return false;
    }
  }

  /** A Dialog 06 scale tells what lies on it once; a weight that was lost on the way is no more. */
  @Test
  void aWeightThatIsToldOnceIsKnownUntilTheGoodsMove(@TempDir Path folder) throws Exception {
    try (ScaleSimulator simulator = ScaleSimulator.start("dialog06", folder.resolve("scale"));
        Scale scale =
            Scales.named("dialog06")
                .apply(
                    SerialLink.open(
                        simulator.path(), Scales.CATALOGUE.wire("dialog06").settings()))) {
      simulator.load(846_000);
      for (int n = 0; n < 3; n++) {
        assertEquals(new Weight(846_000, true), scale.readWeight());
      }
      simulator.load(500_000);
      simulator.peer().inflict(Fault.GARBAGE);
      for (int n = 0; n < 3; n++) {
        assertThrows(DeviceException.class, scale::readWeight);
      }
      simulator.peer().heal();
      assertNotEquals(new Weight(846_000, true), scale.readWeight(), "of goods that are gone");
      simulator.load(500_000);
      assertEquals(new Weight(500_000, true), scale.readWeight());
    }
  }

  /** A driver is one line in the catalogue and one class here. */
  @Test
  void everyDriverKeepsTheContract() throws Exception {
    List<String> tested = new ArrayList<>();
    for (Class<?> one : getClass().getDeclaredClasses()) {
      ScaleContract contract =
          (ScaleContract) one.getDeclaredConstructor(getClass()).newInstance(this);
      tested.add(contract.driver());
    }
    assertEquals(
        Scales.names().stream().filter(name -> !name.endsWith(Scales.POUNDS)).toList(),
        tested.stream().sorted().toList());
  }
}
