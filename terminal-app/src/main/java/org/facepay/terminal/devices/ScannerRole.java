package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.scanner.Scan;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.scanner.Scanner;
import org.facepay.peripherals.scanner.ScannerWorker;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/** Readers of codes: the till's, and others that read for it. */
record ScannerRole(Catalogue<Scanner> catalogue) implements RoleEntry<Scanner> {
  private static final Duration CALM = Duration.ofMillis(200);

  @Override
  public RoleName name() {
    return new RoleName("scanner", "Scanner", "扫码器");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(catalogue.names());
  }

  @Override
  public Source<Scanner> source(Device d) {
    return Sources.wired(catalogue, d);
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    ScannerWorker worker =
        ScannerWorker.start(
            d.name(),
            catalogue.named(d.driver()),
            Sources.opener(catalogue, d),
            result -> listener.said().accept(new Said.Scanned(result)),
            listener.health());
    return new RunningDevice(worker.worker(), worker::close);
  }

  @Override
  public Finding check(Scanner scanner, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL -> Finding.answered(scanner);
      case EXTERNAL -> trigger(scanner);
      case INTERACTIVE -> scan(scanner, t);
    };
  }

  private static Finding trigger(Scanner scanner) throws DeviceException {
    if (!scanner.trigger(true)) {
      return Finding.of(Finding.Grade.SKIPPED, FindingWords.NO_COMMANDS);
    }
    boolean ended = scanner.trigger(false);
    return ended
        ? Finding.ok(FindingWords.COMMANDS)
        : Finding.of(Finding.Grade.DEGRADED, FindingWords.NO_STOP);
  }

  /**
   * What was read before the question is no answer; what is read is acknowledged before the end.
   */
  private static Finding scan(Scanner scanner, Technician t) throws DeviceException {
    listen(scanner);
    t.tell("Scan the code on the box, or any article");
    boolean triggered = scanner.trigger(true);
    Optional<ScanResult> read =
        Checks.await(
            t.patience(), () -> scanner.scanData(Duration.ofMillis(100)).stream().findFirst());
    if (triggered) {
      boolean ignored = scanner.trigger(false);
    }
    listen(scanner);
    if (read.isEmpty()) {
      return Finding.failed("no code came: check its window, its suffix (CR) and its cable");
    }
    return read.get() instanceof Scan
        ? Finding.ok(new Said.Scanned(read.get()).words())
        : Finding.degraded(new Said.Scanned(read.get()).words());
  }

  private static void listen(Scanner scanner) throws DeviceException {
    List<ScanResult> ignored = scanner.scanData(CALM);
  }
}
