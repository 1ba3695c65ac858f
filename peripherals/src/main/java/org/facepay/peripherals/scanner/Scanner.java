package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.List;
import org.facepay.peripherals.link.DeviceException;

/**
 * The UnifiedPOS role Scanner over an open device. Used by one thread; {@link #close} may come from
 * any.
 */
public interface Scanner extends AutoCloseable {
  /**
   * Makes sure the device answers as far as its kind can (UnifiedPOS checkHealth, INTERNAL).
   *
   * @return what it is, for a technician
   */
  String checkHealth() throws DeviceException;

  /** Waits for codes; empty if none came in time. */
  List<ScanResult> scanData(Duration timeout) throws DeviceException;

  @Override
  void close();
}
