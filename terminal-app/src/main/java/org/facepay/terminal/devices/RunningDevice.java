package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.facepay.peripherals.cashdrawer.CashDrawer;
import org.facepay.peripherals.dispenser.Dispensers;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.lock.LockWorker;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.rfid.RFIDScanner;
import org.facepay.peripherals.rfid.RfidScanners;
import org.facepay.peripherals.rfid.Tag;
import org.facepay.peripherals.scale.ScaleWorker;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scanner.ScannerWorker;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.peripherals.shelf.ShelfWorker;
import org.facepay.peripherals.vending.CashlessDevice;
import org.facepay.peripherals.vending.CashlessDevices;
import org.facepay.peripherals.vending.VendEvent;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.HeartbeatDuty;
import org.facepay.peripherals.worker.Statistics;
import org.facepay.terminal.config.TerminalConfig;

/** A configured device of any role with the worker that keeps it open. */
public record RunningDevice(Statistics statistics, Runnable closing) implements AutoCloseable {
  private static final Duration PRINT_PATIENCE = Duration.ofSeconds(5);

  /** Twenty rounds a second are enough for who watches; the bus allows more. */
  private static final Duration SHELF_ROUND = Duration.ofMillis(50);

  /**
   * Starts the worker; consumers are called on its thread and must not block.
   *
   * @param live whether tag readers, drawers and vending machines are asked what goes on there,
   *     too, and not only whether they are there
   */
  public static RunningDevice start(
      TerminalConfig.Device d, Consumer<Health> health, Consumer<Said> said, boolean live) {
    return switch (d.role()) {
      case "scanner" -> scanner(d, health, said);
      case "printer" -> printer(d, health);
      case "scale" -> scale(d, health, said);
      case "lock" -> lock(d, health, said);
      case "shelf" -> shelf(d, health, said);
      case "rfid" -> rfid(d, health, said, live);
      case "cashdrawer" -> drawer(d, health, said, live);
      case "cashless" -> cashless(d, health, said, live);
      case "dispenser" ->
          kept(d, new HeartbeatDuty<>(Sources.wired(Dispensers.CATALOGUE, d)), health);
      case "lights" -> kept(d, new HeartbeatDuty<>(Sources.lights(d)), health);
      case "tone" -> kept(d, new HeartbeatDuty<>(Sources.tone(d)), health);
      default -> throw new IllegalArgumentException("no role '" + d.role() + "'");
    };
  }

  @Override
  public void close() {
    closing.run();
  }

  private static RunningDevice scanner(
      TerminalConfig.Device d, Consumer<Health> health, Consumer<Said> said) {
    ScannerWorker worker =
        ScannerWorker.start(
            d.name(),
            Scanners.named(d.driver()),
            Sources.opener(Scanners.CATALOGUE, d),
            result -> said.accept(new Said.Scanned(result)),
            health);
    return new RunningDevice(worker.statistics(), worker::close);
  }

  private static RunningDevice printer(TerminalConfig.Device d, Consumer<Health> health) {
    PrinterWorker worker =
        PrinterWorker.start(
            d.name(),
            Sources.printer(d),
            Sources.opener(Printers.CATALOGUE, d),
            PRINT_PATIENCE,
            health);
    return new RunningDevice(worker.statistics(), worker::close);
  }

  private static RunningDevice scale(
      TerminalConfig.Device d, Consumer<Health> health, Consumer<Said> said) {
    ScaleWorker worker =
        ScaleWorker.start(
            d.name(),
            Scales.named(d.driver()),
            Sources.opener(Scales.CATALOGUE, d),
            reading -> said.accept(new Said.Weighed(reading)),
            health);
    return new RunningDevice(worker.statistics(), worker::close);
  }

  private static RunningDevice lock(
      TerminalConfig.Device d, Consumer<Health> health, Consumer<Said> said) {
    LockWorker worker =
        LockWorker.start(
            d.name(), Sources.lock(d), change -> said.accept(new Said.DoorMoved(change)), health);
    return new RunningDevice(worker.statistics(), worker::close);
  }

  private static RunningDevice shelf(
      TerminalConfig.Device d, Consumer<Health> health, Consumer<Said> said) {
    ShelfWorker worker =
        ShelfWorker.start(
            d.name(),
            Sources.shelf(d),
            SHELF_ROUND,
            reading -> said.accept(new Said.ShelfRead(reading)),
            health);
    return new RunningDevice(worker.statistics(), worker::close);
  }

  private static RunningDevice rfid(
      TerminalConfig.Device d, Consumer<Health> health, Consumer<Said> said, boolean live) {
    Source<RFIDScanner> source = Sources.wired(RfidScanners.CATALOGUE, d);
    HeartbeatDuty.Round<RFIDScanner> round =
        new HeartbeatDuty.Round<>() {
          private Set<Tag> before = Set.of();

          @Override
          public void run(RFIDScanner reader, Duration time) throws DeviceException {
            Set<Tag> now = Set.copyOf(reader.readTags(time));
            if (!now.equals(before)) {
              before = now;
              said.accept(new Said.TagsSeen(now));
            }
          }
        };
    return kept(d, live ? new HeartbeatDuty<>(source, round) : new HeartbeatDuty<>(source), health);
  }

  private static RunningDevice drawer(
      TerminalConfig.Device d, Consumer<Health> health, Consumer<Said> said, boolean live) {
    Source<CashDrawer> source = Sources.drawer(d);
    HeartbeatDuty.Round<CashDrawer> round =
        new HeartbeatDuty.Round<>() {
          private boolean before;

          @Override
          public void run(CashDrawer drawer, Duration time) throws DeviceException {
            boolean now = drawer.drawerOpened();
            if (now != before) {
              before = now;
              said.accept(new Said.DrawerMoved(now));
            }
            LockSupport.parkNanos(time.toNanos());
          }
        };
    return kept(d, live ? new HeartbeatDuty<>(source, round) : new HeartbeatDuty<>(source), health);
  }

  private static RunningDevice cashless(
      TerminalConfig.Device d, Consumer<Health> health, Consumer<Said> said, boolean live) {
    Source<CashlessDevice> source = Sources.wired(CashlessDevices.CATALOGUE, d);
    HeartbeatDuty.Round<CashlessDevice> round =
        (device, time) -> {
          for (VendEvent event : device.events(time)) {
            said.accept(new Said.Vended(event));
          }
        };
    return kept(d, live ? new HeartbeatDuty<>(source, round) : new HeartbeatDuty<>(source), health);
  }

  private static <D extends Device> RunningDevice kept(
      TerminalConfig.Device d, HeartbeatDuty<D> duty, Consumer<Health> health) {
    DeviceWorker worker = DeviceWorker.start(d.name(), duty, health);
    return new RunningDevice(worker.statistics(), worker::close);
  }
}
