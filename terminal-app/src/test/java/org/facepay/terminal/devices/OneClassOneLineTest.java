package org.facepay.terminal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.facepay.peripherals.link.Catalogue.Wire;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.link.TcpPlug;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.POSPrinter;
import org.facepay.peripherals.printer.PrintResult;
import org.facepay.peripherals.printer.PrinterStatus;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.printer.ReceiptDocument;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.scale.Scale;
import org.facepay.peripherals.scale.ScaleReading;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scale.Weight;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.scanner.Scanner;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.terminal.config.ConfigReader;
import org.facepay.terminal.devices.Finding.Grade;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A driver, and a role, is one class and one line: each is here, and is then configured, listed,
 * probed, tested and watched without another change.
 */
@Timeout(30)
class OneClassOneLineTest {
  private static final Wire LINE = Wire.serial(9600);
  private static final Roles ROLES =
      Roles.ALL
          .with(new ScannerRole(Scanners.CATALOGUE.with("dummy", LINE, DummyScanner::new)))
          .with(new ScaleRole(Scales.CATALOGUE.with("dummy", LINE, DummyScale::new)))
          .with(
              new PrinterRole(
                  profile -> Printers.catalogue(profile).with("dummy", LINE, DummyPrinter::new)))
          .with(new DummyRole());

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  @TempDir Path folder;

  record DummyScanner(Link link) implements Scanner {
    @Override
    public Identity checkHealth() {
      return Identity.of(Identity.Kind.LISTENING, "dummy scanner");
    }

    @Override
    public List<ScanResult> scanData(Duration timeout) throws DeviceException {
      int ignored = link.read(new byte[1], timeout);
      return List.of();
    }

    @Override
    public void close() {
      link.close();
    }
  }

  record DummyScale(Link link) implements Scale {
    @Override
    public Identity checkHealth() {
      return Identity.of(Identity.Kind.ANSWERING, "dummy scale");
    }

    @Override
    public ScaleReading readWeight() {
      return new Weight(500_000, true);
    }

    @Override
    public void zeroScale() {}

    @Override
    public void close() {
      link.close();
    }
  }

  record DummyPrinter(Link link) implements POSPrinter {
    @Override
    public boolean answers() {
      return true;
    }

    @Override
    public PrinterStatus checkHealth() {
      return new PrinterStatus(true, false, false, false, false);
    }

    @Override
    public PrintResult print(ReceiptDocument document) {
      return new PrintResult.Printed();
    }

    @Override
    public boolean openDrawer(DrawerKick kick) {
      return false;
    }

    @Override
    public boolean drawerOpened(DrawerKick kick) {
      return false;
    }

    @Override
    public void checkWire() {}

    @Override
    public void close() {
      link.close();
    }
  }

  record DummyRole() implements RoleEntry<DummyRole.Fan> {
    record Fan() implements Device {
      @Override
      public Identity checkHealth() {
        return Identity.of(Identity.Kind.ANSWERING, "dummy fan");
      }

      @Override
      public void close() {}
    }

    @Override
    public RoleName name() {
      return new RoleName("fan", "Fan", "风扇");
    }

    @Override
    public RoleKeys keys() {
      return RoleKeys.of(List.of("dummy"));
    }

    @Override
    public Source<Fan> source(Equipment.Device d) {
      return Source.fixed(Fan::new);
    }

    @Override
    public RunningDevice start(Equipment.Device d, Listener listener) {
      return RunningDevice.kept(d, source(d), listener);
    }

    @Override
    public Finding check(Fan fan, Level level, Technician t) throws DeviceException {
      return level == Level.INTERNAL ? Finding.answered(fan) : Finding.ok("it turns");
    }
  }

  @Test
  void isListedProbedTestedAndWatched() throws Exception {
    List<TcpPlug> plugs = new ArrayList<>();
    try {
      StringBuilder yaml = new StringBuilder("devices:\n");
      for (String role : List.of("scanner", "scale", "printer", "fan")) {
        TcpPlug plug = TcpPlug.open();
        plugs.add(plug);
        yaml.append("  %s: { driver: dummy, port: \"tcp:%s\" }\n".formatted(role, plug.path()));
        assertTrue(ROLES.keys().get(role).drivers().contains("dummy"), role);
      }
      Path file = Files.writeString(folder.resolve("terminal.yaml"), yaml);
      var devices = new ConfigReader(new ConfigReader.Roles(ROLES.keys())).devices(file);
      assertEquals(4, devices.size());
      SelfTest test = new SelfTest(ROLES, devices, Technician.NOBODY, out);
      for (Equipment.Device device : devices) {
        assertEquals(Grade.OK, test.probe(device).grade(), device.name());
        watch(device, devices);
      }
      assertTrue(test.run(devices, Level.INTERACTIVE), this::lines);
    } finally {
      for (TcpPlug plug : plugs) {
        plug.close();
      }
    }
    for (String said :
        List.of(
            "ONLINE dummy scanner, listening",
            "ONLINE dummy scale, answers",
            "0.500 kg stable",
            "ONLINE printer, answers its status requests",
            "ONLINE dummy fan, answers",
            "scanner INTERNAL OK dummy scanner, listening",
            "scale EXTERNAL OK stable at 0.500 kg",
            "printer EXTERNAL OK printed a test slip",
            "fan EXTERNAL OK it turns",
            "SELFTEST devices=4 ok=4 degraded=0 failed=0")) {
      assertTrue(lines().contains(said), () -> said + " is not in " + lines());
    }
    assertEquals(Optional.of("风扇"), ROLES.name("fan").map(RoleName::chinese));
  }

  private void watch(Equipment.Device device, List<Equipment.Device> all)
      throws InterruptedException {
    new Watch(ROLES, out).run(device, all, Duration.ofMillis(700), new CountDownLatch(1));
  }

  private String lines() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
