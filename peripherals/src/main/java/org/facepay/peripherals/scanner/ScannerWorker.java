package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.worker.Condition;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.OpenedDuty;
import org.facepay.peripherals.worker.Statistics;

/**
 * A scanner for the terminal: reads on its own thread, comes back by itself after unplugging, and
 * hands each code on the moment it is complete. Both consumers run on that thread and must not
 * block.
 */
public final class ScannerWorker implements AutoCloseable {
  private static final SerialSettings DELIVERED = SerialSettings.eightN1(9600);

  private final DeviceWorker worker;

  private ScannerWorker(DeviceWorker worker) {
    this.worker = worker;
  }

  /** Starts the {@code line} driver on a serial port at 9600 8N1. */
  public static ScannerWorker start(
      String name, String path, Consumer<ScanResult> onScan, Consumer<Health> onHealth) {
    return start(name, Scanners.named("line"), Opener.serial(path, DELIVERED), onScan, onHealth);
  }

  /** Starts a driver of {@link Scanners} on any link. */
  public static ScannerWorker start(
      String name,
      Function<Link, Scanner> driver,
      Opener opener,
      Consumer<ScanResult> onScan,
      Consumer<Health> onHealth) {
    Statistics statistics = new Statistics();
    Listening duty = new Listening(driver, opener, onScan, statistics);
    return new ScannerWorker(DeviceWorker.start(name, duty, statistics, onHealth));
  }

  /** How the scanner is now. */
  public Health health() {
    return worker.health();
  }

  /** What keeps it open: its statistics, and tests of the open device. */
  public DeviceWorker worker() {
    return worker;
  }

  @Override
  public void close() {
    worker.close();
  }

  private static final class Listening extends OpenedDuty<Scanner> {
    private final Consumer<ScanResult> onScan;
    private final Statistics statistics;

    Listening(
        Function<Link, Scanner> driver,
        Opener opener,
        Consumer<ScanResult> onScan,
        Statistics statistics) {
      super(driver, opener);
      this.onScan = onScan;
      this.statistics = statistics;
    }

    @Override
    public Identity identify() throws DeviceException {
      return opened().checkHealth();
    }

    @Override
    public Condition serve(Duration slice) throws DeviceException {
      for (ScanResult result : opened().scanData(slice)) {
        statistics.count(result instanceof Scan ? "GoodScanCount" : "UnreadableScanCount");
        onScan.accept(result);
      }
      return opened().remark().map(Condition::fineBut).orElse(Condition.fine());
    }
  }
}
