package org.facepay.peripherals.worker;

import org.facepay.peripherals.link.DeviceException;

/**
 * How often in a row an open device may miss before it counts as lost: a first miss degrades it, so
 * that one disturbed answer does not close the port.
 */
public final class Patience {
  private final int most;
  private int missed;

  /** Gives up at the {@code most}th miss in a row. */
  public Patience(int most) {
    this.most = most;
  }

  /** It answered. */
  public void answered() {
    missed = 0;
  }

  /**
   * It did not, or nothing sensible.
   *
   * @throws DeviceException the one given, if that was once too often
   */
  public Condition missed(DeviceException e) throws DeviceException {
    missed++;
    if (missed >= most) {
      missed = 0;
      throw e;
    }
    return Condition.degraded(e.problem());
  }
}
