package org.facepay.peripherals.vending;

import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;

/** The cashless drivers by the names used in the configuration. */
public final class CashlessDevices {
  private static final int USUAL_DECIMALS = 2;

  /** All of them, of a machine whose currency has two decimals. */
  public static final Catalogue<CashlessDevice> CATALOGUE = catalogue(USUAL_DECIMALS);

  private CashlessDevices() {}

  /**
   * All of them.
   *
   * @param decimals of the machine's currency
   */
  public static Catalogue<CashlessDevice> catalogue(int decimals) {
    return new Catalogue<CashlessDevice>("cashless")
        .with("qibixx", Wire.serial(115_200), link -> new QibixxCashless(link, decimals));
  }
}
