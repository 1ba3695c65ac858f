package org.facepay.peripherals.scale;

import org.junit.jupiter.api.Nested;

/** The contract for every driver of the catalogue. */
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
}
