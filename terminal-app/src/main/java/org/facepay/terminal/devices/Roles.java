package org.facepay.terminal.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facepay.peripherals.cashdrawer.CashDrawers;
import org.facepay.peripherals.dispenser.Dispensers;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.lock.Locks;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.rfid.RfidScanners;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.peripherals.shelf.Shelves;
import org.facepay.peripherals.vending.CashlessDevices;
import org.facepay.terminal.config.TerminalConfig.Device;

/** The roles by the names used in the configuration, and the names of their drivers. */
public final class Roles {
  private static final Map<String, List<String>> DRIVERS = drivers();

  private Roles() {}

  /** Drivers by role, both sorted. */
  public static Map<String, List<String>> all() {
    return DRIVERS;
  }

  private static Map<String, List<String>> drivers() {
    Map<String, List<String>> roles = new TreeMap<>();
    put(roles, "scanner", Scanners.CATALOGUE);
    put(roles, "printer", Printers.CATALOGUE);
    put(roles, "scale", Scales.CATALOGUE);
    put(roles, "cashdrawer", CashDrawers.CATALOGUE, Device.ON_PRINTER);
    put(roles, "lock", Locks.CATALOGUE, Device.ON_LINES.toArray(String[]::new));
    put(roles, "shelf", Shelves.catalogue(List.of(1)));
    put(roles, "rfid", RfidScanners.CATALOGUE);
    put(roles, "dispenser", Dispensers.CATALOGUE);
    put(roles, "cashless", CashlessDevices.CATALOGUE);
    List<String> onLines = Device.ON_LINES.stream().sorted().toList();
    roles.put("lights", onLines);
    roles.put("tone", onLines);
    return roles;
  }

  private static void put(
      Map<String, List<String>> roles, String role, Catalogue<?> catalogue, String... others) {
    List<String> names = new ArrayList<>(catalogue.names());
    names.addAll(List.of(others));
    roles.put(role, names.stream().sorted().toList());
  }
}
