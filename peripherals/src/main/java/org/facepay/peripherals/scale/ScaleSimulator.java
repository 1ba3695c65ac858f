package org.facepay.peripherals.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.facepay.peripherals.link.Firmware;
import org.facepay.peripherals.link.PtyPlug;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.peripherals.scale.NotWeighed.Reason;
import org.facepay.peripherals.scale.ScaleProtocol.Refusal;

/** A scale of any {@link Scales} protocol as a real peer on a pseudo-terminal. */
public final class ScaleSimulator implements AutoCloseable {
  /** What it can carry. */
  public static final long CAPACITY_MILLIGRAMS = 15_000_000;

  private static final long STREAM_NANOS = Duration.ofMillis(60).toNanos();

  private final Pan pan;
  private final SimulatedPeer peer;

  private ScaleSimulator(Pan pan, SimulatedPeer peer) {
    this.pan = pan;
    this.peer = peer;
  }

  /** Plugs a scale in at {@code link}, a symbolic link that it keeps through replugs. */
  public static ScaleSimulator start(String driver, Path link) throws IOException {
    Pan pan = new Pan(Scales.protocol(driver));
    return new ScaleSimulator(pan, SimulatedPeer.start("scale", PtyPlug.at(link), pan));
  }

  /** Its plug and its faults. */
  public SimulatedPeer peer() {
    return peer;
  }

  /** What to configure the terminal with. */
  public String path() {
    return peer.path();
  }

  /** Lays so much on it, at rest; negative if something was taken off that was there at zero. */
  public void load(long milligrams) {
    pan.lay(milligrams, false);
  }

  /** How often it has told its weight. */
  public long weighings() {
    return pan.weighings.get();
  }

  /** Whether the goods on it move. */
  public void moving(boolean on) {
    pan.lay(pan.load, on);
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }

  private static final class Pan implements Firmware {
    private static final byte[] NONE = {};
    private final ScaleProtocol protocol;
    private final byte[] heard = new byte[16];
    private volatile long load;
    private volatile long zero;
    private volatile boolean moving;

    /** Whether it has told the weight that lies on it; one that refuses tells it once. */
    private boolean told;

    private final AtomicLong weighings = new AtomicLong();
    private long streamedNanos;

    Pan(ScaleProtocol protocol) {
      this.protocol = protocol;
    }

    @Override
    public void received(byte[] bytes, int count, Wire wire) throws IOException {
      ScaleProtocol.Manner manner = protocol.manner();
      for (int i = 0; i < count; i++) {
        System.arraycopy(heard, 1, heard, 0, heard.length - 1);
        heard[heard.length - 1] = bytes[i];
        if (heardLast(manner.attention())) {
          wire.send(new byte[] {ScaleProtocol.ACK});
        } else if (heardLast(manner.question())) {
          wire.send(answer());
        } else if (heardLast(protocol.refusal().map(Refusal::question).orElse(NONE))) {
          wire.send(why());
        } else if (heardLast(manner.zero())) {
          zero = load;
        }
      }
    }

    @Override
    public void tick(Wire wire) throws IOException {
      if (streams() && System.nanoTime() - streamedNanos > STREAM_NANOS) {
        streamedNanos = System.nanoTime();
        wire.send(protocol.encode(reading()));
      }
    }

    @Override
    public boolean quiet() {
      return !streams();
    }

    private boolean streams() {
      return protocol.manner().question().length == 0;
    }

    @Override
    public synchronized void powered() {
      Arrays.fill(heard, (byte) 0);
      told = false;
    }

    @Override
    public byte[] damaged(byte[] frame, RandomGenerator random) {
      return protocol.manner().checked()
          ? Firmware.super.damaged(frame, random)
          : Firmware.withoutOne(frame, random);
    }

    synchronized void lay(long milligrams, boolean inMotion) {
      load = milligrams;
      moving = inMotion;
      told = false;
    }

    private synchronized byte[] answer() {
      ScaleReading reading = reading();
      boolean weighed = reading instanceof Weight weight && weight.stable();
      boolean refused = protocol.refusal().isPresent() && (told || !weighed);
      told = weighed;
      return refused ? new byte[] {ScaleProtocol.NAK} : protocol.encode(reading);
    }

    private synchronized byte[] why() {
      return told ? protocol.refusal().orElseThrow().unmoved() : protocol.encode(reading());
    }

    private ScaleReading reading() {
      weighings.incrementAndGet();
      long net = load - zero;
      if (net < 0) {
        return new NotWeighed(Reason.UNDERLOAD);
      }
      return net > CAPACITY_MILLIGRAMS ? new NotWeighed(Reason.OVERLOAD) : new Weight(net, !moving);
    }

    private boolean heardLast(byte[] wanted) {
      int from = heard.length - wanted.length;
      return wanted.length > 0
          && Arrays.equals(heard, from, heard.length, wanted, 0, wanted.length);
    }
  }
}
