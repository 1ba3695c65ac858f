package org.facepay.peripherals.lock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.facepay.peripherals.link.PtyPlug;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.peripherals.modbus.UnitSimulator;

/**
 * A lock board with its doors as a real peer on a pseudo-terminal: a door opens only while its bolt
 * is drawn back.
 */
public final class LockSimulator implements AutoCloseable {
  private static final int READ_DISCRETE_INPUTS = 2;
  private static final int READ_COILS = 1;
  private static final int WRITE_SINGLE_COIL = 5;

  private final LockProfile profile;
  private final BitSet drawn = new BitSet();
  private final BitSet open = new BitSet();
  private final SimulatedPeer peer;

  private LockSimulator(LockProfile profile, Path link) throws IOException {
    this.profile = profile;
    UnitSimulator units = new UnitSimulator();
    units.add(profile.unit(), new Board());
    this.peer = SimulatedPeer.start("lock", PtyPlug.at(link), units);
  }

  /** Plugs a board in at {@code link}, its doors shut and locked. */
  public static LockSimulator start(LockProfile profile, Path link) throws IOException {
    return new LockSimulator(profile, link);
  }

  /** Its plug and its faults. */
  public SimulatedPeer peer() {
    return peer;
  }

  /** What to configure the terminal with. */
  public String path() {
    return peer.path();
  }

  /** Somebody pulls the door; false if its bolt holds it. */
  public synchronized boolean pullDoor(int channel) {
    boolean opens = drawn.get(channel);
    if (opens) {
      open.set(channel);
    }
    return opens;
  }

  /** Somebody shuts the door. */
  public synchronized void shutDoor(int channel) {
    open.clear(channel);
  }

  /** The door is forced, bolt or not. */
  public synchronized void forceDoor(int channel) {
    open.set(channel);
  }

  /** Whether the bolt holds. */
  public synchronized boolean locked(int channel) {
    return !drawn.get(channel);
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }

  private synchronized Optional<Integer> readBit(int function, int address) {
    boolean coil = function == READ_COILS;
    int channel = address - (coil ? profile.firstCoil() : profile.firstInput());
    boolean known = coil || function == READ_DISCRETE_INPUTS;
    if (!known || channel < 0 || channel >= profile.channels()) {
      return Optional.empty();
    }
    boolean on = coil ? drawn.get(channel) : open.get(channel) == profile.openIsHigh();
    return Optional.of(on ? 1 : 0);
  }

  private synchronized boolean writeCoil(int function, int address, int value) {
    int channel = address - profile.firstCoil();
    boolean known = function == WRITE_SINGLE_COIL && channel >= 0 && channel < profile.channels();
    if (known) {
      drawn.set(channel, value == 0xFF00);
    }
    return known;
  }

  private final class Board implements UnitSimulator.Unit {
    @Override
    public Optional<Integer> read(int function, int address) {
      return readBit(function, address);
    }

    @Override
    public boolean write(int function, int address, int value) {
      return writeCoil(function, address, value);
    }
  }
}
