package org.facepay.terminal.world.hands;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.facepay.peripherals.dispenser.DispenserWorker;
import org.facepay.peripherals.lock.LockWorker;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.scale.ScaleReading;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.scanner.ScannerWorker;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.peripherals.shelf.ShelfReading;
import org.facepay.peripherals.shelf.ShelfWorker;
import org.facepay.peripherals.vending.CashlessWorker;
import org.facepay.peripherals.vending.VendEvent;
import org.facepay.peripherals.worker.Health;
import org.facepay.terminal.devices.Equipment;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.HealthBoard;
import org.facepay.terminal.devices.HealthReports;
import org.facepay.terminal.devices.Roles;
import org.facepay.terminal.devices.RunningDevice;
import org.facepay.terminal.devices.Said;
import org.facepay.terminal.devices.Sources;
import org.facepay.terminal.world.weighing.BaggingArea;
import org.facepay.terminal.world.weighing.CheckoutScale;

/**
 * All devices of a running terminal: the till's own report their health here, the others are
 * started and closed here. What changes is told to the collector.
 */
public final class Fleet implements AutoCloseable {
  /** So that a plug that was only moved is one report. */
  private static final Duration TELL_AFTER = Duration.ofSeconds(2);

  /** The role of what lets goods fall. */
  public static final String DISPENSER = "dispenser";

  /** The role of what stands for the terminal on a vending machine's bus. */
  public static final String CASHLESS = "cashless";

  /** The role of a bolt and its door. */
  public static final String LOCK = "lock";

  /** The role of shelves that weigh. */
  public static final String SHELF = "shelf";

  /** Ten readings a second of each shelf are what the settling engine is made for. */
  private static final Duration ROUND = Duration.ofMillis(100);

  private static final Duration PRINT_PATIENCE = Duration.ofSeconds(5);

  private final HealthBoard board = new HealthBoard();
  private final Equipment equipment;
  private final List<Device> others;
  private final Set<String> owned;
  private final HealthReports reports;
  private final Deque<RunningDevice> running = new ArrayDeque<>();

  /**
   * None of them is started yet.
   *
   * @param owned roles of devices that the kind of session works with itself
   * @param reports takes what the collector is told of them
   */
  public Fleet(
      Equipment equipment,
      Set<String> owned,
      String terminal,
      HealthReports.Sink reports,
      InstantSource clock) {
    this.equipment = equipment;
    this.owned = Set.copyOf(owned);
    this.others = equipment.others().stream().filter(d -> !isOwned(d)).toList();
    this.reports = HealthReports.start(terminal, board, reports, clock, TELL_AFTER);
  }

  private boolean isOwned(Device device) {
    return role(device.role()).equals(Optional.of(device));
  }

  /** The first of a role that the kind of session works with itself. */
  private Optional<Device> role(String role) {
    return owned.contains(role)
        ? equipment.others().stream().filter(d -> d.role().equals(role)).findFirst()
        : Optional.empty();
  }

  /** How all of them are. */
  public HealthBoard board() {
    return board;
  }

  /**
   * Starts the till's scale, where it has one; its owner closes it, as all of the till's own.
   *
   * @param changed told that it weighs something else
   */
  public Optional<CheckoutScale> scale(Runnable changed) {
    return equipment
        .scale()
        .map(
            device ->
                board.watch(
                    device,
                    health ->
                        new CheckoutScale(
                            device.driver(),
                            Sources.opener(Scales.CATALOGUE, device),
                            reading -> board.said(device.name(), new Said.Weighed(reading)),
                            changed,
                            health),
                    CheckoutScale::worker));
  }

  /** Starts the till's scanner. */
  public ScannerWorker scanner(Consumer<ScanResult> onScan, Consumer<Health> onHealth) {
    Device device = equipment.scanner();
    return board.watch(
        device,
        told ->
            ScannerWorker.start(
                "scanner",
                Scanners.named(device.driver()),
                Sources.opener(Scanners.CATALOGUE, device),
                read -> {
                  board.said(device.name(), new Said.Scanned(read));
                  onScan.accept(read);
                },
                told.andThen(onHealth)),
        ScannerWorker::worker);
  }

  /** Starts the printer, with the drawers that hang on it: they are as it is. */
  public PrinterWorker printer() {
    Device device = equipment.printer();
    Consumer<Health> drawers = drawers();
    return board.watch(
        device,
        told ->
            PrinterWorker.start(
                "printer",
                Sources.printer(device),
                Sources.opener(Printers.catalogue(device.setup().printer()), device),
                PRINT_PATIENCE,
                told.andThen(drawers)),
        PrinterWorker::worker);
  }

  /** How the drawer on the printer is opened, where there is one. */
  public Optional<DrawerKick> drawer() {
    return others.stream()
        .filter(d -> d.driver().equals(Device.ON_PRINTER))
        .findFirst()
        .map(d -> d.setup().drawer());
  }

  private Consumer<Health> drawers() {
    Consumer<Health> all = _ -> {};
    for (Device device : others) {
      if (device.driver().equals(Device.ON_PRINTER)) {
        Consumer<Health> drawer = board.add(device);
        all =
            all.andThen(
                h -> drawer.accept(new Health(device.name(), h.state(), h.text(), h.since())));
      }
    }
    return all;
  }

  /** What lets goods fall, in a machine that sells by slot; its owner closes it. */
  public Optional<DispenserWorker> dispenser() {
    return role(DISPENSER)
        .map(
            device ->
                board.watch(
                    device,
                    health ->
                        DispenserWorker.start(device.name(), Sources.dispenser(device), health),
                    DispenserWorker::worker));
  }

  /**
   * What stands for the terminal on the bus of a machine whose own controller turns the slots; its
   * owner closes it.
   *
   * @param decimals of the machine's currency
   */
  public CashlessWorker cashless(int decimals, Consumer<VendEvent> told) {
    Device device = role(CASHLESS).orElseThrow();
    return board.watch(
        device,
        health ->
            CashlessWorker.start(device.name(), Sources.cashless(device, decimals), told, health),
        CashlessWorker::worker);
  }

  /** The bolt and the door of a cabinet; its owner closes it. */
  public Optional<LockWorker> lock(Consumer<LockWorker.DoorChanged> changed) {
    return role(LOCK)
        .map(
            device ->
                board.watch(
                    device,
                    health ->
                        LockWorker.start(device.name(), Sources.lock(device), changed, health),
                    LockWorker::worker));
  }

  /** Its shelves; their owner closes them. */
  public Optional<ShelfWorker> shelves(Consumer<ShelfReading> read) {
    return role(SHELF)
        .map(
            device ->
                board.watch(
                    device,
                    health ->
                        ShelfWorker.start(
                            device.name(), Sources.shelves(device), ROUND, read, health),
                    ShelfWorker::worker));
  }

  /** Bus addresses of the shelves, the topmost first. */
  public List<Integer> shelfUnits() {
    return role(SHELF).map(Device::units).orElse(List.of());
  }

  /** Starts the others; what a second scanner reads and the bags weigh is handed on. */
  public void startOthers(Consumer<ScanResult> onScan, Consumer<ScaleReading> onBags) {
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
                                  board.said(device.name(), said);
                                  if (said instanceof Said.Scanned(var result)) {
                                    onScan.accept(result);
                                  } else if (said instanceof Said.Weighed(var reading)
                                      && device.name().equals(BaggingArea.NAME)) {
                                    onBags.accept(reading);
                                  }
                                },
                                false)),
                RunningDevice::worker));
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
