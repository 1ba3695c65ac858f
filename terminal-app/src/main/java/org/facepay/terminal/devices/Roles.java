package org.facepay.terminal.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facepay.peripherals.cashdrawer.CashDrawers;
import org.facepay.peripherals.dispenser.Dispensers;
import org.facepay.peripherals.lock.Locks;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.rfid.RfidScanners;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.peripherals.shelf.Shelves;
import org.facepay.peripherals.vending.CashlessDevices;
import org.facepay.terminal.devices.Equipment.Device;

/** The roles devices can have. A new role is one line here. */
public final class Roles {
  /** All of them. */
  public static final Roles ALL =
      new Roles(
          List.of(
              new ScannerRole(Scanners.CATALOGUE),
              new PrinterRole(Printers::catalogue),
              new ScaleRole(Scales.CATALOGUE),
              new CashDrawerRole(CashDrawers.CATALOGUE),
              new LockRole(Locks.CATALOGUE),
              new ShelfRole(Shelves::catalogue),
              new RfidRole(RfidScanners.CATALOGUE),
              new DispenserRole(Dispensers.CATALOGUE),
              new CashlessRole(CashlessDevices.CATALOGUE),
              new LightsRole(),
              new ToneRole()));

  /** The one role that no driver here serves: faces look through it. */
  public static final RoleName CAMERA = new RoleName("camera", "Camera", "摄像头");

  private final Map<String, RoleEntry<?>> entries = new TreeMap<>();

  private Roles(List<RoleEntry<?>> all) {
    all.forEach(entry -> entries.put(entry.name().key(), entry));
  }

  /** These and one more, which takes the place of one of the same name. */
  Roles with(RoleEntry<?> entry) {
    List<RoleEntry<?>> more = new ArrayList<>(entries.values());
    more.add(entry);
    return new Roles(more);
  }

  /** What the configuration may say of each, sorted by their names. */
  public Map<String, RoleKeys> keys() {
    Map<String, RoleKeys> keys = new TreeMap<>();
    entries.forEach((name, entry) -> keys.put(name, entry.keys()));
    return keys;
  }

  /** The role of a configured device. */
  public RoleEntry<?> of(Device device) {
    RoleEntry<?> entry = entries.get(device.role());
    if (entry == null) {
      throw new IllegalArgumentException("no role '" + device.role() + "'");
    }
    return entry;
  }

  /** What the role of that key is called; empty if there is none. */
  public Optional<RoleName> name(String key) {
    return key.equals(CAMERA.key())
        ? Optional.of(CAMERA)
        : Optional.ofNullable(entries.get(key)).map(RoleEntry::name);
  }
}
