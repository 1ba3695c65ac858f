package org.facepay.peripherals.vending;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.facepay.peripherals.link.Firmware;
import org.facepay.peripherals.link.FrameBuffer;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.PtyPlug;
import org.facepay.peripherals.link.SimulatedPeer;

/** A Qibixx adapter with a vending machine behind it, as a real peer on a pseudo-terminal. */
public final class VmcSimulator implements AutoCloseable {
  private final Machine machine = new Machine();
  private final SimulatedPeer peer;

  private VmcSimulator(Path link) throws IOException {
    this.peer = SimulatedPeer.start("vending", PtyPlug.at(link), machine);
  }

  /** Plugs the adapter in at {@code link}. */
  public static VmcSimulator start(Path link) throws IOException {
    return new VmcSimulator(link);
  }

  /** Its plug and its faults. */
  public SimulatedPeer peer() {
    return peer;
  }

  /** What to configure the terminal with. */
  public String path() {
    return peer.path();
  }

  /** A shopper chooses a product. */
  public void choose(String price, int item) throws IOException {
    say("c,STATUS,VEND," + price + "," + item);
  }

  /** Whether the next approved product gets stuck. */
  public void jam(boolean on) {
    machine.jammed = on;
  }

  /** How many products fell. */
  public int dispensed() {
    return machine.dispensed.get();
  }

  /** Any line of the adapter. */
  public void say(String line) throws IOException {
    boolean ignored = peer.send((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }

  private static final class Machine implements Firmware {
    private final FrameBuffer lines = new FrameBuffer(Framing.until('\n'), QibixxLine.LARGEST);
    private volatile boolean jammed;
    private final AtomicInteger dispensed = new AtomicInteger();

    @Override
    public void received(byte[] bytes, int count, Wire wire) throws IOException {
      int taken = 0;
      while (taken < count) {
        taken += lines.add(bytes, taken, count - taken);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
          order(new String(line, StandardCharsets.US_ASCII).strip(), wire);
        }
      }
    }

    @Override
    public void powered() {
      lines.clear();
    }

    /** The adapter's USB line has its own checks; what is damaged there is lost as a line. */
    @Override
    public byte[] damaged(byte[] frame, RandomGenerator random) {
      byte[] copy = frame.clone();
      copy[0] = 0x07;
      return copy;
    }

    private void order(String line, Wire wire) throws IOException {
      if (line.equals("V")) {
        answer(wire, "v,4.0.2.0,simulated");
      } else if (line.equals("C,1")) {
        answer(wire, "c,STATUS,INACTIVE", "c,STATUS,DISABLED", "c,STATUS,ENABLED");
      } else if (line.equals("C,0")) {
        answer(wire, "c,STATUS,DISABLED");
      } else if (line.startsWith("C,VEND,")) {
        vend(wire);
      } else if (line.equals("C,STOP")) {
        answer(wire, "c,STATUS,IDLE", "c,STATUS,ENABLED");
      }
    }

    private void vend(Wire wire) throws IOException {
      if (jammed) {
        answer(wire, "c,ERR,VEND 3", "c,STATUS,IDLE", "c,STATUS,ENABLED");
      } else {
        dispensed.incrementAndGet();
        answer(wire, "r,ACK", "c,VEND,SUCCESS", "c,STATUS,IDLE", "c,STATUS,ENABLED");
      }
    }

    private static void answer(Wire wire, String... lines) throws IOException {
      for (String line : lines) {
        boolean ignored = wire.send((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
