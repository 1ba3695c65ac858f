package org.facepay.peripherals.shelf;

import java.util.List;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.modbus.ModbusMaster;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;

/** Shelves with Modbus RTU load-cell transmitters on one RS-485 bus. */
public final class ModbusShelves implements ShelfScale {
  private final ModbusMaster master;
  private final ShelfProfile profile;
  private final List<Integer> shelves;

  /**
   * @param shelves bus addresses 1 to 247, at least one
   */
  public ModbusShelves(Link link, ShelfProfile profile, List<Integer> shelves) {
    if (shelves.isEmpty() || shelves.stream().anyMatch(s -> s < 1 || s > 247)) {
      throw new IllegalArgumentException("shelves have addresses 1..247, not " + shelves);
    }
    this.master = new ModbusMaster(link, profile.answer());
    this.profile = profile;
    this.shelves = List.copyOf(shelves);
  }

  /** One shelf is enough for the bus to count as there; its worker tells which are missing. */
  @Override
  public Identity checkHealth() throws DeviceException {
    DeviceException last = new DeviceException(Problem.Kind.NO_SHELF);
    for (int shelf : shelves) {
      try {
        ShelfReading ignored = readCells(shelf);
        return Identity.of(Identity.Kind.SHELVES, shelves.size());
      } catch (DeviceException e) {
        master.checkWire();
        last = e;
      }
    }
    throw last;
  }

  @Override
  public List<Integer> shelves() {
    return shelves;
  }

  @Override
  public ShelfReading readCells(int shelf) throws DeviceException {
    int[] registers = master.registers(shelf, profile.function(), profile.first(), profile.count());
    return profile.decode(shelf, registers, System.nanoTime());
  }

  @Override
  public void checkWire() throws DeviceException {
    master.checkWire();
  }

  @Override
  public void close() {
    master.close();
  }
}
