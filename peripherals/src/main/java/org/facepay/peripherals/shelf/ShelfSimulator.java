package org.facepay.peripherals.shelf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.facepay.peripherals.link.PtyPlug;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.peripherals.modbus.UnitSimulator;

/** A bus of shelves as a real peer on a pseudo-terminal. */
public final class ShelfSimulator implements AutoCloseable {
  private record Load(long left, long right, boolean moving) {}

  private final ShelfProfile profile;
  private final UnitSimulator units = new UnitSimulator();
  private final Map<Integer, Load> loads = new ConcurrentHashMap<>();
  private final SimulatedPeer peer;

  private ShelfSimulator(ShelfProfile profile, List<Integer> shelves, Path link)
      throws IOException {
    this.profile = profile;
    shelves.forEach(this::attach);
    this.peer = SimulatedPeer.start("shelf", PtyPlug.at(link), units);
  }

  /** Plugs the bus in at {@code link}, with empty shelves of that register map. */
  public static ShelfSimulator start(ShelfProfile profile, List<Integer> shelves, Path link)
      throws IOException {
    return new ShelfSimulator(profile, shelves, link);
  }

  /** Its plug and its faults. */
  public SimulatedPeer peer() {
    return peer;
  }

  /** What to configure the terminal with. */
  public String path() {
    return peer.path();
  }

  /** Lays so much on the cells of a shelf, at rest. */
  public void load(int shelf, long leftMilligrams, long rightMilligrams) {
    loads.put(shelf, new Load(leftMilligrams, rightMilligrams, false));
  }

  /** Whether something moves on a shelf. */
  public void moving(int shelf, boolean on) {
    loads.computeIfPresent(shelf, (s, load) -> new Load(load.left(), load.right(), on));
  }

  /** Takes a shelf off the bus. */
  public void detach(int shelf) {
    units.remove(shelf);
  }

  /** Hangs a shelf on the bus. */
  public void attach(int shelf) {
    loads.putIfAbsent(shelf, new Load(0, 0, false));
    units.add(shelf, new Cells(shelf));
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }

  private final class Cells implements UnitSimulator.Unit {
    private final int shelf;

    Cells(int shelf) {
      this.shelf = shelf;
    }

    @Override
    public Optional<Integer> read(int function, int address) {
      Load load = loads.getOrDefault(shelf, new Load(0, 0, false));
      boolean known =
          function == profile.function()
              && address >= profile.first()
              && address < profile.first() + profile.count();
      return known
          ? Optional.of(profile.register(address, load.left(), load.right(), load.moving()))
          : Optional.empty();
    }

    @Override
    public boolean write(int function, int address, int value) {
      return false;
    }
  }
}
