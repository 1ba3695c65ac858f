package org.facepay.terminal.devices;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.peripherals.dispenser.Dispensers;
import org.facepay.peripherals.dispenser.ItemDispenser;
import org.facepay.peripherals.gpio.KernelPins;
import org.facepay.peripherals.gpio.Pi4jPins;
import org.facepay.peripherals.gpio.Pins;
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
import org.facepay.peripherals.shelf.ShelfScale;
import org.facepay.peripherals.shelf.Shelves;
import org.facepay.peripherals.vending.CashlessDevice;
import org.facepay.peripherals.vending.CashlessDevices;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Equipment.Setup;

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

  /** The driver of a configured printer, set up as that is. */
  public static Function<Link, POSPrinter> printer(Device d) {
    return Printers.catalogue(d.setup().printer()).named(d.driver());
  }

  static <D extends Driver> Source<D> wired(Catalogue<D> catalogue, Device d) {
    return Source.of(catalogue.named(d.driver()), opener(catalogue, d));
  }

  public static Source<ItemDispenser> dispenser(Device d) {
    return wired(Dispensers.CATALOGUE, d);
  }

  /**
   * What stands for the terminal on a vending machine's bus.
   *
   * @param decimals of the machine's currency
   */
  public static Source<CashlessDevice> cashless(Device d, int decimals) {
    Catalogue<CashlessDevice> all = CashlessDevices.catalogue(decimals);
    return Source.of(all.named(d.driver()), opener(all, d));
  }

  /** The bolt and the door of a cabinet. */
  public static Source<DoorLock> lock(Device d) {
    return new LockRole(Locks.CATALOGUE).source(d);
  }

  /** Its shelves. */
  public static Source<ShelfScale> shelves(Device d) {
    return new ShelfRole(Shelves::catalogue).source(d);
  }

  /**
   * A drawer on the till's printer as a device of its own, for a terminal that does not run: it is
   * opened over the printer's wire.
   */
  static Device alone(Device d, List<Device> all) {
    if (!d.driver().equals(Device.ON_PRINTER)) {
      return d;
    }
    Device printer =
        all.stream().filter(p -> p.name().equals(d.driver())).findFirst().orElseThrow();
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

  /** The chip whose lines a device is on. */
  static Pins.Opening chip(Device d) {
    String chip = d.port().toString();
    return d.driver().equals("pi4j") ? Pi4jPins.on(chip) : KernelPins.on(chip);
  }

  /** Whether a line means yes when it is low. */
  static boolean low(Device d, int line) {
    return d.lines().activeLow().contains(line);
  }
}
