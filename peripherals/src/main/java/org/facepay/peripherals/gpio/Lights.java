package org.facepay.peripherals.gpio;

import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/** The UnifiedPOS role Lights: lamps by number, from 0. */
public interface Lights extends Device {
  /** How many. */
  int lamps();

  /** Switches one. */
  void switchLamp(int lamp, boolean on) throws DeviceException;
}
