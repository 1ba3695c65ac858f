package org.facepay.peripherals.printer;

import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;

/**
 * The UnifiedPOS role POSPrinter over an open device. Used by one thread; {@link #close} may come
 * from any. Every call is bounded by the driver's {@link PrinterTiming}.
 */
public interface POSPrinter extends Driver {
  /** False for a printer that only listens: its status is assumed, no receipt is confirmed. */
  boolean answers();

  /**
   * Asks the printer how it is (UnifiedPOS checkHealth, INTERNAL).
   *
   * @throws DeviceException if it does not answer, or not as this kind of printer does
   */
  PrinterStatus checkHealth() throws DeviceException;

  /**
   * Prints a document: checks, sends, and waits until the printer confirms.
   *
   * @throws DeviceException if the printer was lost before anything was sent; it may be tried again
   */
  PrintResult print(ReceiptDocument document) throws DeviceException;

  /**
   * Opens the cash drawer that hangs on the printer and looks at its switch.
   *
   * @return whether it is open, by the switch; false where the printer does not tell
   */
  boolean openDrawer(DrawerKick kick) throws DeviceException;

  /** Whether the cash drawer is open, by its switch; false where the printer does not tell. */
  boolean drawerOpened(DrawerKick kick) throws DeviceException;

  /**
   * Notices cheaply, without talking to the printer, that the wire is dead.
   *
   * @throws DeviceException if it is
   */
  void checkWire() throws DeviceException;
}
