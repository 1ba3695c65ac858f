package org.facepay.peripherals.vending;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.facepay.peripherals.link.Firmware;
import org.facepay.peripherals.link.FrameBuffer;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.PtyPlug;
import org.facepay.peripherals.link.SimulatedPeer;

/**
 * A Qibixx adapter with a vending machine behind it, as a real peer on a pseudo-terminal: keypad,
 * coin mechanism, spirals and the states of MDB/ICP 4.3 section 7. It knows what truly fell, and
 * can get everything wrong that real ones do.
 */
public final class VmcSimulator implements AutoCloseable {
  private final SimulatedPeer peer;
  private final FrameBuffer lines = new FrameBuffer(Framing.until('\n'), QibixxLine.LARGEST);
  private final VmcMachine machine = new VmcMachine(this::say);
  private int lost;

  private VmcSimulator(Path link) throws IOException {
    this.peer = SimulatedPeer.start("vending", PtyPlug.at(link), new Adapter());
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

  /**
   * A shopper chooses at the keypad: the machine asks for the money.
   *
   * @return false where it may not: payment is not offered, or a session has to begin first
   */
  public synchronized boolean choose(String price, int item) throws IOException {
    boolean may = machine.mayChoose();
    if (may) {
      machine.ask(price, item);
    }
    return may;
  }

  /** It asks, whether it may or not. */
  public synchronized void ask(String price, int item) throws IOException {
    machine.ask(price, item);
  }

  /** The shopper takes the choice back, or the machine's patience is over. */
  public synchronized void cancel() throws IOException {
    machine.end();
  }

  /** Coins were put in: what was chosen is sold for them, and asked for no more. */
  public synchronized void cash(int item) throws IOException {
    machine.drop(item);
    machine.end();
  }

  /** The machine starts anew in the middle of whatever it did. */
  public synchronized void reset() throws IOException {
    machine.reset();
  }

  /** It lets something fall that nobody approved, and tells of it as if it had been. */
  public synchronized void vendUnasked(int item) throws IOException {
    machine.drop(item);
    say("c,VEND,SUCCESS");
  }

  /** Whether the next approved product gets stuck. */
  public synchronized void jam(boolean on) {
    machine.jam(on);
  }

  /** What is approved falls, but the machine says nothing of it until it goes on. */
  public synchronized void hold(boolean on) throws IOException {
    machine.hold(on);
  }

  /** So many of its next lines are lost on their way. */
  public synchronized void lose(int next) {
    lost = next;
  }

  /** How many products fell. */
  public synchronized int dispensed() {
    return machine.fallen().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of one fell. */
  public synchronized int dispensed(int item) {
    return machine.fallen().getOrDefault(item, 0);
  }

  /** How often the terminal has said no. */
  public synchronized int denials() {
    return machine.denials();
  }

  /** How many sessions the terminal has begun. */
  public synchronized int sessions() {
    return machine.sessions();
  }

  /** How far the machine is with the terminal. */
  public synchronized CashlessState state() {
    return machine.state();
  }

  /** Whether something that was approved is on its way. */
  public synchronized boolean underWay() {
    return machine.underWay();
  }

  /** Any line of the adapter. */
  public synchronized void say(String line) throws IOException {
    if (lost > 0) {
      lost--;
      return;
    }
    boolean ignored = peer.send((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }

  private synchronized void restarted() {
    machine.powered();
  }

  private synchronized void order(String line) throws IOException {
    machine.order(line);
  }

  private final class Adapter implements Firmware {
    @Override
    public void received(byte[] bytes, int count, Wire wire) throws IOException {
      List<String> orders = new ArrayList<>();
      int taken = 0;
      while (taken < count) {
        taken += lines.add(bytes, taken, count - taken);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
          orders.add(new String(line, StandardCharsets.US_ASCII).strip());
        }
      }
      for (String each : orders) {
        order(each);
      }
    }

    @Override
    public void powered() {
      lines.clear();
      restarted();
    }

    /** The adapter's USB line has its own checks; what is damaged there is lost as a line. */
    @Override
    public byte[] damaged(byte[] frame, RandomGenerator random) {
      byte[] copy = frame.clone();
      copy[0] = 0x07;
      return copy;
    }
  }
}
