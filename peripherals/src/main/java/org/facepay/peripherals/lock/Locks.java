package org.facepay.peripherals.lock;

import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;

/** The lock drivers by the names used in the configuration; GPIO locks are in {@code gpio}. */
public final class Locks {
  /** One per register map. */
  public static final Catalogue<DoorLock> CATALOGUE = catalogue();

  private Locks() {}

  private static Catalogue<DoorLock> catalogue() {
    Catalogue<DoorLock> catalogue = new Catalogue<>("lock");
    for (var named : LockProfile.NAMED.entrySet()) {
      catalogue =
          catalogue.with(
              "modbus-" + named.getKey(),
              Wire.serial(9600),
              link -> new ModbusLocks(link, named.getValue()));
    }
    return catalogue;
  }
}
