package org.facepay.peripherals.modbus;

import java.util.Arrays;
import java.util.Optional;
import org.facepay.peripherals.link.Framing;

/**
 * A Modbus RTU frame without its checksum: unit, function, data. By "Modbus over serial line" 1.02
 * and the application protocol 1.1b3. Pure.
 *
 * @param unit 0 (broadcast) to 247
 * @param function 1 to 127; with bit 7 set, an exception
 * @param data at most 252 bytes
 */
public record RtuFrame(int unit, int function, byte[] data) {
  static final int READ_COILS = 1;
  static final int READ_DISCRETE_INPUTS = 2;
  static final int READ_HOLDING_REGISTERS = 3;
  static final int READ_INPUT_REGISTERS = 4;
  static final int WRITE_SINGLE_COIL = 5;
  static final int WRITE_SINGLE_REGISTER = 6;
  static final int EXCEPTION = 0x80;
  static final int LARGEST = 256;
  private static final int HIGHEST_UNIT = 247;

  /** Where an answer ends: by its function, for the functions above. */
  public static final Framing ANSWERS =
      (bytes, count) -> {
        if ((bytes[0] & 0xFF) > HIGHEST_UNIT || bytes[0] == 0) {
          return -1;
        }
        if (count < 3) {
          return Framing.INCOMPLETE;
        }
        int length =
            switch (bytes[1] & 0xFF) {
              case READ_COILS, READ_DISCRETE_INPUTS, READ_HOLDING_REGISTERS, READ_INPUT_REGISTERS ->
                  5 + (bytes[2] & 0xFF);
              case WRITE_SINGLE_COIL, WRITE_SINGLE_REGISTER -> 8;
              default -> (bytes[1] & EXCEPTION) != 0 ? 5 : -1;
            };
        return length <= count ? length : Framing.INCOMPLETE;
      };

  /** Where a question ends: all functions above have eight bytes. */
  static final Framing QUESTIONS =
      (bytes, count) -> {
        boolean known = count < 2 || (bytes[1] >= READ_COILS && bytes[1] <= WRITE_SINGLE_REGISTER);
        return !known ? -1 : count >= 8 ? 8 : Framing.INCOMPLETE;
      };

  /** Empty if it is too short or its checksum is wrong. */
  public static Optional<RtuFrame> decode(byte[] frame) {
    int end = frame.length - 2;
    if (end < 2 || frame.length > LARGEST) {
      return Optional.empty();
    }
    int sent = (frame[end] & 0xFF) | (frame[end + 1] & 0xFF) << 8;
    if (sent != crc(frame, end)) {
      return Optional.empty();
    }
    return Optional.of(
        new RtuFrame(frame[0] & 0xFF, frame[1] & 0xFF, Arrays.copyOfRange(frame, 2, end)));
  }

  /** The bytes on the wire. */
  public byte[] encode() {
    byte[] frame = new byte[data.length + 4];
    frame[0] = (byte) unit;
    frame[1] = (byte) function;
    System.arraycopy(data, 0, frame, 2, data.length);
    int crc = crc(frame, data.length + 2);
    frame[data.length + 2] = (byte) crc;
    frame[data.length + 3] = (byte) (crc >> 8);
    return frame;
  }

  /** A question with an address and a count or value. */
  static RtuFrame question(int unit, int function, int address, int value) {
    byte[] data = {(byte) (address >> 8), (byte) address, (byte) (value >> 8), (byte) value};
    return new RtuFrame(unit, function, data);
  }

  /** The unsigned 16 bits at that place. */
  int word(int at) {
    return (data[at] & 0xFF) << 8 | (data[at + 1] & 0xFF);
  }

  private static int crc(byte[] bytes, int count) {
    int crc = 0xFFFF;
    for (int i = 0; i < count; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? crc >> 1 ^ 0xA001 : crc >> 1;
      }
    }
    return crc;
  }
}
