package org.facepay.peripherals.gpio;

import java.util.List;
import org.facepay.peripherals.gpio.Pins.Direction;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.lock.DoorLock;
import org.facepay.peripherals.problem.Identity;

/**
 * One bolt and one door switch on GPIO lines. Fails closed by its wiring: an inactive line locks,
 * which is what it is when the program starts, ends or dies.
 */
public final class GpioDoorLock implements DoorLock {
  /**
   * Its lines.
   *
   * @param bolt output; active draws the bolt back
   * @param door input; active while the door is open
   */
  public record Wiring(int bolt, boolean boltActiveLow, int door, boolean doorActiveLow) {}

  private final Pins pins;
  private final Wiring wiring;

  private GpioDoorLock(Pins pins, Wiring wiring) {
    this.pins = pins;
    this.wiring = wiring;
  }

  /** Opens it afresh each time. */
  public static Source<DoorLock> on(Pins.Opening chip, Wiring wiring) {
    Pins.Use bolt = new Pins.Use(wiring.bolt(), Direction.OUTPUT, wiring.boltActiveLow());
    Pins.Use door = new Pins.Use(wiring.door(), Direction.INPUT, wiring.doorActiveLow());
    return Source.fixed(() -> new GpioDoorLock(chip.open(List.of(bolt, door)), wiring));
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    return Identity.of(doorOpened(0) ? Identity.Kind.LOCK_OPEN : Identity.Kind.LOCK_CLOSED);
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public void unlock(int channel) throws DeviceException {
    pins.set(wiring.bolt(), true);
  }

  @Override
  public void lock(int channel) throws DeviceException {
    pins.set(wiring.bolt(), false);
  }

  @Override
  public boolean doorOpened(int channel) throws DeviceException {
    return pins.get(wiring.door());
  }

  @Override
  public void close() {
    pins.close();
  }
}
