package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.List;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/** The UnifiedPOS role Scanner over an open device. */
public interface Scanner extends Device {
  /** Waits for codes; empty if none came in time. */
  List<ScanResult> scanData(Duration timeout) throws DeviceException;
}
