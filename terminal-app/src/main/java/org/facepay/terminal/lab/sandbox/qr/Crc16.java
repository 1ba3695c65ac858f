package org.facepay.terminal.lab.sandbox.qr;

import java.nio.charset.StandardCharsets;

/** The checksum of section 4.7.3: ISO/IEC 13239, polynomial 1021, initial value FFFF. */
final class Crc16 {
  private static final int POLYNOMIAL = 0x1021;
  private static final int INITIAL = 0xffff;

  private Crc16() {}

  /** Four hexadecimal digits over the text's UTF-8. */
  static String of(String text) {
    int crc = INITIAL;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      crc ^= (b & 0xff) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
      }
      crc &= 0xffff;
    }
    return "%04X".formatted(crc);
  }
}
