package org.facepay.peripherals.rfid;

import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;

/** The tag reader drivers by the names used in the configuration. */
public final class RfidScanners {
  /** All of them; LLRP readers are bound by {@code tcp:HOST:5084}. */
  public static final Catalogue<RFIDScanner> CATALOGUE =
      new Catalogue<RFIDScanner>("RFID")
          .with("ru5102", Wire.serial(57_600), Ru5102Scanner::new)
          .with("llrp", Wire.serial(115_200), LlrpScanner::new);

  private RfidScanners() {}
}
