package org.facepay.terminal.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facepay.peripherals.dispenser.DispenserWorker;
import org.facepay.peripherals.scale.ScaleReading;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.Statistics;
import org.facepay.sync.journal.Journal;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.config.TerminalConfig.Device;
import org.facepay.terminal.devices.HealthBoard;
import org.facepay.terminal.devices.HealthReports;
import org.facepay.terminal.devices.Roles;
import org.facepay.terminal.devices.RunningDevice;
import org.facepay.terminal.devices.Said;
import org.facepay.terminal.devices.Sources;
import org.facepay.terminal.world.weighing.BaggingArea;

/**
 * All devices of a running terminal: the till's own report their health here, the others are
 * started and closed here. What changes is told to the collector.
 */
final class Devices implements AutoCloseable {
  /** So that a plug that was only moved is one report. */
  private static final Duration TELL_AFTER = Duration.ofSeconds(2);

  private final HealthBoard board = new HealthBoard();
  private final List<Device> others;
  private final Optional<Device> dispenser;
  private final HealthReports reports;
  private final Deque<RunningDevice> running = new ArrayDeque<>();
  private final List<Consumer<Health>> onPrinter = new ArrayList<>();

  Devices(TerminalConfig config, Journal journal, InstantSource clock) {
    this.dispenser =
        config.vending().isEmpty()
            ? Optional.empty()
            : config.devices().others().stream()
                .filter(d -> d.role().equals("dispenser"))
                .findFirst();
    this.others =
        config.devices().others().stream().filter(d -> !dispenser.equals(Optional.of(d))).toList();
    this.reports =
        HealthReports.start(config.identity().id(), board, journal::send, clock, TELL_AFTER);
  }

  /** How all of them are. */
  HealthBoard board() {
    return board;
  }

  /** Starts a device of the till, whose owner closes it. */
  <W> W watch(Device device, Function<Consumer<Health>, W> start, Function<W, Statistics> counts) {
    return board.watch(device, start, counts);
  }

  /** As above for the printer, with the drawers that hang on it: they are as it is. */
  <W> W watchPrinter(
      Device printer, Function<Consumer<Health>, W> start, Function<W, Statistics> counts) {
    for (Device device : others) {
      if (device.driver().equals(Device.ON_PRINTER)) {
        Consumer<Health> drawer = board.add(device);
        onPrinter.add(
            h -> drawer.accept(new Health(device.name(), h.state(), h.text(), h.since())));
      }
    }
    return board.watch(
        printer,
        told ->
            start.apply(
                health -> {
                  told.accept(health);
                  onPrinter.forEach(drawer -> drawer.accept(health));
                }),
        counts);
  }

  /** What lets goods fall, in a machine that sells by slot; its owner closes it. */
  Optional<DispenserWorker> dispenser() {
    return dispenser.map(
        device ->
            board.watch(
                device,
                health -> DispenserWorker.start(device.name(), Sources.dispenser(device), health),
                DispenserWorker::statistics));
  }

  /** Starts the others; what a second scanner reads and the bags weigh is handed on. */
  void startOthers(Consumer<ScanResult> onScan, Consumer<ScaleReading> onBags) {
    for (Device device : others) {
      if (!device.driver().equals(Device.ON_PRINTER)) {
        running.push(
            board.watch(
                device,
                health ->
                    Roles.ALL
                        .of(device)
                        .start(
                            device,
                            new RunningDevice.Listener(
                                health,
                                said -> {
                                  if (said instanceof Said.Scanned(var result)) {
                                    onScan.accept(result);
                                  } else if (said instanceof Said.Weighed(var reading)
                                      && device.name().equals(BaggingArea.NAME)) {
                                    onBags.accept(reading);
                                  }
                                },
                                false)),
                RunningDevice::statistics));
      }
    }
  }

  @Override
  public void close() {
    reports.close();
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
