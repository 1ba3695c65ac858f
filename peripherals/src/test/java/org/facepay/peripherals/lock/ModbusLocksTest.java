package org.facepay.peripherals.lock;

import java.nio.file.Path;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.Source;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

@NeedsNatives
class ModbusLocksTest {
  abstract static class OnBus extends DoorLockContract {
    @TempDir Path folder;
    private LockSimulator simulator;
    private final String map;

    OnBus(String map) {
      this.map = map;
    }

    @Override
    protected Source<DoorLock> source() throws Exception {
      simulator = LockSimulator.start(LockProfile.NAMED.get(map), folder.resolve("lock"));
      return Source.of(
          Locks.CATALOGUE.named("modbus-" + map),
          Opener.serial(simulator.path(), SerialSettings.eightN1(9600)));
    }

    @Override
    protected boolean bolted() {
      return simulator.locked(0);
    }

    @Override
    protected void openDoor() {
      simulator.forceDoor(0);
    }

    @Override
    protected void shutDoor() {
      simulator.shutDoor(0);
    }

    @Override
    protected void lose() throws Exception {
      simulator.peer().inflict(Fault.HANG_UP);
    }

    @Override
    protected void comeBack() throws Exception {
      simulator.peer().heal();
    }

    @AfterEach
    void closeSimulator() throws Exception {
      simulator.close();
    }
  }

  @Nested
  class Eight extends OnBus {
    Eight() {
      super("generic-8");
    }
  }

  @Nested
  class One extends OnBus {
    One() {
      super("generic-1");
    }
  }
}
