package org.facepay.peripherals.rfid;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.facepay.peripherals.link.Framing;

/**
 * A frame of the RU5102 family (UHFReader09/18 protocol): length of what follows, address, command,
 * in answers a status, data, CRC-16 (polynomial 0x8408, start 0xFFFF, low byte first). By the
 * reader's user manual 2.0. Pure.
 *
 * @param status of an answer; -1 in a command
 */
record UhfFrame(int address, int command, int status, byte[] data) {
  static final int INVENTORY = 0x01;
  static final int READER_INFORMATION = 0x21;
  static final int BROADCAST = 0xFF;

  static final int OK = 0x00;
  static final int DONE = 0x01;
  static final int TIME_OVER = 0x02;
  static final int MORE = 0x03;
  static final int FULL = 0x04;
  static final int NO_TAG = 0xFB;

  static final int LARGEST = 256;

  /** By the length byte: 4 to 255. */
  static final Framing FRAMING =
      (bytes, count) -> {
        int length = bytes[0] & 0xFF;
        return length < 4 ? -1 : count > length ? length + 1 : Framing.INCOMPLETE;
      };

  /** Reads an answer; empty if it is too short or its checksum is wrong. */
  static Optional<UhfFrame> answer(byte[] frame) {
    if (frame.length < 6 || !intact(frame)) {
      return Optional.empty();
    }
    byte[] data = Arrays.copyOfRange(frame, 4, frame.length - 2);
    return Optional.of(new UhfFrame(frame[1] & 0xFF, frame[2] & 0xFF, frame[3] & 0xFF, data));
  }

  /** Reads a command, as a reader does. */
  static Optional<UhfFrame> command(byte[] frame) {
    if (frame.length < 5 || !intact(frame)) {
      return Optional.empty();
    }
    byte[] data = Arrays.copyOfRange(frame, 3, frame.length - 2);
    return Optional.of(new UhfFrame(frame[1] & 0xFF, frame[2] & 0xFF, -1, data));
  }

  byte[] encode() {
    int head = status < 0 ? 3 : 4;
    byte[] frame = new byte[head + data.length + 2];
    frame[0] = (byte) (frame.length - 1);
    frame[1] = (byte) address;
    frame[2] = (byte) command;
    if (status >= 0) {
      frame[3] = (byte) status;
    }
    System.arraycopy(data, 0, frame, head, data.length);
    int crc = crc(frame, frame.length - 2);
    frame[frame.length - 2] = (byte) crc;
    frame[frame.length - 1] = (byte) (crc >> 8);
    return frame;
  }

  /** The tags of an inventory's answer: a count, then each EPC behind its length. */
  Optional<Set<Tag>> tags() {
    Set<Tag> tags = new LinkedHashSet<>();
    int count = data.length == 0 ? 0 : data[0] & 0xFF;
    int at = 1;
    for (int i = 0; i < count; i++) {
      int length = at < data.length ? data[at] & 0xFF : 0;
      if (length < 2 || length > 62 || at + 1 + length > data.length) {
        return Optional.empty();
      }
      tags.add(new Tag(HexFormat.of().withUpperCase().formatHex(data, at + 1, at + 1 + length)));
      at += 1 + length;
    }
    return at == data.length || data.length == 0 ? Optional.of(tags) : Optional.empty();
  }

  private static boolean intact(byte[] frame) {
    int end = frame.length - 2;
    int sent = (frame[end] & 0xFF) | (frame[end + 1] & 0xFF) << 8;
    return (frame[0] & 0xFF) == frame.length - 1 && sent == crc(frame, end);
  }

  private static int crc(byte[] bytes, int count) {
    int crc = 0xFFFF;
    for (int i = 0; i < count; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? crc >> 1 ^ 0x8408 : crc >> 1;
      }
    }
    return crc;
  }
}
