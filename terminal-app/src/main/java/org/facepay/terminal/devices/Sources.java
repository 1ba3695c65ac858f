package org.facepay.terminal.devices;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.peripherals.cashdrawer.CashDrawer;
import org.facepay.peripherals.cashdrawer.CashDrawers;
import org.facepay.peripherals.cashdrawer.PrinterDrawer;
import org.facepay.peripherals.dispenser.Dispensers;
import org.facepay.peripherals.dispenser.ItemDispenser;
import org.facepay.peripherals.gpio.GpioDoorLock;
import org.facepay.peripherals.gpio.GpioLights;
import org.facepay.peripherals.gpio.GpioTone;
import org.facepay.peripherals.gpio.KernelPins;
import org.facepay.peripherals.gpio.Lights;
import org.facepay.peripherals.gpio.Pi4jPins;
import org.facepay.peripherals.gpio.Pins;
import org.facepay.peripherals.gpio.ToneIndicator;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.lock.DoorLock;
import org.facepay.peripherals.lock.Locks;
import org.facepay.peripherals.printer.POSPrinter;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.rfid.RfidScanners;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.peripherals.shelf.ShelfScale;
import org.facepay.peripherals.shelf.Shelves;
import org.facepay.peripherals.vending.CashlessDevices;
import org.facepay.terminal.config.TerminalConfig.Device;
import org.facepay.terminal.config.TerminalConfig.Lines;
import org.facepay.terminal.config.TerminalConfig.Setup;

/** How the drivers of configured devices are opened. */
public final class Sources {
  private Sources() {}

  /** The link of a device as it is delivered, with what is configured of its line. */
  public static Opener opener(Catalogue<?> catalogue, Device d) {
    return catalogue.opener(d.driver(), d.port(), line(catalogue, d));
  }

  /** Only what is configured differs: a scale's seven bits and parity stay at another speed. */
  static Optional<SerialSettings> line(Catalogue<?> catalogue, Device d) {
    return Optional.of(d.setup().line().over(catalogue.wire(d.driver()).settings()));
  }

  /** The driver of a configured printer. */
  public static Function<Link, POSPrinter> printer(Device d) {
    return Printers.of(d.setup().printer());
  }

  static <D extends Driver> Source<D> wired(Catalogue<D> catalogue, Device d) {
    return Source.of(catalogue.named(d.driver()), opener(catalogue, d));
  }

  public static Source<ItemDispenser> dispenser(Device d) {
    return wired(Dispensers.CATALOGUE, d);
  }

  static Source<DoorLock> lock(Device d) {
    if (!Device.ON_LINES.contains(d.driver())) {
      return wired(Locks.CATALOGUE, d);
    }
    int bolt = d.lines().offsets().get(0);
    int door = d.lines().offsets().get(1);
    return GpioDoorLock.on(
        chip(d), new GpioDoorLock.Wiring(bolt, low(d, bolt), door, low(d, door)));
  }

  static Source<ShelfScale> shelf(Device d) {
    return wired(Shelves.catalogue(d.units()), d);
  }

  static Source<Lights> lights(Device d) {
    Lines lines = d.lines();
    return Source.fixed(() -> GpioLights.open(chip(d), lines.offsets(), lines.activeLow()));
  }

  static Source<ToneIndicator> tone(Device d) {
    int line = d.lines().offsets().getFirst();
    return Source.fixed(() -> GpioTone.open(chip(d), line, low(d, line)));
  }

  static Source<CashDrawer> drawer(Device d) {
    return Source.of(
        link -> new PrinterDrawer(printer(d).apply(link), d.setup().drawer()),
        opener(CashDrawers.CATALOGUE, d));
  }

  /** Any device, for who only wants to know how it is. */
  static Source<? extends Driver> of(Device d) {
    return switch (d.role()) {
      case "scanner" -> wired(Scanners.CATALOGUE, d);
      case "printer" -> Source.of(printer(d), opener(Printers.CATALOGUE, d));
      case "scale" -> wired(Scales.CATALOGUE, d);
      case "cashdrawer" -> drawer(d);
      case "lock" -> lock(d);
      case "shelf" -> shelf(d);
      case "rfid" -> wired(RfidScanners.CATALOGUE, d);
      case "dispenser" -> wired(Dispensers.CATALOGUE, d);
      case "cashless" -> wired(CashlessDevices.CATALOGUE, d);
      case "lights" -> lights(d);
      case "tone" -> tone(d);
      default -> throw new IllegalArgumentException("no role '" + d.role() + "'");
    };
  }

  /**
   * A drawer on the till's printer as a device of its own, for a terminal that does not run: it is
   * opened over the printer's wire.
   */
  static Device alone(Device d, List<Device> all) {
    if (!d.driver().equals(Device.ON_PRINTER)) {
      return d;
    }
    Device printer = all.stream().filter(p -> p.name().equals("printer")).findFirst().orElseThrow();
    String driver = printer.driver().startsWith("escpos-usb") ? "escpos-usb" : "escpos";
    Setup wiring =
        new Setup(
            printer.setup().line(),
            d.units(),
            d.lines(),
            printer.setup().printer(),
            d.setup().drawer());
    return new Device(d.name(), d.role(), driver, printer.port(), wiring);
  }

  private static Pins.Opening chip(Device d) {
    String chip = d.port().toString();
    return d.driver().equals("pi4j") ? Pi4jPins.on(chip) : KernelPins.on(chip);
  }

  private static boolean low(Device d, int line) {
    return d.lines().activeLow().contains(line);
  }
}
