package org.facepay.peripherals.printer;

import java.util.List;
import java.util.function.Function;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.UsbTree;

/** The printer drivers by the names used in the configuration. A new driver is one line here. */
public final class Printers {
  private static final String NARROW = "-58";

  private Printers() {}

  /** All of them, for a printer that is set up like that. */
  public static Catalogue<POSPrinter> catalogue(PrinterProfile profile) {
    return new Catalogue<POSPrinter>("printer")
        .with("escpos", Wire.serial(115_200), of(profile))
        .with("escpos" + NARROW, Wire.serial(115_200), of(profile))
        .with("escpos-usb", Wire.of(UsbTree.Kind.PRINTER), of(profile))
        .with("escpos-usb" + NARROW, Wire.of(UsbTree.Kind.PRINTER), of(profile));
  }

  /** The printer that a driver of that name expects when nothing else is said. */
  public static PrinterProfile profile(String name) {
    return name.endsWith(NARROW) ? PrinterProfile.NARROW : PrinterProfile.WIDE;
  }

  /** As it is delivered; see {@link Catalogue#named}. */
  public static Function<Link, POSPrinter> named(String name) {
    return catalogue(profile(name)).named(name);
  }

  /** The {@code escpos} driver for a printer of that profile, on any wire. */
  public static Function<Link, POSPrinter> of(PrinterProfile profile) {
    return link -> new EscPosPrinter(link, profile, PrinterTiming.usual());
  }

  /** All names, sorted. */
  public static List<String> names() {
    return catalogue(PrinterProfile.WIDE).names();
  }
}
