package org.facepay.peripherals.scanner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.facepay.peripherals.link.Firmware;
import org.facepay.peripherals.link.FrameBuffer;

/** A simulated SSI decoder: repeats each packet until the host acknowledges it. */
final class SsiDecoder implements Firmware {
  private static final long REPEAT_NANOS = Duration.ofMillis(200).toNanos();
  private static final int MOST_DATA = 200;
  private static final int MOST_PACKETS = 256;
  private static final int TYPE_EAN_13 = 0x0B;
  private static final int TYPE_OTHER = 0x1C;

  private final FrameBuffer frames = new FrameBuffer(SsiPacket.FRAMING, SsiPacket.LARGEST);
  private final Deque<SsiPacket> packets = new ArrayDeque<>();
  private boolean sent;
  private long sentNanos;

  /** Reads a code; false if the decoder's memory is full. */
  synchronized boolean scan(String code) {
    byte[] text = code.getBytes(StandardCharsets.UTF_8);
    int type = code.matches("\\d{13}") ? TYPE_EAN_13 : TYPE_OTHER;
    int most = MOST_DATA - 1;
    int pieces = Math.max(1, (text.length + most - 1) / most);
    if (packets.size() + pieces > MOST_PACKETS) {
      return false;
    }
    for (int i = 0; i < pieces; i++) {
      byte[] part = Arrays.copyOfRange(text, i * most, Math.min(text.length, (i + 1) * most));
      byte[] data = new byte[part.length + 1];
      data[0] = (byte) type;
      System.arraycopy(part, 0, data, 1, part.length);
      int status = i < pieces - 1 ? SsiPacket.CONTINUED : 0;
      packets.addLast(new SsiPacket(SsiPacket.DECODE_DATA, false, status, data));
    }
    return true;
  }

  /** Packets that the host has not acknowledged. */
  synchronized int waiting() {
    return packets.size();
  }

  @Override
  public synchronized void received(byte[] bytes, int count, Wire wire) throws IOException {
    int taken = 0;
    while (taken < count) {
      taken += frames.add(bytes, taken, count - taken);
      for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
        Optional<SsiPacket> packet = SsiPacket.decode(frame);
        if (packet.isPresent() && packet.get().fromHost()) {
          answer(packet.get().opcode(), wire);
        }
      }
    }
  }

  @Override
  public synchronized void tick(Wire wire) throws IOException {
    SsiPacket next = packets.peekFirst();
    if (next == null || (sent && System.nanoTime() - sentNanos < REPEAT_NANOS)) {
      return;
    }
    int status = next.status() | (sent ? SsiPacket.RETRANSMITTED : 0);
    sent = true;
    sentNanos = System.nanoTime();
    boolean ignored = wire.send(new SsiPacket(next.opcode(), false, status, next.data()).encode());
  }

  /** Until something is laid before it. */
  @Override
  public synchronized boolean quiet() {
    return packets.isEmpty();
  }

  @Override
  public synchronized void powered() {
    frames.clear();
    sent = false;
  }

  private void answer(int opcode, Wire wire) throws IOException {
    switch (opcode) {
      case SsiPacket.ACK -> {
        if (sent) {
          packets.pollFirst();
          sent = false;
        }
      }
      case SsiPacket.NAK -> sentNanos -= REPEAT_NANOS;
      case SsiPacket.REQUEST_REVISION -> {
        byte[] text = "SIM-SSI 1.0".getBytes(StandardCharsets.US_ASCII);
        boolean ignored =
            wire.send(new SsiPacket(SsiPacket.REPLY_REVISION, false, 0, text).encode());
      }
      default -> {}
    }
  }
}
