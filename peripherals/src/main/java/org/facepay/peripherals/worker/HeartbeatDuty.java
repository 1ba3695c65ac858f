package org.facepay.peripherals.worker;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;

/** Keeps a device open and asks it how it is, for devices that are used now and then only. */
public final class HeartbeatDuty<D extends Device> extends OpenedDuty<D> {
  private static final Duration BEAT = Duration.ofMillis(300);
  private static final int MISSES = 2;

  private final Patience patience = new Patience(MISSES);

  public HeartbeatDuty(Source<D> source) {
    super(source);
  }

  @Override
  public String identify() throws DeviceException {
    return opened().checkHealth();
  }

  @Override
  public Condition serve(Duration slice) throws DeviceException {
    try {
      String identity = opened().checkHealth();
      patience.answered();
      LockSupport.parkNanos(slice.isZero() ? 0 : BEAT.toNanos());
      return Condition.fineBut(identity);
    } catch (DeviceException e) {
      return patience.missed(e);
    }
  }
}
