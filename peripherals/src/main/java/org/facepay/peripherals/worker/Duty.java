package org.facepay.peripherals.worker;

import java.time.Duration;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;

/**
 * What a worker does for its device. All methods run on the worker's thread and are bounded in
 * time; only {@link #release} may also come from the thread that closes the worker.
 */
public interface Duty {
  /**
   * Opens the device.
   *
   * @throws DeviceException if it is missing, forbidden or in use
   */
  void open() throws DeviceException;

  /**
   * Makes sure that the expected device is there, after each open.
   *
   * @return what answered
   * @throws DeviceException if nothing or something else answered
   */
  Identity identify() throws DeviceException;

  /**
   * One duty cycle: waits for work about as long as {@code slice} and does it.
   *
   * @throws DeviceException if the device is lost; it is then released and opened again
   */
  Condition serve(Duration slice) throws DeviceException;

  /**
   * Called every few hundredths of a second while the device is not open.
   *
   * @return true to try opening at once instead of waiting the back-off out
   */
  boolean offline();

  /**
   * The open device, between two cycles.
   *
   * @throws DeviceException if there is none
   */
  default Driver device() throws DeviceException {
    throw new DeviceException(Problem.Kind.DEVICE_CLOSED);
  }

  /** Frees what {@link #open} opened and whoever is blocked in it; safe to call at any time. */
  void release();
}
