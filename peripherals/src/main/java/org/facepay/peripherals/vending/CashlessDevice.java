package org.facepay.peripherals.vending;

import java.time.Duration;
import java.util.List;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/** The role CashlessDevice: the terminal as a payment device on a vending machine's MDB bus. */
public interface CashlessDevice extends Device {
  /** Offers payment to the machine, or withdraws it. */
  void enable(CashlessMode mode) throws DeviceException;

  /**
   * Begins a session, in which something may be chosen.
   *
   * @param fundsMinor the most that it may cost
   */
  void begin(long fundsMinor) throws DeviceException;

  /** Waits for what the machine does; empty if nothing came in time. */
  List<VendEvent> events(Duration timeout) throws DeviceException;

  /**
   * Lets the machine dispense the product that was requested.
   *
   * @return false if that product is not (any more) waiting; nothing was sent then
   */
  boolean approve(long priceMinor, int item) throws DeviceException;

  /**
   * Ends the vend that waits, and the session with it; the machine dispenses nothing. One that was
   * approved is not ended any more.
   */
  void deny() throws DeviceException;

  /** What became of a vend that was under way when the device was lost. */
  List<VendEvent> lost();
}
