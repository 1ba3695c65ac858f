package org.facepay.peripherals.cashdrawer;

import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.POSPrinter;
import org.facepay.peripherals.printer.PrinterStatus;

/** The drawer that hangs on a receipt printer's kick-out connector. */
public final class PrinterDrawer implements CashDrawer {
  private final POSPrinter printer;
  private final DrawerKick kick;

  /** Shares an open printer; closing one closes the other. */
  public PrinterDrawer(POSPrinter printer, DrawerKick kick) {
    this.printer = printer;
    this.kick = kick;
  }

  @Override
  public String checkHealth() throws DeviceException {
    PrinterStatus ignored = printer.checkHealth();
    return "cash drawer on the printer, " + (drawerOpened() ? "open" : "closed");
  }

  @Override
  public boolean openDrawer() throws DeviceException {
    return printer.openDrawer(kick);
  }

  @Override
  public boolean drawerOpened() throws DeviceException {
    return printer.drawerOpened(kick);
  }

  @Override
  public void close() {
    printer.close();
  }
}
