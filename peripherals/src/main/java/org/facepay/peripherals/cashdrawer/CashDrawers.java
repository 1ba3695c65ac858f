package org.facepay.peripherals.cashdrawer;

import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;
import org.facepay.peripherals.link.UsbTree;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.EscPosPrinter;

/** The drawer drivers by the names used in the configuration. */
public final class CashDrawers {
  /** For a printer that is used for its drawer alone; see also {@code PrinterWorker.openDrawer}. */
  public static final Catalogue<CashDrawer> CATALOGUE =
      new Catalogue<CashDrawer>("cash drawer")
          .with(
              "escpos",
              Wire.serial(115_200),
              link -> new PrinterDrawer(new EscPosPrinter(link), DrawerKick.usual()))
          .with(
              "escpos-usb",
              Wire.of(UsbTree.Kind.PRINTER),
              link -> new PrinterDrawer(new EscPosPrinter(link), DrawerKick.usual()));

  private CashDrawers() {}
}
