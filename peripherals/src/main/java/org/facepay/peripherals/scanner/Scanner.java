package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.problem.Problem;

/** The UnifiedPOS role Scanner over an open device. */
public interface Scanner extends Device {
  /** Waits for codes; empty if none came in time. */
  List<ScanResult> scanData(Duration timeout) throws DeviceException;

  /** What a technician should know of how it is set; empty if nothing. */
  default Optional<Problem> remark() {
    return Optional.empty();
  }

  /**
   * Starts or stops reading as if its key was pressed.
   *
   * @return false if this kind has no such command
   */
  default boolean trigger(boolean on) throws DeviceException {
    return false;
  }
}
