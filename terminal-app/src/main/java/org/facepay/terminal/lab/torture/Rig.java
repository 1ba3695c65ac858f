package org.facepay.terminal.lab.torture;

import java.io.IOException;
import java.util.List;
import org.facepay.peripherals.link.Fault;

/** A simulated device, its worker, and the trade that goes on with it while it is tortured. */
interface Rig extends AutoCloseable {
  String name();

  /** The faults its kind can have. */
  default List<Fault> faults() {
    return List.of(Fault.values());
  }

  void inflict(Fault fault) throws IOException;

  void heal() throws IOException;

  /** A bit of trade, without waiting for it; counts what it finds wrong. */
  void trade(Verdict verdict) throws IOException;

  /** Whether the device has done its work since it was healed; asked until it is true. */
  boolean recovered(Verdict verdict) throws IOException;

  /** Counts what is missing at the end. */
  default void settle(Verdict verdict) {}

  @Override
  void close() throws IOException;
}
