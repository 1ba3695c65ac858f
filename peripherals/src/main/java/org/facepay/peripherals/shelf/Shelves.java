package org.facepay.peripherals.shelf;

import java.util.List;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;

/** The shelf drivers by the names used in the configuration. */
public final class Shelves {
  private Shelves() {}

  /** The drivers for the shelves at these addresses; one per register map. */
  public static Catalogue<ShelfScale> catalogue(List<Integer> shelves) {
    Catalogue<ShelfScale> catalogue = new Catalogue<>("shelf");
    for (var named : ShelfProfile.NAMED.entrySet()) {
      catalogue =
          catalogue.with(
              "modbus-" + named.getKey(),
              Wire.serial(115_200),
              link -> new ModbusShelves(link, named.getValue(), shelves));
    }
    return catalogue;
  }
}
