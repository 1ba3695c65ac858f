package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facepay.peripherals.dispenser.DispenserProfile;
import org.facepay.peripherals.dispenser.DispenserSimulator;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.peripherals.lock.LockSimulator;
import org.facepay.peripherals.rfid.RfidSimulator;
import org.facepay.peripherals.scale.ScaleSimulator;
import org.facepay.peripherals.scanner.ScannerSimulator;
import org.facepay.peripherals.shelf.ShelfSimulator;
import org.facepay.peripherals.vending.VmcSimulator;

/**
 * What is there beside the demo's till: a second scanner, a cabinet with lock, shelves and tag
 * reader, and a vending machine.
 */
public final class DemoCabinet implements AutoCloseable {
  private static final List<Integer> SHELVES = List.of(1, 2, 3);

  /** Those that have to be kept cold. */
  private static final Set<String> FRESH = Set.of("6900123400289", "6900123400142");

  /** Articles of the vending machine, slot 1 and up. */
  private static final List<String> SLOTS =
      List.of(
          "6900123400074",
          "6900123400425",
          "6900123400289",
          "6900123400494",
          "6900123400708",
          "6900123400142",
          "6900123401750",
          "6900123401545");

  private final ScannerSimulator handScanner;
  private final ScaleSimulator bags;
  private final DemoShelves container;
  private final RfidSimulator reader;
  private final VmcSimulator machine;
  private final DispenserSimulator spirals;

  /** Plugs everything in below the folder. */
  DemoCabinet(Path devices) throws IOException {
    handScanner = ScannerSimulator.start("ssi", devices.resolve("hand-scanner"));
    bags = ScaleSimulator.start("toledo-8217", devices.resolve("bags"));
    container = new DemoShelves(devices, System.nanoTime());
    container.planogram(devices.resolveSibling("planogram.json"));
    reader = RfidSimulator.ru5102(devices.resolve("reader"));
    reader.tags(Set.of("E2801160600002084C3B1A2F"));
    machine = VmcSimulator.start(devices.resolve("mdb"));
    spirals = DispenserSimulator.start(DispenserProfile.GENERIC_SENSED, devices.resolve("spirals"));
    spirals.fill(12, 8);
    for (int slot = 1; slot <= SLOTS.size(); slot++) {
      spirals.fill(slot, 6);
    }
  }

  /** A second scanner, for what is too heavy to lift. */
  public ScannerSimulator handScanner() {
    return handScanner;
  }

  /** The scale under the shoppers' bags. */
  public ScaleSimulator bags() {
    return bags;
  }

  /** The smart container: its door and its shelves. */
  public DemoShelves container() {
    return container;
  }

  /** The cabinet's lock and door. */
  public LockSimulator lock() {
    return container.lock();
  }

  /** Its shelves. */
  public ShelfSimulator shelves() {
    return container.cells();
  }

  /** The spirals of the vending machine. */
  public DispenserSimulator spirals() {
    return spirals;
  }

  /** The vending machine's own controller, which asks for the money. */
  public VmcSimulator controller() {
    return machine;
  }

  /** The article of a slot of the vending machine; slots count from 1. */
  static Optional<String> article(int slot) {
    return slot >= 1 && slot <= SLOTS.size() ? Optional.of(SLOTS.get(slot - 1)) : Optional.empty();
  }

  /** Its tag reader. */
  public RfidSimulator reader() {
    return reader;
  }

  /** All of them by their names in the configuration. */
  Map<String, SimulatedPeer> peers() {
    Map<String, SimulatedPeer> peers = new LinkedHashMap<>();
    peers.put("hand-scanner", handScanner.peer());
    peers.put("bagging", bags.peer());
    peers.put("lock", lock().peer());
    peers.put("shelves", shelves().peer());
    peers.put("rfid", reader.peer());
    peers.put("cashless", machine.peer());
    peers.put("dispenser", spirals.peer());
    return peers;
  }

  /**
   * What the vending machine's slots hold, as lines of the configuration.
   *
   * @param keypad whether its own controller asks for the money; its bus tells no temperature
   */
  static String vending(boolean keypad) {
    String controller = keypad ? "  controller: { always-idle: true }\n" : "";
    StringBuilder lines = new StringBuilder("vending:\n" + controller + "  slots:\n");
    for (int slot = 1; slot <= SLOTS.size(); slot++) {
      String code = SLOTS.get(slot - 1);
      lines.append(
          "    - { slot: %d, code: \"%s\", holds: 6, fresh: %b }\n"
              .formatted(slot, code, !keypad && FRESH.contains(code)));
    }
    return lines.toString();
  }

  /** What the container is told. */
  static String containerSection() {
    return """
        container:
          planogram: planogram.json
          most: 100.00
          pull: 15 s
          door-open: 60 s
        """;
  }

  /** Their lines in the configuration, below {@code devices}. */
  String yaml() {
    return """
          hand-scanner: { role: scanner, driver: ssi, port: %s }
          bagging: { role: scale, driver: toledo-8217, port: %s }
          lock: { driver: modbus-generic-1, port: %s }
          shelves: { role: shelf, driver: modbus-generic-32, port: %s, units: %s }
          rfid: { driver: ru5102, port: %s }
          cashless: { driver: qibixx, port: %s }
          dispenser: { driver: modbus-generic-sensed, port: %s }
          drawer: { role: cashdrawer, driver: printer }
        """
        .formatted(
            handScanner.path(),
            bags.path(),
            lock().path(),
            shelves().path(),
            SHELVES,
            reader.path(),
            machine.path(),
            spirals.path());
  }

  @Override
  public void close() throws IOException {
    try (handScanner;
        bags;
        container;
        reader;
        machine;
        spirals) {
      // Closes them all, whatever one of them says.
    }
  }
}
