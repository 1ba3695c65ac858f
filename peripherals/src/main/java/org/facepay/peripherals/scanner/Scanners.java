package org.facepay.peripherals.scanner;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.facepay.peripherals.link.Link;

/** The scanner drivers by the names used in the configuration. A new driver is one line here. */
public final class Scanners {
  private static final Map<String, Function<Link, Scanner>> DRIVERS =
      new TreeMap<>(Map.of("line", LineScanner::new));

  private Scanners() {}

  /**
   * The driver of that name, to be given an open link.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Function<Link, Scanner> named(String name) {
    Function<Link, Scanner> driver = DRIVERS.get(name);
    if (driver == null) {
      throw new IllegalArgumentException("no scanner driver '" + name + "'; known: " + names());
    }
    return driver;
  }

  /** All names, sorted. */
  public static List<String> names() {
    return List.copyOf(DRIVERS.keySet());
  }
}
