package org.facepay.peripherals.link;

/**
 * A device or its wire failed: unplugged, silent, refused, stalled. Expected in the field, so it is
 * checked; the device's worker reports it as health and tries again.
 */
public final class DeviceException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The reason is a sentence for a technician: what happened, then what to check. */
  public DeviceException(String reason) {
    super(reason);
  }

  /** As above, with what caused it. */
  public DeviceException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** What happened and what to check, for a technician. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
