package org.facepay.peripherals.worker;

import java.util.function.Function;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The part of a duty that is the same for every role: opening, holding and releasing a driver. */
public abstract class OpenedDuty<D extends Driver> implements Duty {
  private final Source<D> source;
  private final Presence presence;
  private volatile @Nullable D device;

  protected OpenedDuty(Function<Link, D> driver, Opener opener) {
    this(Source.of(driver, opener));
  }

  protected OpenedDuty(Source<D> source) {
    this.source = source;
    this.presence = new Presence(source::present);
  }

  @Override
  public void open() throws DeviceException {
    device = source.open();
  }

  @Override
  public Driver device() throws DeviceException {
    return opened();
  }

  @Override
  public boolean offline() {
    return presence.appeared();
  }

  @Override
  public void release() {
    D open = device;
    if (open != null) {
      device = null;
      open.close();
    }
  }

  /**
   * The open driver.
   *
   * @throws DeviceException if it was released meanwhile, by whoever closes the worker
   */
  protected D opened() throws DeviceException {
    D open = device;
    if (open == null) {
      throw new DeviceException(Problem.Kind.DEVICE_CLOSED);
    }
    return open;
  }
}
