package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.cashdrawer.CashDrawer;
import org.facepay.peripherals.dispenser.ItemDispenser;
import org.facepay.peripherals.gpio.Lights;
import org.facepay.peripherals.gpio.ToneIndicator;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.lock.DoorLock;
import org.facepay.peripherals.printer.POSPrinter;
import org.facepay.peripherals.rfid.RFIDScanner;
import org.facepay.peripherals.scale.Scale;
import org.facepay.peripherals.scanner.Scanner;
import org.facepay.peripherals.shelf.ShelfScale;
import org.facepay.peripherals.vending.CashlessDevice;

/** Which checks go with which role; the checks are in one class for each place. */
final class Checks {
  private static final Duration STEP = Duration.ofMillis(20);

  private Checks() {}

  static Finding external(Driver driver) throws DeviceException {
    return switch (driver) {
      case Scanner scanner -> TillChecks.trigger(scanner);
      case Scale scale -> TillChecks.weight(scale);
      case POSPrinter printer -> TillChecks.slip(printer);
      case CashDrawer drawer -> TillChecks.kick(drawer);
      case DoorLock lock -> CabinetChecks.bolts(lock);
      case ShelfScale shelves -> CabinetChecks.cells(shelves);
      case RFIDScanner reader -> CabinetChecks.inventory(reader);
      case CashlessDevice device -> CabinetChecks.offer(device);
      case ItemDispenser _ -> Finding.skipped("nothing is dispensed without a technician");
      case Lights lights -> CabinetChecks.lamps(lights);
      case ToneIndicator tone -> CabinetChecks.beep(tone);
      default -> Finding.skipped("nothing to try");
    };
  }

  static Finding interactive(Driver driver, Technician t) throws DeviceException {
    return switch (driver) {
      case Scanner scanner -> TillChecks.scan(scanner, t);
      case Scale scale -> TillChecks.kilogram(scale, t);
      case POSPrinter _ ->
          t.confirms("Is the test slip there, dark and cut?")
              ? Finding.ok("the slip is good")
              : Finding.failed("the slip is not good: check roll, print head and cutter");
      case CashDrawer drawer -> TillChecks.drawer(drawer, t);
      case DoorLock lock -> CabinetChecks.doors(lock, t);
      case ShelfScale shelves -> CabinetChecks.loads(shelves, t);
      case RFIDScanner reader -> CabinetChecks.tag(reader, t);
      case CashlessDevice device -> CabinetChecks.choice(device, t);
      case ItemDispenser dispenser -> CabinetChecks.dispense(dispenser, t);
      case Lights _ ->
          t.confirms("Did every lamp light up, one after the other?")
              ? Finding.ok("all lamps light")
              : Finding.failed("a lamp is dark: check its wires and the configured lines");
      case ToneIndicator _ ->
          t.confirms("Did the buzzer sound?")
              ? Finding.ok("it sounds")
              : Finding.failed("it is silent: check its wires and the configured line");
      default -> Finding.skipped("nothing to ask");
    };
  }

  /** What is asked of a device again and again; empty until it is so. */
  interface Look<T> {
    Optional<T> now() throws DeviceException;
  }

  /** Looks until there is something, or the time is over. */
  static <T> Optional<T> await(Duration time, Look<T> look) throws DeviceException {
    long deadline = System.nanoTime() + time.toNanos();
    Optional<T> found = look.now();
    while (found.isEmpty() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(STEP.toNanos());
      found = look.now();
    }
    return found;
  }
}
