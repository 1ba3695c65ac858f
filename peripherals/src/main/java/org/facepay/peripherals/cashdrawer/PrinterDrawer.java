package org.facepay.peripherals.cashdrawer;

import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.POSPrinter;
import org.facepay.peripherals.printer.PrinterStatus;
import org.facepay.peripherals.problem.Identity;

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
  public Identity checkHealth() throws DeviceException {
    PrinterStatus ignored = printer.checkHealth();
    return Identity.of(drawerOpened() ? Identity.Kind.DRAWER_OPEN : Identity.Kind.DRAWER_CLOSED);
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
