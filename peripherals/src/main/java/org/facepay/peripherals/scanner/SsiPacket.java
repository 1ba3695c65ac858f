package org.facepay.peripherals.scanner;

import java.util.Arrays;
import java.util.Optional;
import org.facepay.peripherals.link.Framing;

/**
 * A packet of Zebra's Simple Serial Interface: length (of all but the checksum), opcode, source,
 * status, data, and the two's complement of the sum of all those bytes, high byte first. By the SSI
 * programmer's guide. Pure.
 *
 * @param fromHost source 4, else 0 (the decoder)
 * @param data at most 251 bytes
 */
record SsiPacket(int opcode, boolean fromHost, int status, byte[] data) {
  static final int ACK = 0xD0;
  static final int NAK = 0xD1;
  static final int DECODE_DATA = 0xF3;
  static final int REQUEST_REVISION = 0xA3;
  static final int REPLY_REVISION = 0xA4;
  static final int START_SESSION = 0xE4;
  static final int STOP_SESSION = 0xE5;

  /** Status: sent before. */
  static final int RETRANSMITTED = 0x01;

  /** Status: more packets of the same code follow. */
  static final int CONTINUED = 0x02;

  static final int LARGEST = 257;
  private static final int HEAD = 4;
  private static final int HOST = 4;

  /** By the length byte; what cannot be one, or has an impossible source, is dropped. */
  static final Framing FRAMING =
      (bytes, count) -> {
        int length = bytes[0] & 0xFF;
        boolean wrongSource = count > 2 && bytes[2] != 0 && bytes[2] != HOST;
        if (length < HEAD || wrongSource) {
          return -1;
        }
        return count >= length + 2 ? length + 2 : Framing.INCOMPLETE;
      };

  static SsiPacket fromHost(int opcode) {
    return new SsiPacket(opcode, true, 0, new byte[0]);
  }

  /** Empty if the length or the checksum is wrong. */
  static Optional<SsiPacket> decode(byte[] frame) {
    if (frame.length < HEAD + 2 || (frame[0] & 0xFF) != frame.length - 2) {
      return Optional.empty();
    }
    int sum = sum(frame, frame.length - 2);
    int sent = (frame[frame.length - 2] & 0xFF) << 8 | (frame[frame.length - 1] & 0xFF);
    boolean source = frame[2] == 0 || frame[2] == HOST;
    if (((sum + sent) & 0xFFFF) != 0 || !source) {
      return Optional.empty();
    }
    byte[] data = Arrays.copyOfRange(frame, HEAD, frame.length - 2);
    return Optional.of(new SsiPacket(frame[1] & 0xFF, frame[2] == HOST, frame[3] & 0xFF, data));
  }

  byte[] encode() {
    byte[] frame = new byte[HEAD + data.length + 2];
    frame[0] = (byte) (HEAD + data.length);
    frame[1] = (byte) opcode;
    frame[2] = (byte) (fromHost ? HOST : 0);
    frame[3] = (byte) status;
    System.arraycopy(data, 0, frame, HEAD, data.length);
    int check = -sum(frame, frame.length - 2);
    frame[frame.length - 2] = (byte) (check >> 8);
    frame[frame.length - 1] = (byte) check;
    return frame;
  }

  boolean has(int flag) {
    return (status & flag) != 0;
  }

  private static int sum(byte[] bytes, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += bytes[i] & 0xFF;
    }
    return sum & 0xFFFF;
  }
}
