package org.facepay.peripherals.rfid;

import java.time.Duration;
import java.util.Set;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/** The UnifiedPOS role RFIDScanner over an open device. */
public interface RFIDScanner extends Device {
  /**
   * Looks for tags for about that long.
   *
   * @return those that were seen at least once
   */
  Set<Tag> readTags(Duration timeout) throws DeviceException;
}
