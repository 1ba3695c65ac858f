package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.shelf.ShelfReading;
import org.facepay.peripherals.shelf.ShelfScale;
import org.facepay.peripherals.shelf.ShelfWorker;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/** Weighing shelves of a container, all on one bus. */
record ShelfRole(Function<List<Integer>, Catalogue<ShelfScale>> catalogue)
    implements RoleEntry<ShelfScale> {
  /** Twenty rounds a second are enough for who watches; the bus allows more. */
  private static final Duration ROUND = Duration.ofMillis(50);

  private static final long FELT_MILLIGRAMS = 20_000;

  @Override
  public RoleName name() {
    return new RoleName("shelf", "Weighing shelves", "称重货架");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(catalogue.apply(List.of(1)).names()).with(RoleKeys.Extra.UNITS);
  }

  @Override
  public Source<ShelfScale> source(Device d) {
    return Sources.wired(catalogue.apply(d.units()), d);
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    ShelfWorker worker =
        ShelfWorker.start(
            d.name(),
            source(d),
            ROUND,
            reading -> listener.said().accept(new Said.ShelfRead(reading)),
            listener.health());
    return new RunningDevice(worker.worker(), worker::close);
  }

  @Override
  public Finding check(ShelfScale bus, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL -> Finding.answered(bus);
      case EXTERNAL -> cells(bus);
      case INTERACTIVE -> loads(bus, t);
    };
  }

  private static Finding cells(ShelfScale bus) throws DeviceException {
    List<String> said = new ArrayList<>();
    List<Integer> silent = new ArrayList<>();
    for (int shelf : bus.shelves()) {
      try {
        said.add(new Said.ShelfRead(bus.readCells(shelf)).words());
      } catch (DeviceException e) {
        bus.checkWire();
        silent.add(shelf);
      }
    }
    return silent.isEmpty()
        ? Finding.ok(FindingWords.SHELVES, String.join("; ", said), said.size())
        : Finding.of(Finding.Grade.DEGRADED, FindingWords.SHELVES_SILENT, silent);
  }

  private static Finding loads(ShelfScale bus, Technician t) throws DeviceException {
    Map<Integer, Long> before = new HashMap<>();
    for (int shelf : bus.shelves()) {
      before.put(shelf, bus.readCells(shelf).totalMilligrams());
    }
    for (int shelf : bus.shelves()) {
      t.tell("Put something heavier than 20 g on shelf " + shelf);
      long empty = before.getOrDefault(shelf, 0L);
      Optional<ShelfReading> felt =
          Checks.await(
              t.patience(),
              () ->
                  Optional.of(bus.readCells(shelf))
                      .filter(r -> r.totalMilligrams() - empty > FELT_MILLIGRAMS));
      if (felt.isEmpty()) {
        return Finding.failed("shelf " + shelf + " felt nothing: check its cells and its address");
      }
    }
    return Finding.ok("every shelf feels a load");
  }
}
