package org.facepay.peripherals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.scanner.Scanners;
import org.junit.jupiter.api.Test;

class CataloguesTest {
  @Test
  void nameTheirDrivers() {
    assertEquals(
        List.of("evdev", "hid-pos", "honeywell", "line", "ssi", "stx-etx"), Scanners.names());
    assertEquals(List.of("escpos", "escpos-58", "escpos-usb", "escpos-usb-58"), Printers.names());
  }

  @Test
  void anUnknownNameSaysWhichThereAre() {
    assertTrue(refusal(() -> Scanners.named("usb")).contains("known: [evdev, hid-pos"));
    assertTrue(refusal(() -> Printers.named("star")).contains("known: [escpos, escpos-58"));
  }

  @Test
  void serialSettingsSayWhatIsWrong() {
    assertTrue(refusal(() -> SerialSettings.eightN1(1)).contains("not 1"));
    assertTrue(
        refusal(() -> new SerialSettings(9600, 9, 1, SerialSettings.Parity.EVEN))
            .contains("not 9"));
    assertTrue(
        refusal(() -> new SerialSettings(9600, 7, 3, SerialSettings.Parity.ODD)).contains("not 3"));
  }

  private static String refusal(Runnable asking) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, asking::run).getMessage());
  }
}
