package org.facepay.peripherals.vending;

import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;

/** The cashless drivers by the names used in the configuration. */
public final class CashlessDevices {
  /** All of them. */
  public static final Catalogue<CashlessDevice> CATALOGUE =
      new Catalogue<CashlessDevice>("cashless")
          .with("qibixx", Wire.serial(115_200), QibixxCashless::new);

  private CashlessDevices() {}
}
