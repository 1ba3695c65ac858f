package org.facepay.terminal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.lock.LockProfile;
import org.facepay.peripherals.lock.LockSimulator;
import org.facepay.peripherals.printer.PrinterSimulator;
import org.facepay.peripherals.rfid.RfidSimulator;
import org.facepay.peripherals.scale.ScaleSimulator;
import org.facepay.peripherals.scanner.ScannerSimulator;
import org.facepay.peripherals.shelf.ShelfProfile;
import org.facepay.peripherals.shelf.ShelfSimulator;
import org.facepay.peripherals.vending.VmcSimulator;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Equipment.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a technician reads while a device is watched. */
@Timeout(60)
@NeedsNatives
class WatchTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private static Device device(String role, String driver, String path) {
    return new Device(
        role, role, driver, new Binding.At(path), Optional.empty(), List.of(1), Lines.NONE);
  }

  private String lines() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private void shows(String what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!lines().contains(what)) {
      assertTrue(System.nanoTime() < end, what + " is not in\n" + lines());
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** What is done with a device while it is watched. */
  private interface Scene {
    void play() throws Exception;
  }

  private void watch(Device device, List<Device> all, Scene scene) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    CountDownLatch ended = new CountDownLatch(1);
    Thread watching =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    new Watch(out).run(device, all, Duration.ofMinutes(5), ended);
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                });
    try {
      shows("ONLINE");
      scene.play();
    } finally {
      ended.countDown();
    }
    assertTrue(watching.join(Duration.ofSeconds(10)), "it ends when it is told to");
    for (String line : lines().lines().toList()) {
      assertTrue(line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .+"), line);
    }
    shows("counted {");
    assertTrue(lines().stripTrailing().endsWith("}") || lines().contains("CLOSED"), lines());
  }

  @Test
  void codesAndHealthButNoWalletsCode() throws Exception {
    try (ScannerSimulator scanner = ScannerSimulator.start(folder.resolve("scanner"))) {
      watch(
          device("scanner", "line", scanner.path()),
          List.of(),
          () -> {
            scanner.scan("6900123400074");
            shows("scanned 6900123400074");
            scanner.scan("280000000000440343");
            shows("scanned a wallet's code [REDACTED]");
            scanner.unplug();
            shows("OFFLINE");
            scanner.replug();
            scanner.garbage();
          });
    }
    assertFalse(lines().contains("280000000000440343"));
    assertEquals(1, lines().split(" OFFLINE ", -1).length - 1, lines());
  }

  @Test
  void weightsWithTheirState() throws Exception {
    try (ScaleSimulator scale = ScaleSimulator.start("mt-sics", folder.resolve("scale"))) {
      watch(
          device("scale", "mt-sics", scale.path()),
          List.of(),
          () -> {
            scale.load(732_000);
            shows("0.732 kg stable");
            scale.moving(true);
            shows("moving");
            scale.load(16_000_000);
            shows("no weight: OVERLOAD");
          });
    }
  }

  @Test
  void doors() throws Exception {
    try (LockSimulator lock = LockSimulator.start(LockProfile.GENERIC_1, folder.resolve("lock"))) {
      watch(
          device("lock", "modbus-generic-1", lock.path()),
          List.of(),
          () -> {
            shows("door 0 CLOSED");
            lock.forceDoor(0);
            shows("door 0 OPEN");
          });
    }
  }

  @Test
  void shelvesWhenTheyChangeAndNotWhenTheyAreRead() throws Exception {
    try (ShelfSimulator shelves =
        ShelfSimulator.start(ShelfProfile.GENERIC_32, List.of(1), folder.resolve("shelves"))) {
      watch(
          device("shelf", "modbus-generic-32", shelves.path()),
          List.of(),
          () -> {
            shows("shelf 1 left 0.000 kg right 0.000 kg stable");
            shelves.load(1, 500_000, 0);
            shows("shelf 1 left 0.500 kg right 0.000 kg stable");
            shelves.load(1, 500_900, 0);
            shelves.load(1, 510_000, 0);
            shows("0.510 kg");
          });
    }
    assertEquals(3, lines().lines().filter(l -> l.contains("shelf 1 left")).count(), lines());
  }

  @Test
  void tagsAndVends() throws Exception {
    try (RfidSimulator reader = RfidSimulator.ru5102(folder.resolve("reader"));
        VmcSimulator machine = VmcSimulator.start(folder.resolve("mdb"))) {
      watch(
          device("rfid", "ru5102", reader.path()),
          List.of(),
          () -> {
            reader.tags(Set.of("E2001122334455667788AABB"));
            shows("1 tags [E2001122334455667788AABB]");
            reader.tags(Set.of());
            shows("no tags");
          });
      printed.reset();
      watch(
          device("cashless", "qibixx", machine.path()),
          List.of(),
          () -> {
            machine.ask("2.50", 7);
            shows("VendRequested[priceMinor=250, item=7]");
          });
    }
  }

  @Test
  void theDrawerOnThePrinter() throws Exception {
    try (PrinterSimulator printer =
        PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"))) {
      List<Device> all =
          List.of(
              device("printer", "escpos", printer.path()),
              device("cashdrawer", Device.ON_PRINTER, printer.path()));
      watch(
          all.get(1),
          all,
          () -> {
            printer.conditions().drawerOpen(true);
            shows("drawer open");
          });
    }
  }
}
