package org.facepay.terminal.lab.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.dispenser.DispenserProfile;
import org.facepay.peripherals.dispenser.DispenserSimulator;
import org.facepay.peripherals.dispenser.Dispensers;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.lock.DoorState;
import org.facepay.peripherals.lock.LockProfile;
import org.facepay.peripherals.lock.LockSimulator;
import org.facepay.peripherals.lock.LockWorker;
import org.facepay.peripherals.lock.Locks;
import org.facepay.peripherals.rfid.RfidScanners;
import org.facepay.peripherals.rfid.RfidSimulator;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.peripherals.shelf.ShelfProfile;
import org.facepay.peripherals.shelf.ShelfSimulator;
import org.facepay.peripherals.shelf.ShelfWorker;
import org.facepay.peripherals.shelf.Shelves;
import org.facepay.peripherals.vending.CashlessDevices;
import org.facepay.peripherals.vending.VmcSimulator;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.HeartbeatDuty;

/** One rig for every simulated device there is. */
final class Rigs {
  private static final List<Integer> SHELVES = List.of(1, 2, 3);

  private Rigs() {}

  static List<Rig> all(Path folder) throws IOException {
    List<Rig> rigs = new ArrayList<>();
    for (String driver : Scanners.names()) {
      rigs.add(new ScannerRig(driver, folder));
    }
    for (String driver : Scales.names()) {
      if (!driver.endsWith(Scales.POUNDS)) {
        rigs.add(new ScaleRig(driver, folder));
      }
    }
    rigs.add(new PrinterRig(folder));
    rigs.add(lock(folder));
    rigs.add(shelves(folder));
    RfidSimulator uhf = RfidSimulator.ru5102(folder.resolve("uhf"));
    rigs.add(kept("rfid-ru5102", uhf.peer(), RfidScanners.CATALOGUE, "ru5102", uhf::close));
    RfidSimulator llrp = RfidSimulator.llrp();
    rigs.add(kept("rfid-llrp", llrp.peer(), RfidScanners.CATALOGUE, "llrp", llrp::close));
    VmcSimulator vmc = VmcSimulator.start(folder.resolve("mdb"));
    rigs.add(kept("vending-qibixx", vmc.peer(), CashlessDevices.CATALOGUE, "qibixx", vmc::close));
    DispenserSimulator spirals =
        DispenserSimulator.start(DispenserProfile.GENERIC, folder.resolve("spirals"));
    rigs.add(
        kept("dispenser", spirals.peer(), Dispensers.CATALOGUE, "modbus-generic", spirals::close));
    return rigs;
  }

  private static Rig lock(Path folder) throws IOException {
    LockSimulator simulator = LockSimulator.start(LockProfile.GENERIC_1, folder.resolve("lock"));
    LockWorker worker =
        LockWorker.start(
            "lock",
            source(Locks.CATALOGUE, "modbus-generic-1", simulator.path()),
            change -> {},
            health -> {});
    return new KeptRig(
        "lock",
        simulator.peer(),
        () -> worker.health().online() && worker.door(0) == DoorState.CLOSED && simulator.locked(0),
        worker::close,
        simulator::close);
  }

  private static Rig shelves(Path folder) throws IOException {
    ShelfSimulator simulator =
        ShelfSimulator.start(ShelfProfile.GENERIC_32, SHELVES, folder.resolve("shelves"));
    ShelfWorker worker =
        ShelfWorker.start(
            "shelves",
            source(Shelves.catalogue(SHELVES), "modbus-generic-32", simulator.path()),
            Duration.ofMillis(25),
            reading -> {},
            health -> {});
    return new KeptRig(
        "shelves",
        simulator.peer(),
        () -> worker.health().online() && worker.current(1).isPresent(),
        worker::close,
        simulator::close);
  }

  private static <D extends Device> Rig kept(
      String name,
      SimulatedPeer peer,
      Catalogue<D> catalogue,
      String driver,
      KeptRig.Closing simulator) {
    Source<D> source = source(catalogue, driver, peer.path());
    DeviceWorker worker = DeviceWorker.start(name, new HeartbeatDuty<>(source), health -> {});
    return new KeptRig(name, peer, () -> worker.health().online(), worker::close, simulator);
  }

  private static <D extends Device> Source<D> source(
      Catalogue<D> catalogue, String driver, String path) {
    Binding binding = path.startsWith("/") ? new Binding.At(path) : Binding.parse("tcp:" + path);
    return Source.of(catalogue.named(driver), catalogue.opener(driver, binding, Optional.empty()));
  }
}
