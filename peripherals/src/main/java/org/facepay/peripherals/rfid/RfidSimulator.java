package org.facepay.peripherals.rfid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.random.RandomGenerator;
import org.facepay.peripherals.link.Firmware;
import org.facepay.peripherals.link.FrameBuffer;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.PtyPlug;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.peripherals.link.TcpPlug;

/** A UHF reader with tags before it: RU5102 on a pseudo-terminal, or LLRP on a socket. */
public final class RfidSimulator implements AutoCloseable {
  private final Set<String> field = new CopyOnWriteArraySet<>();
  private final SimulatedPeer peer;

  private RfidSimulator(Path link) throws IOException {
    Ru5102 reader = new Ru5102();
    this.peer = SimulatedPeer.start("rfid", PtyPlug.at(link), reader);
  }

  private RfidSimulator() throws IOException {
    this.peer = SimulatedPeer.start("rfid", TcpPlug.open(), new Llrp());
  }

  /** Plugs an RU5102 in at {@code link}. */
  public static RfidSimulator ru5102(Path link) throws IOException {
    return new RfidSimulator(link);
  }

  /** Puts an LLRP reader on a free port of this machine. */
  public static RfidSimulator llrp() throws IOException {
    return new RfidSimulator();
  }

  /** Its plug and its faults. */
  public SimulatedPeer peer() {
    return peer;
  }

  /** What to configure the terminal with. */
  public String path() {
    return peer.path();
  }

  /** The tags before the antenna from now on, by their EPC in hexadecimal. */
  public void tags(Set<String> epcs) {
    field.retainAll(epcs);
    field.addAll(epcs);
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }

  /** Frames in, answers out. */
  private abstract static class Framed implements Firmware {
    private final FrameBuffer frames;

    Framed(Framing framing, int largest) {
      this.frames = new FrameBuffer(framing, largest);
    }

    abstract List<byte[]> answers(byte[] frame);

    @Override
    public void received(byte[] bytes, int count, Wire wire) throws IOException {
      int taken = 0;
      while (taken < count) {
        taken += frames.add(bytes, taken, count - taken);
        for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
          for (byte[] answer : answers(frame)) {
            boolean ignored = wire.send(answer);
          }
        }
      }
    }

    @Override
    public void powered() {
      frames.clear();
    }
  }

  private final class Ru5102 extends Framed {
    private static final int PER_FRAME = 8;

    Ru5102() {
      super(UhfFrame.FRAMING, UhfFrame.LARGEST);
    }

    @Override
    List<byte[]> answers(byte[] frame) {
      int command = UhfFrame.command(frame).map(UhfFrame::command).orElse(-1);
      return switch (command) {
        case UhfFrame.READER_INFORMATION ->
            List.of(new UhfFrame(0, command, UhfFrame.OK, new byte[] {3, 1, 8, 3}).encode());
        case UhfFrame.INVENTORY -> inventory();
        default -> List.of();
      };
    }

    private List<byte[]> inventory() {
      List<String> tags = List.copyOf(field);
      if (tags.isEmpty()) {
        return List.of(new UhfFrame(0, UhfFrame.INVENTORY, UhfFrame.NO_TAG, new byte[0]).encode());
      }
      List<byte[]> frames = new ArrayList<>();
      for (int from = 0; from < tags.size(); from += PER_FRAME) {
        List<String> part = tags.subList(from, Math.min(tags.size(), from + PER_FRAME));
        boolean last = from + PER_FRAME >= tags.size();
        int status = last ? UhfFrame.DONE : UhfFrame.MORE;
        frames.add(new UhfFrame(0, UhfFrame.INVENTORY, status, data(part)).encode());
      }
      return frames;
    }

    private static byte[] data(List<String> epcs) {
      ByteBuffer data = ByteBuffer.allocate(252).put((byte) epcs.size());
      for (String epc : epcs) {
        byte[] bytes = HexFormat.of().parseHex(epc);
        data.put((byte) bytes.length).put(bytes);
      }
      byte[] used = new byte[data.position()];
      data.flip().get(used);
      return used;
    }
  }

  private final class Llrp extends Framed {
    private boolean ready;

    Llrp() {
      super(LlrpMessage.FRAMING, LlrpMessage.LARGEST);
    }

    @Override
    List<byte[]> answers(byte[] frame) {
      Optional<LlrpMessage> message = LlrpMessage.decode(frame);
      if (message.isEmpty() || message.get().type() > LlrpMessage.ENABLE_ROSPEC) {
        return List.of();
      }
      int type = message.get().type();
      ready = type == LlrpMessage.ENABLE_ROSPEC || (ready && type != LlrpMessage.DELETE_ROSPEC);
      boolean starts = type == LlrpMessage.START_ROSPEC;
      int status = starts && !ready ? 100 : 0;
      byte[] body = LlrpScanner.parameter(287, new byte[] {0, (byte) status, 0, 0});
      int id = message.get().id();
      byte[] response = new LlrpMessage(type + LlrpMessage.RESPONSE, id, body).encode();
      return starts && ready ? List.of(response, report()) : List.of(response);
    }

    @Override
    public void powered() {
      super.powered();
      ready = false;
    }

    /** TCP brings no damaged bytes, but readers have sent messages of another version. */
    @Override
    public byte[] damaged(byte[] frame, RandomGenerator random) {
      byte[] copy = frame.clone();
      copy[0] ^= 0x0C;
      return copy;
    }

    private byte[] report() {
      ByteBuffer body = ByteBuffer.allocate(LlrpMessage.LARGEST / 2);
      for (String epc : field) {
        byte[] bytes = HexFormat.of().parseHex(epc);
        byte[] data =
            ByteBuffer.allocate(2 + bytes.length)
                .putShort((short) (bytes.length * 8))
                .put(bytes)
                .array();
        body.put(LlrpScanner.parameter(240, LlrpScanner.parameter(241, data)));
      }
      byte[] used = new byte[body.position()];
      body.flip().get(used);
      return new LlrpMessage(LlrpMessage.RO_ACCESS_REPORT, 0, used).encode();
    }
  }
}
