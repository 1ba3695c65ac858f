package org.facepay.peripherals.shelf;

import java.util.List;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/** The role ShelfScale: the shelves on one bus, each with a left and a right load cell. */
public interface ShelfScale extends Device {
  /** The shelves that ought to be there, by their addresses. */
  List<Integer> shelves();

  /**
   * Reads both cells of a shelf.
   *
   * @throws DeviceException if that shelf does not answer (the others may), or the bus is lost
   */
  ShelfReading readCells(int shelf) throws DeviceException;

  /** Notices cheaply that the whole bus is lost. */
  void checkWire() throws DeviceException;
}
