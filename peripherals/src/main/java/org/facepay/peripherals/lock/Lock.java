package org.facepay.peripherals.lock;

import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/** The UnifiedPOS role Lock (Gate): one or more bolts that hold doors. */
public interface Lock extends Device {
  /** How many; they are numbered from 0. */
  int channels();

  /** Draws the bolt back. */
  void unlock(int channel) throws DeviceException;

  /** Lets the bolt hold the door. */
  void lock(int channel) throws DeviceException;
}
