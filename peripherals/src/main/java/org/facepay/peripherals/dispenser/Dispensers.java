package org.facepay.peripherals.dispenser;

import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;

/** The dispenser drivers by the names used in the configuration. */
public final class Dispensers {
  /** One per register map. */
  public static final Catalogue<ItemDispenser> CATALOGUE = catalogue();

  private Dispensers() {}

  private static Catalogue<ItemDispenser> catalogue() {
    Catalogue<ItemDispenser> catalogue = new Catalogue<>("dispenser");
    for (var named : DispenserProfile.NAMED.entrySet()) {
      catalogue =
          catalogue.with(
              "modbus-" + named.getKey(),
              Wire.serial(9600),
              link -> new SpiralDispenser(link, named.getValue()));
    }
    return catalogue;
  }
}
