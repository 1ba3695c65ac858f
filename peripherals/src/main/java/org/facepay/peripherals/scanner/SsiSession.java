package org.facepay.peripherals.scanner;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.link.FrameBuffer;

/**
 * The host's side of SSI: checks and acknowledges each packet, joins the packets of a long code,
 * and hands a code that was sent twice on only once. It outlives a link, since an acknowledgement
 * lost at a hang-up brings its packet again on the next one. Pure: bytes and their time in; codes
 * and the bytes to answer out.
 */
final class SsiSession {
  /** A packet that pauses this long was cut off; the decoder sends it again. */
  static final Duration PAUSE = Duration.ofMillis(100);

  /** Within this time a repeated packet is the one whose acknowledgement got lost. */
  static final Duration REPEAT = Duration.ofSeconds(2);

  /**
   * Within this time the first packet of a new link, if it is like the last one of the old, is that
   * one again; the decoder may have forgotten that it had sent it.
   */
  static final Duration REPEAT_ACROSS_LINKS = Duration.ofSeconds(5);

  /** Codes, a revision, and what to answer. */
  record Heard(List<ScanResult> results, Optional<String> revision, byte[] answer) {}

  private final FrameBuffer frames = new FrameBuffer(SsiPacket.FRAMING, SsiPacket.LARGEST);
  private final ScanPieces pieces = new ScanPieces();
  private byte[] accepted = {};
  private long acceptedNanos;
  private boolean damaged;
  private boolean newLink;
  private long lastNanos;

  /** What comes from now on comes over a new link; a frame that had begun has no end there. */
  void linked() {
    frames.clear();
    damaged = false;
    newLink = true;
  }

  /** Takes the first {@code count} bytes. */
  Heard accept(byte[] bytes, int count, long nanos) {
    List<ScanResult> results = new ArrayList<>(1);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String revision = null;
    if (frames.waiting() > 0 && nanos - lastNanos > PAUSE.toNanos()) {
      frames.clear();
      damaged = true;
    }
    lastNanos = nanos;
    int taken = 0;
    while (taken < count) {
      taken += frames.add(bytes, taken, count - taken);
      for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
        Optional<SsiPacket> packet = SsiPacket.decode(frame);
        if (packet.isEmpty()) {
          damaged = true;
          frames.clear();
          answer.writeBytes(SsiPacket.fromHost(SsiPacket.NAK).encode());
        } else if (packet.get().opcode() == SsiPacket.DECODE_DATA) {
          answer.writeBytes(SsiPacket.fromHost(SsiPacket.ACK).encode());
          decoded(packet.get(), nanos, results);
        } else if (packet.get().opcode() == SsiPacket.REPLY_REVISION) {
          revision = printable(packet.get().data());
        }
      }
    }
    return new Heard(results, Optional.ofNullable(revision), answer.toByteArray());
  }

  private void decoded(SsiPacket packet, long nanos, List<ScanResult> results) {
    Duration repeat = newLink ? REPEAT_ACROSS_LINKS : REPEAT;
    boolean marked = packet.has(SsiPacket.RETRANSMITTED) && !damaged;
    boolean again =
        (newLink || marked)
            && nanos - acceptedNanos < repeat.toNanos()
            && Arrays.equals(packet.data(), accepted);
    damaged = false;
    newLink = false;
    accepted = packet.data();
    acceptedNanos = nanos;
    if (again) {
      return;
    }
    byte[] data = packet.data();
    int type = data.length == 0 ? 0 : data[0] & 0xFF;
    byte[] text = Arrays.copyOfRange(data, Math.min(1, data.length), data.length);
    boolean last = !packet.has(SsiPacket.CONTINUED);
    pieces.add(aim(type, data), text, last, nanos, results);
  }

  /** The AIM identifier of SSI's code types, unless the scanner sends one itself. */
  private static byte[] aim(int type, byte[] data) {
    if (data.length > 1 && data[1] == ']') {
      return new byte[0];
    }
    String aim =
        switch (type) {
          case 0x01 -> "]A0";
          case 0x03 -> "]C0";
          case 0x08, 0x09, 0x0B -> "]E0";
          case 0x0A -> "]E4";
          case 0x48, 0x49, 0x4B, 0x88, 0x89, 0x8B -> "]E3"; // with two digits, with five
          case 0x0F -> "]C1";
          case 0x1B -> "]d1";
          case 0x1C -> "]Q1";
          case 0x30, 0x32 -> "]e0";
          default -> "";
        };
    return aim.getBytes(StandardCharsets.US_ASCII);
  }

  private static String printable(byte[] data) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(data.length, 40); i++) {
      text.append(data[i] >= 0x20 && data[i] < 0x7F ? (char) data[i] : ' ');
    }
    return text.toString().strip();
  }
}
