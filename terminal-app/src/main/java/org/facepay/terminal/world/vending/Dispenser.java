package org.facepay.terminal.world.vending;

import java.util.Optional;
import java.util.function.Consumer;
import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.peripherals.dispenser.DispenserWorker;
import org.facepay.peripherals.dispenser.MachineReading;
import org.facepay.terminal.screen.Offering;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.State;

/** What turns the slots, and tells how the machine is. */
public interface Dispenser extends Lanes.Machine, AutoCloseable {
  /** What its board told last. */
  MachineReading reading();

  /** Why a slot cannot be turned now; empty when it can. */
  default Optional<String> refuses(int slot) {
    return Optional.empty();
  }

  /** What the session asks of a controller that wants the money; others are asked nothing. */
  default void run(Effect.AtController asked) {}

  /**
   * The session has nothing else to do; never blocks.
   *
   * @param idles whether somebody is shopping and no money may be moving
   * @param now what is sold
   */
  default void meet(State<?> state, boolean idles, Offering now) {}

  /** Somebody has looked after the machine. */
  default void serviced() {}

  @Override
  default void close() {}

  /** One that a worker keeps open, and closed with it. */
  static Dispenser of(DispenserWorker worker) {
    return new Dispenser() {
      @Override
      public void dispense(int slot, Consumer<DispenseResult> told) {
        worker.dispense(slot, told);
      }

      @Override
      public boolean online() {
        return worker.health().online();
      }

      @Override
      public MachineReading reading() {
        return worker.reading();
      }

      @Override
      public void close() {
        worker.close();
      }
    };
  }
}
