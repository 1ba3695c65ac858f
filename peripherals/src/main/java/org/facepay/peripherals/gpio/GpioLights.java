package org.facepay.peripherals.gpio;

import java.util.List;
import java.util.Set;
import org.facepay.peripherals.gpio.Pins.Direction;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.problem.Identity;

/** Lamps on GPIO lines; dark when they are opened and when they are let go. */
public final class GpioLights implements Lights {
  private final Pins pins;
  private final List<Integer> offsets;

  private GpioLights(Pins pins, List<Integer> offsets) {
    this.pins = pins;
    this.offsets = offsets;
  }

  /** Opens the lamps on these lines. */
  public static GpioLights open(Pins.Opening chip, List<Integer> offsets, Set<Integer> activeLow)
      throws DeviceException {
    List<Pins.Use> uses =
        offsets.stream()
            .map(o -> new Pins.Use(o, Direction.OUTPUT, activeLow.contains(o)))
            .toList();
    return new GpioLights(chip.open(uses), List.copyOf(offsets));
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    boolean ignored = pins.get(offsets.getFirst());
    return Identity.of(Identity.Kind.LAMPS, lamps());
  }

  @Override
  public int lamps() {
    return offsets.size();
  }

  @Override
  public void switchLamp(int lamp, boolean on) throws DeviceException {
    if (lamp < 0 || lamp >= offsets.size()) {
      throw new IllegalArgumentException("no lamp " + lamp + " of " + offsets.size());
    }
    pins.set(offsets.get(lamp), on);
  }

  @Override
  public void close() {
    pins.close();
  }
}
