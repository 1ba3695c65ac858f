package org.facepay.peripherals.cashdrawer;

import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/** The UnifiedPOS role CashDrawer over an open device. Whether it is open, its switch tells. */
public interface CashDrawer extends Device {
  /**
   * Lets it spring open.
   *
   * @return whether it is open afterwards; false if it jams or is locked
   */
  boolean openDrawer() throws DeviceException;

  /** Whether it is open now. */
  boolean drawerOpened() throws DeviceException;
}
