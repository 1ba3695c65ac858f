package org.facepay.terminal.lab.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.UsbTree;
import org.facepay.peripherals.scanner.Scan;
import org.facepay.peripherals.scanner.ScannerSimulator;
import org.facepay.peripherals.scanner.ScannerWorker;
import org.facepay.peripherals.scanner.Scanners;

/** A scanner that reads a new code every time; each that left it whole must arrive, once. */
final class ScannerRig implements Rig {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int DIGITS = 13;

  private final String driver;
  private final ScannerSimulator simulator;
  private final ScannerWorker worker;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Queue<String> doubled = new ConcurrentLinkedQueue<>();
  private final List<String> sent = new ArrayList<>();
  private int number;
  private String probe = "";
  private boolean disturbed;

  ScannerRig(String driver, Path folder) throws IOException {
    this.driver = driver;
    this.simulator = ScannerSimulator.start(driver, folder.resolve("scanner-" + driver));
    boolean serial = Scanners.CATALOGUE.wire(driver).kind() == UsbTree.Kind.SERIAL;
    UsbTree.Kind kind = serial ? UsbTree.Kind.SERIAL : UsbTree.Kind.HID;
    Opener opener = Opener.of(kind, new Binding.At(simulator.path()), SerialSettings.eightN1(9600));
    this.worker =
        ScannerWorker.start(
            name(),
            Scanners.named(driver),
            opener,
            result -> {
              if (result instanceof Scan scan && !seen.add(scan.data()) && whole(scan)) {
                doubled.add(scan.data());
              }
            },
            health -> {});
  }

  @Override
  public String name() {
    return "scanner-" + driver;
  }

  @Override
  public void inflict(Fault fault) throws IOException {
    disturbed = true;
    // What is on the wire at this moment may be cut by the fault; it is not counted as delivered.
    if (!driver.equals("ssi")) {
      sent.removeIf(code -> !seen.contains(code));
    }
    simulator.peer().inflict(fault);
  }

  @Override
  public void heal() throws IOException {
    simulator.peer().heal();
    probe = "";
  }

  @Override
  public void trade(Verdict verdict) throws IOException {
    String code = next();
    boolean acknowledged = driver.equals("ssi"); // keeps a code until it has arrived
    boolean ready = worker.health().online() && !disturbed;
    if (simulator.scan(code) && (acknowledged || ready)) {
      sent.add(code);
    }
  }

  @Override
  public boolean recovered(Verdict verdict) throws IOException {
    if (!worker.health().online()) {
      return false;
    }
    if (probe.isEmpty() || (!driver.equals("ssi") && !seen.contains(probe))) {
      probe = next();
      boolean ignored = simulator.scan(probe);
    }
    boolean arrived = seen.contains(probe);
    disturbed &= !arrived;
    return arrived;
  }

  @Override
  public void settle(Verdict verdict) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!seen.containsAll(sent) && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(1_000_000);
    }
    verdict.doubledScans += doubled.size();
    doubled.forEach(code -> verdict.found(name() + " handed on twice " + code));
    Set<String> missing = new HashSet<>(sent);
    missing.removeAll(seen);
    verdict.lostScans += missing.size();
    missing.forEach(code -> verdict.found(name() + " lost " + code));
  }

  @Override
  public void close() throws IOException {
    worker.close();
    simulator.close();
  }

  /** Thirteen digits, never twice. */
  private String next() {
    number++;
    return Long.toString(6_900_000_000_000L + number);
  }

  /** Codes that lost their last digit on a line without a checksum look alike. */
  private static boolean whole(Scan scan) {
    return scan.data().length() == DIGITS;
  }
}
