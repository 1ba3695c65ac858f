package org.facepay.peripherals.gpio;

import java.util.List;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;

/**
 * Lines of one chip that this program has for itself; what every GPIO driver is written against.
 * Values are logical: true is active, whatever the level.
 */
public interface Pins extends Driver {
  /** What a line is for. */
  enum Direction {
    /** Read; debounced by the kernel. */
    INPUT,
    /** Driven; inactive from the first moment on. */
    OUTPUT
  }

  /** How a line is used. */
  record Use(int offset, Direction direction, boolean activeLow) {}

  /** Opens lines. */
  interface Opening {
    /**
     * Requests them all, or none.
     *
     * @throws DeviceException if the chip is missing, forbidden, or a line is in use
     */
    Pins open(List<Use> uses) throws DeviceException;
  }

  /** The line's value now. */
  boolean get(int offset) throws DeviceException;

  /** Drives an output. */
  void set(int offset, boolean active) throws DeviceException;
}
