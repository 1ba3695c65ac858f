package org.facepay.terminal.devices;

import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.link.Source;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/**
 * All that the terminal knows of a role of devices, in one place: a new role is one class and one
 * line of {@link Roles}.
 */
public interface RoleEntry<D extends Driver> {
  /** What it is called. */
  RoleName name();

  /** Its drivers, and what the configuration may say of them. */
  RoleKeys keys();

  /** How a configured device is opened. */
  Source<D> source(Device d);

  /** Starts the worker that keeps a device open; the listener is called on its thread. */
  RunningDevice start(Device d, Listener listener);

  /**
   * Checks an open device at one level of UnifiedPOS checkHealth.
   *
   * @param t who is asked when the level is INTERACTIVE
   */
  Finding check(D driver, Level level, Technician t) throws DeviceException;
}
