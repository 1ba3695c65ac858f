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

  private final DispenserProfile profile;
  private final Map<Integer, Integer> stock = new ConcurrentHashMap<>();
  private final SimulatedPeer peer;
  private boolean hangsOnce;
  private boolean jammed;
  private long turnEnds;
  private int turningSlot;
  private int drops = 65_535; // so that the counter's end is passed at once

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
      }
      hangsOnce = false;
      turningSlot = 0;
    }
  }

  private synchronized Optional<Integer> readRegister(int function, int address) {
    settle();
    if (function != 4 || (address != profile.status() && address != profile.drops())) {
      return Optional.empty();
    }
    int status = jammed ? 2 : turningSlot != 0 ? 1 : 0;
    return Optional.of(address == profile.status() ? status : drops);
  }

  private synchronized boolean writeRegister(int function, int address, int value) {
    boolean known = function == 6 && address == profile.start() && value <= profile.slots();
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
