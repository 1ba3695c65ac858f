package org.facepay.peripherals.printer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.facepay.peripherals.link.Link;

/** The printer drivers by the names used in the configuration. A new driver is one line here. */
public final class Printers {
  private static final Map<String, Function<Link, POSPrinter>> DRIVERS =
      new TreeMap<>(Map.of("escpos", EscPosPrinter::new));

  private Printers() {}

  /**
   * The driver of that name, to be given an open link.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Function<Link, POSPrinter> named(String name) {
    Function<Link, POSPrinter> driver = DRIVERS.get(name);
    if (driver == null) {
      throw new IllegalArgumentException("no printer driver '" + name + "'; known: " + names());
    }
    return driver;
  }

  /** All names, sorted. */
  public static List<String> names() {
    return List.copyOf(DRIVERS.keySet());
  }
}
