package org.facepay.peripherals.dispenser;

import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/** The UnifiedPOS role ItemDispenser over an open device. */
public interface ItemDispenser extends Device {
  /**
   * Hands out one article; bounded by the driver's profile.
   *
   * @param slot the machine's number of the spiral or lift position
   * @throws DeviceException if the machine was lost before anything moved
   */
  DispenseResult dispenseItem(int slot) throws DeviceException;

  /**
   * How the machine is now.
   *
   * @throws DeviceException if it does not answer
   */
  MachineReading read() throws DeviceException;
}
