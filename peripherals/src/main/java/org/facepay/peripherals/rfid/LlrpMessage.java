package org.facepay.peripherals.rfid;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facepay.peripherals.link.Framing;

/**
 * An LLRP 1.0.1 message: version and type, length, id (ten bytes), then parameters. Pure.
 *
 * @param body at most {@link #LARGEST} bytes with the head
 */
record LlrpMessage(int type, int id, byte[] body) {
  static final int GET_READER_CAPABILITIES = 1;
  static final int ADD_ROSPEC = 20;
  static final int DELETE_ROSPEC = 21;
  static final int START_ROSPEC = 22;
  static final int ENABLE_ROSPEC = 24;
  static final int RESPONSE = 10; // added to a request's type
  static final int RO_ACCESS_REPORT = 61;
  static final int KEEPALIVE = 62;
  static final int KEEPALIVE_ACK = 72;

  static final int LARGEST = 64 * 1024;
  private static final int HEAD = 10;
  private static final int VERSION = 1;

  private static final int LLRP_STATUS = 287;
  private static final int TAG_REPORT_DATA = 240;
  private static final int EPC_DATA = 241;
  private static final int EPC_96 = 13;
  private static final int EPC_96_BYTES = 12;

  /** By the length in the head; what has another version or an impossible length is dropped. */
  static final Framing FRAMING =
      (bytes, count) -> {
        if ((bytes[0] >> 2 & 7) != VERSION || (bytes[0] & 0xE0) != 0) {
          return -1;
        }
        if (count < HEAD) {
          return Framing.INCOMPLETE;
        }
        int length = ByteBuffer.wrap(bytes).getInt(2);
        if (length < HEAD || length > LARGEST) {
          return -1;
        }
        return count >= length ? length : Framing.INCOMPLETE;
      };

  static Optional<LlrpMessage> decode(byte[] frame) {
    if (frame.length < HEAD || FRAMING.measure(frame, frame.length) != frame.length) {
      return Optional.empty();
    }
    ByteBuffer head = ByteBuffer.wrap(frame);
    int type = head.getShort(0) & 0x3FF;
    return Optional.of(
        new LlrpMessage(type, head.getInt(6), Arrays.copyOfRange(frame, HEAD, frame.length)));
  }

  byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(HEAD + body.length);
    out.putShort((short) (VERSION << 10 | type)).putInt(HEAD + body.length).putInt(id).put(body);
    return out.array();
  }

  /** The status code of a response; 0 is success; empty if it has none. */
  Optional<Integer> status() {
    for (Parameter parameter : parameters(body)) {
      if (parameter.type() == LLRP_STATUS && parameter.value().length >= 2) {
        return Optional.of((int) ByteBuffer.wrap(parameter.value()).getShort(0) & 0xFFFF);
      }
    }
    return Optional.empty();
  }

  /** The tags of a report. */
  Set<Tag> tags() {
    Set<Tag> tags = new LinkedHashSet<>();
    for (Parameter report : parameters(body)) {
      if (report.type() == TAG_REPORT_DATA) {
        parameters(report.value()).forEach(p -> epc(p).ifPresent(tags::add));
      }
    }
    return tags;
  }

  /** A parameter: type-length-value from 128 on, below that one byte and a fixed length. */
  record Parameter(int type, byte[] value) {}

  /** Those that are whole; what follows a broken one is not looked at. */
  static List<Parameter> parameters(byte[] bytes) {
    List<Parameter> parameters = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      boolean short1 = (bytes[at] & 0x80) != 0;
      int type = bytes[at] & 0x7F;
      int length = short1 ? 1 + fixed(type) : 0;
      int head = 1;
      if (!short1) {
        if (at + 4 > bytes.length) {
          break;
        }
        type = ByteBuffer.wrap(bytes).getShort(at) & 0x3FF;
        length = ByteBuffer.wrap(bytes).getShort(at + 2) & 0xFFFF;
        head = 4;
      }
      if (length < head || at + length > bytes.length || (short1 && length == 1)) {
        break;
      }
      parameters.add(new Parameter(type, Arrays.copyOfRange(bytes, at + head, at + length)));
      at += length;
    }
    return parameters;
  }

  /** Bytes of the one-byte parameters' values; 0 if unknown. */
  private static int fixed(int type) {
    return switch (type) {
      case 6 -> 1; // peak RSSI
      case 1, 7, 8, 10, 11, 12, 14, 15, 17 -> 2;
      case 9, 16, 18 -> 4;
      case 2, 3, 4, 5 -> 8; // times
      case EPC_96 -> EPC_96_BYTES;
      default -> 0;
    };
  }

  private static Optional<Tag> epc(Parameter p) {
    if (p.type() == EPC_96) {
      return Optional.of(new Tag(HexFormat.of().withUpperCase().formatHex(p.value())));
    }
    if (p.type() != EPC_DATA || p.value().length < 4) {
      return Optional.empty();
    }
    int bits = ByteBuffer.wrap(p.value()).getShort(0) & 0xFFFF;
    int bytes = (bits + 7) / 8;
    return bytes >= 2 && bytes <= 62 && bytes + 2 == p.value().length
        ? Optional.of(new Tag(HexFormat.of().withUpperCase().formatHex(p.value(), 2, 2 + bytes)))
        : Optional.empty();
  }
}
