package org.facepay.peripherals.dispenser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.facepay.peripherals.link.PtyPlug;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.peripherals.modbus.UnitSimulator;

/** A spiral machine as a real peer on a pseudo-terminal. */
public final class DispenserSimulator implements AutoCloseable {
  private static final long TURN_NANOS = Duration.ofMillis(80).toNanos();
  private static final int NO_PROBE = 0x8000;

  private final DispenserProfile profile;
  private final Map<Integer, Integer> stock = new ConcurrentHashMap<>();
  private final SimulatedPeer peer;
  private boolean hangsOnce;
  private boolean jammed;
  private long turnEnds;
  private int turningSlot;
  private int drops = 65_535; // so that the counter's end is passed at once
  private int fallen;
  private int temperature = 35;
  private boolean garbled;
  private boolean doorOpen;
  private int inTray;

  private DispenserSimulator(DispenserProfile profile, Path link) throws IOException {
    this.profile = profile;
    UnitSimulator units = new UnitSimulator();
    units.add(profile.unit(), new Board());
    this.peer = SimulatedPeer.start("dispenser", PtyPlug.at(link), units);
  }

  /** Plugs it in at {@code link}, empty. */
  public static DispenserSimulator start(DispenserProfile profile, Path link) throws IOException {
    return new DispenserSimulator(profile, link);
  }

  /** Its plug and its faults. */
  public SimulatedPeer peer() {
    return peer;
  }

  /** What to configure the terminal with. */
  public String path() {
    return peer.path();
  }

  /** Fills a slot. */
  public void fill(int slot, int articles) {
    stock.put(slot, articles);
  }

  /** What a slot still holds. */
  public synchronized int left(int slot) {
    settle();
    return stock.getOrDefault(slot, 0);
  }

  /** Whether nothing turns. */
  public synchronized boolean atRest() {
    settle();
    return turningSlot == 0;
  }

  /** The next article hangs for one turn. */
  public synchronized void hangOnce() {
    hangsOnce = true;
  }

  /** The motor jams, or is freed. */
  public synchronized void jam(boolean on) {
    jammed = on;
  }

  /** What has fallen since the start, of all slots. */
  public synchronized int fallen() {
    settle();
    return fallen;
  }

  /** How cold the goods are, tenths of a degree Celsius. */
  public synchronized void temperature(int deciCelsius) {
    temperature = deciCelsius & 0xFFFF;
  }

  /** The probe is torn off. */
  public synchronized void noProbe() {
    temperature = NO_PROBE;
  }

  /** Temperature and switches say what cannot be, or are right again. */
  public synchronized void garble(boolean on) {
    garbled = on;
  }

  /** The door is opened, or closed. */
  public synchronized void door(boolean open) {
    doorOpen = open;
  }

  /** Everything is taken out of the output. */
  public synchronized void takeOut() {
    settle();
    inTray = 0;
  }

  /** What lies in the output. */
  public synchronized int inTray() {
    settle();
    return inTray;
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }

  /** What a turn that is over by now has led to. */
  private void settle() {
    if (turningSlot != 0 && System.nanoTime() - turnEnds >= 0) {
      int articles = stock.getOrDefault(turningSlot, 0);
      if (articles > 0 && !hangsOnce) {
        stock.put(turningSlot, articles - 1);
        drops = (drops + 1) & 0xFFFF;
        fallen++;
        inTray++;
      }
      hangsOnce = false;
      turningSlot = 0;
    }
  }

  private synchronized Optional<Integer> readRegister(int function, int address) {
    settle();
    if (function != 4) {
      return Optional.empty();
    }
    if (address == profile.spirals().status()) {
      return Optional.of(jammed ? 2 : turningSlot != 0 ? 1 : 0);
    }
    return address == profile.spirals().drops()
        ? Optional.of(drops)
        : profile.senses().flatMap(senses -> sensed(senses, address));
  }

  private Optional<Integer> sensed(DispenserProfile.Senses senses, int address) {
    if (address == senses.temperature()) {
      return Optional.of(garbled ? 0x7FFF : temperature);
    }
    int inputs = (doorOpen ? 1 : 0) | (inTray > 0 ? 2 : 0);
    return address == senses.inputs() ? Optional.of(garbled ? 0xFFFF : inputs) : Optional.empty();
  }

  private synchronized boolean writeRegister(int function, int address, int value) {
    boolean known =
        function == 6 && address == profile.spirals().start() && value <= profile.spirals().slots();
    if (known && !jammed) {
      turningSlot = value;
      turnEnds = System.nanoTime() + TURN_NANOS;
    }
    return known;
  }

  private final class Board implements UnitSimulator.Unit {
    @Override
    public Optional<Integer> read(int function, int address) {
      return readRegister(function, address);
    }

    @Override
    public boolean write(int function, int address, int value) {
      return writeRegister(function, address, value);
    }
  }
}
