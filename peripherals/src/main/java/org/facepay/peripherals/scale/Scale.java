package org.facepay.peripherals.scale;

import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/**
 * The UnifiedPOS role Scale over an open device. Every call is bounded by the protocol's timing.
 */
public interface Scale extends Device {
  /**
   * Asks for the weight now.
   *
   * @throws DeviceException if the scale does not answer, or not as this kind of scale does
   */
  ScaleReading readWeight() throws DeviceException;

  /**
   * Sets the empty scale to zero.
   *
   * @throws DeviceException if it cannot be done by command, or the scale is lost
   */
  void zeroScale() throws DeviceException;
}
