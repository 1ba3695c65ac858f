package org.facepay.peripherals.scanner;

import java.util.List;
import java.util.function.Function;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.UsbTree;
import org.facepay.peripherals.scanner.ScanLines.Framed;

/** The scanner drivers by the names used in the configuration. A new driver is one line here. */
public final class Scanners {
  /** All of them. */
  public static final Catalogue<Scanner> CATALOGUE =
      new Catalogue<Scanner>("scanner")
          .withMemory("line", Wire.serial(9600), () -> LineScanner.remembering(Framed.BY_LINE_END))
          .withMemory(
              "stx-etx", Wire.serial(9600), () -> LineScanner.remembering(Framed.BY_STX_ETX))
          .withMemory("honeywell", Wire.serial(115_200), HoneywellScanner::remembering)
          .withMemory("ssi", Wire.serial(9600), SsiScanner::remembering)
          .with("hid-pos", Wire.of(UsbTree.Kind.HID), HidPosScanner::new)
          .withMemory("evdev", Wire.of(UsbTree.Kind.INPUT), EvdevScanner::remembering);

  private Scanners() {}

  /** See {@link Catalogue#named}. */
  public static Function<Link, Scanner> named(String name) {
    return CATALOGUE.named(name);
  }

  /** All names, sorted. */
  public static List<String> names() {
    return CATALOGUE.names();
  }
}
