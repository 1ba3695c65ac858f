package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.worker.Condition;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Duty;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.Presence;
import org.jspecify.annotations.Nullable;

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
    return new ScannerWorker(
        DeviceWorker.start(name, new Listening(driver, opener, onScan), onHealth));
  }

  /** How the scanner is now. */
  public Health health() {
    return worker.health();
  }

  @Override
  public void close() {
    worker.close();
  }

  private static final class Listening implements Duty {
    private final Function<Link, Scanner> driver;
    private final Opener opener;
    private final Consumer<ScanResult> onScan;
    private final Presence presence;
    private volatile @Nullable Scanner scanner;

    Listening(Function<Link, Scanner> driver, Opener opener, Consumer<ScanResult> onScan) {
      this.driver = driver;
      this.opener = opener;
      this.onScan = onScan;
      this.presence = new Presence(opener::present);
    }

    @Override
    public void open() throws DeviceException {
      scanner = driver.apply(opener.open());
    }

    @Override
    public String identify() throws DeviceException {
      return opened().checkHealth();
    }

    @Override
    public Condition serve(Duration slice) throws DeviceException {
      opened().scanData(slice).forEach(onScan);
      return Condition.fine();
    }

    @Override
    public boolean offline() {
      return presence.appeared();
    }

    @Override
    public void release() {
      Scanner open = scanner;
      if (open != null) {
        scanner = null;
        open.close();
      }
    }

    private Scanner opened() throws DeviceException {
      Scanner open = scanner;
      if (open == null) {
        throw new DeviceException("the scanner was closed");
      }
      return open;
    }
  }
}
