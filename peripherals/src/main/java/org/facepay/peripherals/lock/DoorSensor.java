package org.facepay.peripherals.lock;

import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/**
 * The role DoorSensor: switches that tell whether doors are open, whatever their locks were told.
 */
public interface DoorSensor extends Device {
  /** Whether that door is open now. */
  boolean doorOpened(int channel) throws DeviceException;
}
