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
import org.facepay.peripherals.worker.Condition;
import org.facepay.peripherals.worker.Patience;

/** Which checks go with which role; the checks are in one class for each place. */
final class Checks {
  private static final Duration STEP = Duration.ofMillis(20);

  /** So often in a row a device may not answer until it is lost. */
  private static final int MISSES = 3;

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
          asked(
              t,
              "Is the test slip there, dark and cut?",
              "the slip is good",
              "the slip is not good: check roll, print head and cutter");
      case CashDrawer drawer -> TillChecks.drawer(drawer, t);
      case DoorLock lock -> CabinetChecks.doors(lock, t);
      case ShelfScale shelves -> CabinetChecks.loads(shelves, t);
      case RFIDScanner reader -> CabinetChecks.tag(reader, t);
      case CashlessDevice device -> CabinetChecks.choice(device, t);
      case ItemDispenser dispenser -> CabinetChecks.dispense(dispenser, t);
      case Lights _ ->
          asked(
              t,
              "Did every lamp light up, one after the other?",
              "all lamps light",
              "a lamp is dark: check its wires and the configured lines");
      case ToneIndicator _ ->
          asked(
              t,
              "Did the buzzer sound?",
              "it sounds",
              "it is silent: check its wires and the configured line");
      default -> Finding.skipped("nothing to ask");
    };
  }

  /** Only an eye or an ear can tell; without an answer nothing is known. */
  static Finding asked(Technician t, String question, String yes, String no) {
    return t.confirms(question)
        .map(answer -> answer ? Finding.ok(yes) : Finding.failed(no))
        .orElse(Finding.skipped("not answered within " + t.patience().toSeconds() + " s"));
  }

  /** What is asked of a device again and again; empty until it is so. */
  interface Look<T> {
    Optional<T> now() throws DeviceException;
  }

  /**
   * Looks until there is something, or the time is over; a look or two may miss, as with a worker.
   */
  static <T> Optional<T> await(Duration time, Look<T> look) throws DeviceException {
    long deadline = System.nanoTime() + time.toNanos();
    Patience patience = new Patience(MISSES);
    Optional<T> found = Optional.empty();
    do {
      try {
        found = look.now();
        patience.answered();
      } catch (DeviceException e) {
        Condition ignored = patience.missed(e);
      }
      if (found.isEmpty()) {
        LockSupport.parkNanos(STEP.toNanos());
      }
    } while (found.isEmpty() && System.nanoTime() - deadline < 0);
    return found;
  }
}
