package org.facepay.peripherals.worker;

import java.util.function.BooleanSupplier;

/** Notices that something that was missing is there, once, so that a replug is tried at once. */
public final class Presence {
  private final BooleanSupplier present;
  private boolean before = true;

  public Presence(BooleanSupplier present) {
    this.present = present;
  }

  /** True the first time it is asked after the thing came back. */
  public boolean appeared() {
    boolean now = present.getAsBoolean();
    boolean appeared = now && !before;
    before = now;
    return appeared;
  }
}
