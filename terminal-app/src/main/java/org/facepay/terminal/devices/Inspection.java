package org.facepay.terminal.devices;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facepay.peripherals.cashdrawer.CashDrawers;
import org.facepay.peripherals.dispenser.Dispensers;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.lock.Locks;
import org.facepay.peripherals.printer.POSPrinter;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.rfid.RfidScanners;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.peripherals.vending.CashlessDevices;

/** Opens a device once, asks it how it is, and closes it: what a technician does first. */
public final class Inspection {
  /** The roles by the names used in the configuration, and their drivers. */
  private static final Map<String, Catalogue<? extends Driver>> ROLES =
      new TreeMap<>(
          Map.of(
              "scanner", Scanners.CATALOGUE,
              "printer", Printers.CATALOGUE,
              "scale", Scales.CATALOGUE,
              "cashdrawer", CashDrawers.CATALOGUE,
              "lock", Locks.CATALOGUE,
              "rfid", RfidScanners.CATALOGUE,
              "dispenser", Dispensers.CATALOGUE,
              "cashless", CashlessDevices.CATALOGUE));

  private Inspection() {}

  /** How a device was found. */
  public enum Grade {
    OK,
    /** Answers, but needs a hand. */
    DEGRADED,
    FAILED
  }

  /** A grade, and what answered or what to check. */
  public record Finding(Grade grade, String detail) {}

  /** The role's drivers; empty if there is no such role. */
  public static Optional<Catalogue<? extends Driver>> role(String name) {
    return Optional.ofNullable(ROLES.get(name));
  }

  /** All roles, sorted. */
  public static Iterable<String> roles() {
    return ROLES.keySet();
  }

  /** Opens, asks, closes. */
  public static Finding inspect(DeviceEntry entry) {
    Catalogue<? extends Driver> catalogue = ROLES.get(entry.role());
    if (catalogue == null) {
      return new Finding(Grade.FAILED, "no role '" + entry.role() + "'; known: " + ROLES.keySet());
    }
    try (Driver driver = open(catalogue, entry)) {
      if (driver instanceof POSPrinter printer) {
        return printer
            .checkHealth()
            .problem()
            .map(problem -> new Finding(Grade.DEGRADED, problem))
            .orElse(new Finding(Grade.OK, "printer, answers its status requests"));
      }
      return driver instanceof Device device
          ? new Finding(Grade.OK, device.checkHealth())
          : new Finding(Grade.OK, "open");
    } catch (DeviceException e) {
      return new Finding(Grade.FAILED, e.reason());
    } catch (IllegalArgumentException e) {
      return new Finding(Grade.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static Driver open(Catalogue<? extends Driver> catalogue, DeviceEntry entry)
      throws DeviceException {
    Optional<SerialSettings> settings = entry.baud().map(SerialSettings::eightN1);
    Binding binding = Binding.parse(entry.port());
    return catalogue
        .named(entry.driver())
        .apply(catalogue.opener(entry.driver(), binding, settings).open());
  }
}
