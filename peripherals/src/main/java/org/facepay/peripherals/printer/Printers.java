package org.facepay.peripherals.printer;

import java.util.List;
import java.util.function.Function;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.UsbTree;

/** The printer drivers by the names used in the configuration. A new driver is one line here. */
public final class Printers {
  /** All of them. */
  public static final Catalogue<POSPrinter> CATALOGUE =
      new Catalogue<POSPrinter>("printer")
          .with("escpos", Wire.serial(115_200), EscPosPrinter::new)
          .with("escpos-58", Wire.serial(115_200), of(PrinterProfile.NARROW))
          .with("escpos-usb", Wire.of(UsbTree.Kind.PRINTER), EscPosPrinter::new)
          .with("escpos-usb-58", Wire.of(UsbTree.Kind.PRINTER), of(PrinterProfile.NARROW));

  private Printers() {}

  /** The printer that a driver of that name expects when nothing else is said. */
  public static PrinterProfile profile(String name) {
    return name.endsWith("-58") ? PrinterProfile.NARROW : PrinterProfile.WIDE;
  }

  /** See {@link Catalogue#named}. */
  public static Function<Link, POSPrinter> named(String name) {
    return CATALOGUE.named(name);
  }

  /** The {@code escpos} driver for a printer of that profile, on any wire. */
  public static Function<Link, POSPrinter> of(PrinterProfile profile) {
    return link -> new EscPosPrinter(link, profile, PrinterTiming.usual());
  }

  /** All names, sorted. */
  public static List<String> names() {
    return CATALOGUE.names();
  }
}
