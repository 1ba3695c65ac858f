package org.facepay.peripherals.dispenser;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.dispenser.DispenseResult.Dropped;
import org.facepay.peripherals.dispenser.DispenseResult.NotDropped;
import org.facepay.peripherals.dispenser.DispenseResult.Uncertain;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.modbus.ModbusMaster;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Spirals or a lift behind a Modbus RTU board with a drop sensor. One turn an order; if nothing
 * falls, one more, because articles hang; then it gives up.
 */
public final class SpiralDispenser implements ItemDispenser {
  private static final Duration ANSWER = Duration.ofMillis(100);
  private static final Duration STEP = Duration.ofMillis(20);
  private static final int INPUT = 4;
  private static final int TURNING = 1;
  private static final int FAULT = 2;
  private static final int TURNS = 2;

  private final ModbusMaster master;
  private final DispenserProfile profile;
  private final DispenserProfile.Spirals spirals;

  public SpiralDispenser(Link link, DispenserProfile profile) {
    this.master = new ModbusMaster(link, ANSWER);
    this.profile = profile;
    this.spirals = profile.spirals();
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    if (status() == FAULT) {
      throw new DeviceException(Problem.Kind.DISPENSER_FAULT);
    }
    return Identity.of(Identity.Kind.DISPENSER, spirals.slots());
  }

  @Override
  public DispenseResult dispenseItem(int slot) throws DeviceException {
    if (slot < 1 || slot > spirals.slots()) {
      throw new IllegalArgumentException("slots are 1.." + spirals.slots() + ", not " + slot);
    }
    int before = drops();
    if (status() != 0) {
      return new NotDropped("the dispenser is turning already, or reports a fault");
    }
    try {
      for (int turn = 0; turn < TURNS; turn++) {
        master.registerOnce(profile.unit(), spirals.start(), slot);
        if (fell(before)) {
          return new Dropped();
        }
        int status = status();
        if (status == FAULT) {
          return new NotDropped("the motor is jammed");
        }
        if (status == TURNING) {
          return new Uncertain("still turning after the time of a turn");
        }
      }
      return new NotDropped("nothing fell after " + TURNS + " turns: slot empty, or it hangs");
    } catch (DeviceException e) {
      return new Uncertain("started, then: " + e.reason());
    }
  }

  @Override
  public MachineReading read() throws DeviceException {
    if (profile.senses().isEmpty()) {
      return MachineReading.UNKNOWN;
    }
    DispenserProfile.Senses senses = profile.senses().get();
    return MachineReading.of(input(senses.temperature()), input(senses.inputs()));
  }

  @Override
  public void close() {
    master.close();
  }

  /** Watches the sensor until the turn is over and the fall's time, too. */
  private boolean fell(int before) throws DeviceException {
    return drops(before, spirals.patience().turn(), true)
        || drops(before, spirals.patience().fall(), false);
  }

  /**
   * Whether something has fallen within the time. An answer that is lost meanwhile is asked for
   * again: what turns is not stopped by it.
   *
   * @param turning whether the end of the turn ends it, too
   */
  private boolean drops(int before, Duration time, boolean turning) throws DeviceException {
    long deadline = System.nanoTime() + time.toNanos();
    @Nullable DeviceException lost = null;
    while (System.nanoTime() - deadline < 0) {
      try {
        lost = null;
        if (drops() != before) {
          return true;
        }
        if (turning && status() != TURNING) {
          return false;
        }
      } catch (DeviceException e) {
        lost = e;
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
    if (lost != null) {
      throw lost;
    }
    return false;
  }

  private int status() throws DeviceException {
    return input(spirals.status());
  }

  private int drops() throws DeviceException {
    return input(spirals.drops());
  }

  private int input(int register) throws DeviceException {
    return master.registers(profile.unit(), INPUT, register, 1)[0];
  }
}
