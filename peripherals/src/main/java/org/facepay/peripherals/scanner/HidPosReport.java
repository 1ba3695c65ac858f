package org.facepay.peripherals.scanner;

import java.util.Optional;
import org.facepay.peripherals.link.Framing;

/**
 * A scanned-data report of a HID-POS scanner (USB HID usage tables, page 0x8C): report 2, length,
 * three characters of AIM identifier, 56 bytes of data, two vendor bytes, and a last byte whose
 * lowest bit says that more follows. Pure.
 */
record HidPosReport(byte[] aim, byte[] data, boolean continued) {
  static final int LENGTH = 64;
  static final int MOST_DATA = 56;
  private static final int REPORT = 2;
  private static final int DATA = 5;

  static final Framing FRAMING = Framing.fixed(REPORT, LENGTH);

  static Optional<HidPosReport> decode(byte[] frame) {
    boolean fits = frame.length == LENGTH && frame[0] == REPORT && (frame[1] & 0xFF) <= MOST_DATA;
    if (!fits || (frame[LENGTH - 1] & 0xFE) != 0) {
      return Optional.empty();
    }
    byte[] aim = {frame[2], frame[3], frame[4]};
    byte[] data = new byte[frame[1]];
    System.arraycopy(frame, DATA, data, 0, data.length);
    return Optional.of(new HidPosReport(aim, data, (frame[LENGTH - 1] & 1) != 0));
  }

  byte[] encode() {
    byte[] frame = new byte[LENGTH];
    frame[0] = REPORT;
    frame[1] = (byte) data.length;
    System.arraycopy(aim, 0, frame, 2, 3);
    System.arraycopy(data, 0, frame, DATA, data.length);
    frame[LENGTH - 1] = (byte) (continued ? 1 : 0);
    return frame;
  }
}
