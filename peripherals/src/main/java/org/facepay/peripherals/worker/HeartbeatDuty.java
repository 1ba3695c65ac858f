package org.facepay.peripherals.worker;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.problem.Identity;

/** Keeps a device open and asks it how it is, for devices that are used now and then only. */
public final class HeartbeatDuty<D extends Device> extends OpenedDuty<D> {
  private static final Duration BEAT = Duration.ofMillis(300);
  private static final int MISSES = 2;

  private final Patience patience = new Patience(MISSES);
  private final Round<D> round;

  /** What is done with the device between two heartbeats. */
  @FunctionalInterface
  public interface Round<D> {
    /** Takes about as long as {@code time}. */
    void run(D device, Duration time) throws DeviceException;
  }

  /** Nothing but heartbeats. */
  public HeartbeatDuty(Source<D> source) {
    this(source, (device, time) -> LockSupport.parkNanos(time.toNanos()));
  }

  /** Uses the device between heartbeats. */
  public HeartbeatDuty(Source<D> source, Round<D> round) {
    super(source);
    this.round = round;
  }

  @Override
  public Identity identify() throws DeviceException {
    return opened().checkHealth();
  }

  @Override
  public Condition serve(Duration slice) throws DeviceException {
    try {
      Identity identity = opened().checkHealth();
      if (!slice.isZero()) {
        round.run(opened(), BEAT);
      }
      patience.answered();
      return Condition.fineBut(identity);
    } catch (DeviceException e) {
      return patience.missed(e);
    }
  }
}
