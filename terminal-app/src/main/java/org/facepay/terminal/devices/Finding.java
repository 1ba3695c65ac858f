package org.facepay.terminal.devices;

import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/**
 * How a check of a device ended.
 *
 * @param detail what answered, or what to check
 */
public record Finding(Grade grade, String detail) {
  /** From best to worst. */
  public enum Grade {
    /** Not tried; says why. */
    SKIPPED,
    OK,
    /** Answers, but needs a hand. */
    DEGRADED,
    FAILED
  }

  static Finding ok(String detail) {
    return new Finding(Grade.OK, detail);
  }

  /** What answers when it is asked how it is. */
  static Finding answered(Device device) throws DeviceException {
    return ok(device.checkHealth().english());
  }

  static Finding degraded(String detail) {
    return new Finding(Grade.DEGRADED, detail);
  }

  static Finding failed(String detail) {
    return new Finding(Grade.FAILED, detail);
  }

  static Finding skipped(String detail) {
    return new Finding(Grade.SKIPPED, detail);
  }
}
