package org.facepay.peripherals.gpio;

import java.time.Duration;
import java.util.List;
import org.facepay.peripherals.gpio.Pins.Direction;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.problem.Identity;

/** An active buzzer on a GPIO line. */
public final class GpioTone implements ToneIndicator {
  private final Pins pins;
  private final int offset;

  private GpioTone(Pins pins, int offset) {
    this.pins = pins;
    this.offset = offset;
  }

  /** Opens the buzzer on this line. */
  public static GpioTone open(Pins.Opening chip, int offset, boolean activeLow)
      throws DeviceException {
    Pins.Use use = new Pins.Use(offset, Direction.OUTPUT, activeLow);
    return new GpioTone(chip.open(List.of(use)), offset);
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    boolean ignored = pins.get(offset);
    return Identity.of(Identity.Kind.BUZZER);
  }

  @Override
  public void sound(Duration time) throws DeviceException {
    if (time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a tone lasts 0.." + LONGEST.toMillis() + " ms");
    }
    pins.set(offset, true);
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pins.set(offset, false);
    }
  }

  @Override
  public void close() {
    pins.close();
  }
}
