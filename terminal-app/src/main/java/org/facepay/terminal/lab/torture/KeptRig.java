package org.facepay.terminal.lab.torture;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SimulatedPeer;

/** Any other device: it must be online again, and do its work if it can be tried. */
final class KeptRig implements Rig {
  private final String name;
  private final SimulatedPeer peer;
  private final BooleanSupplier working;
  private final List<Closing> parts;

  /** Something to close. */
  @FunctionalInterface
  interface Closing {
    void close() throws IOException;
  }

  /** The parts are closed in their order. */
  KeptRig(String name, SimulatedPeer peer, BooleanSupplier working, Closing... parts) {
    this.name = name;
    this.peer = peer;
    this.working = working;
    this.parts = List.of(parts);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void inflict(Fault fault) throws IOException {
    peer.inflict(fault);
  }

  @Override
  public void heal() throws IOException {
    peer.heal();
  }

  @Override
  public void trade(Verdict verdict) {}

  @Override
  public boolean recovered(Verdict verdict) {
    return working.getAsBoolean();
  }

  @Override
  public void close() throws IOException {
    for (Closing part : parts) {
      part.close();
    }
  }
}
