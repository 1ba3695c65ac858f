package org.facepay.terminal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.SerialSettings.FlowControl;
import org.facepay.peripherals.link.SerialSettings.Parity;
import org.facepay.peripherals.printer.Answers;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrinterProfile;
import org.facepay.terminal.devices.Equipment;
import org.facepay.terminal.devices.Equipment.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is plugged in, and how it is set up. */
class ConfigReaderDevicesTest extends ConfigFixture {
  @Test
  void readsHowLinesPrintersAndDrawersAreSetUp() throws Exception {
    String set =
        GOOD.replace(
            "baud: 19200",
            "baud: 19200, parity: even, data-bits: 8, stop-bits: 2, flow-control: xon-xoff, profile: 58mm-basic, answers: identity");
    Equipment.Setup printer = read(set).hands().equipment().printer().setup();
    assertEquals(
        new SerialSettings(19_200, 8, 2, Parity.EVEN, FlowControl.XON_XOFF),
        printer.line().over(SerialSettings.eightN1(115_200)));
    assertEquals(
        PrinterProfile.named().get("58mm-basic").answering(Answers.IDENTITY), printer.printer());
    assertEquals(PrinterProfile.WIDE, read(GOOD).hands().equipment().printer().setup().printer());
    String drawer =
        GOOD.replace(
            "devices:",
            "devices:\n  cashdrawer: { driver: printer, pin: 5, pulse: 60 ms, open-level: low }");
    assertEquals(
        new DrawerKick(1, Duration.ofMillis(60), false),
        read(drawer).hands().equipment().others().getFirst().setup().drawer());
  }

  @ParameterizedTest
  @CsvSource({
    "parity: mark, parity",
    "data-bits: 7, data-bits",
    "data-bits: 9, data-bits",
    "stop-bits: 0, stop-bits",
    "flow-control: dtr-dsr, flow-control",
    "profile: 112mm, profile",
    "answers: always, answers",
    "pin: 2, pin"
  })
  void refusesWhatNoPrinterHas(String setting, String key) {
    List<String> problems = problems(GOOD.replace("baud: 19200", "baud: 19200, " + setting));
    assertTrue(problems.getFirst().startsWith("devices.printer." + key), problems.toString());
    assertEquals(1, problems.size());
  }

  @ParameterizedTest
  @CsvSource({"pin: 3, pin", "pulse: 1 ms, pulse", "pulse: 600 ms, pulse", "open-level: up, open"})
  void refusesWhatNoDrawerHas(String setting, String key) {
    String drawer =
        GOOD.replace("devices:", "devices:\n  cashdrawer: { driver: printer, " + setting + " }");
    List<String> problems = problems(drawer);
    assertTrue(problems.getFirst().startsWith("devices.cashdrawer." + key), problems.toString());
  }

  /** DC1 and DC3 are bytes of what a scale says. */
  @Test
  void refusesSoftwareHandshakeWhereBytesAreData() {
    String scale =
        GOOD.replace(
            "devices:",
            "devices:\n  scale: { driver: mt-sics, port: /dev/x, flow-control: xon-xoff }");
    assertTrue(problems(scale).getFirst().startsWith("devices.scale.flow-control"));
  }

  @Test
  void readsDevicesOfEveryRole() throws Exception {
    Equipment devices =
        read(withDevices(
                """
                lock: { driver: modbus-generic-1, port: /dev/ttyUSB3 }
                back-door: { role: lock, driver: gpio, port: /dev/gpiochip0, lines: [17, 27], active-low: [27] }
                buzzer: { role: tone, driver: pi4j, port: /dev/gpiochip0, lines: [13] }
                left-shelves: { role: shelf, driver: modbus-generic-32, port: tcp:10.0.0.7:502, units: [1, 2, 3] }
                drawer: { role: cashdrawer, driver: printer }
                hand-scanner: { role: scanner, driver: line, port: usb:0c2e:0200 }
                """))
            .hands()
            .equipment();
    assertEquals(
        List.of("lock", "back-door", "buzzer", "left-shelves", "drawer", "hand-scanner"),
        devices.others().stream().map(Device::name).toList());
    assertEquals("lock", devices.others().get(0).role());
    assertEquals(new Equipment.Lines(List.of(17, 27), Set.of(27)), devices.others().get(1).lines());
    assertEquals(List.of(1, 2, 3), devices.others().get(3).units());
    assertEquals(devices.printer().port(), devices.others().get(4).port());
    assertEquals("scanner", devices.scanner().role());
  }

  @Test
  void reportsEveryMistakeInDevices() throws Exception {
    Path real = Files.createFile(folder.resolve("tty7"));
    Files.createSymbolicLink(folder.resolve("by-id"), real);
    List<String> problems =
        problems(
            withDevices(
                """
                toaster: { driver: line, port: /dev/a }
                lock: { driver: laser, port: /dev/b }
                Big_Shelf: { role: shelf, driver: modbus-generic-32, port: /dev/c }
                second: { role: scanner, driver: line, port: /dev/serial/by-id/usb-scanner }
                chip: { role: lock, driver: gpio, port: tcp:1.2.3.4:5, lines: [4] }
                horn: { role: tone, driver: gpio, port: /dev/gpiochip0, lines: [4], active-low: [5] }
                horn2: { role: tone, driver: pi4j, port: /dev/gpiochip0, lines: [4], baud: 9600 }
                one: { role: cashdrawer, driver: escpos, port: tty7 }
                two: { role: cashdrawer, driver: escpos, port: by-id }
                scale: { role: lock, driver: modbus-generic-1, port: /dev/d }
                """));
    for (String start :
        List.of(
            "devices.toaster.role: missing; expected a role: cashdrawer, lock,",
            "devices.lock.driver: expected a driver: gpio, modbus-generic-1, pi4j, found \"laser\"",
            "devices.Big_Shelf: expected a name",
            "devices.Big_Shelf.units: missing",
            "devices.second.port: expected a port of its own, but scanner has",
            "devices.chip.port: expected a GPIO chip",
            "devices.chip.lines: expected two lines",
            "devices.horn.active-low: expected some of the lines [4]",
            "devices.horn2.port: expected a port of its own, but horn has /dev/gpiochip0 line 4",
            "devices.horn2.baud: unknown key",
            "devices.two.port: expected a port of its own, but one has",
            "devices.scale.role: expected scale")) {
      assertTrue(
          problems.stream().anyMatch(p -> p.startsWith(start)),
          start + " is not among " + problems);
    }
    assertEquals(12, problems.size(), problems.toString());
  }

  @Test
  void readsTheDevicesAloneWhateverElseIsWrong() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("terminal.yaml"),
            "alipay: broken\n"
                + "devices:\n"
                + "  drawer: { role: cashdrawer, driver: escpos, port: tty1 }\n");
    assertEquals(
        folder.resolve("tty1").toString(), reader.devices(file).getFirst().port().toString());
  }

  @Test
  void oneDeviceIsOneDeviceHoweverItsPortIsWritten() {
    for (String pair :
        List.of(
            "usb:0c2e:0200 usb:0C2E:0200",
            "usb:0c2e:0200 usb:0c2e:0200:A1",
            "usb:0c2e:0200:A1 usb:0c2e:0200",
            "tcp:Shelf.shop:502 tcp:shelf.shop:0502",
            "/dev/ttyS1 /dev/../dev/ttyS1")) {
      String[] ports = pair.split(" ");
      List<String> problems =
          problems(
              withDevices(
                  "lock: { driver: modbus-generic-1, port: \"%s\" }\nscale: { driver: mt-sics, port: \"%s\" }\n"
                      .formatted(ports[0], ports[1])));
      assertEquals(1, problems.size(), problems::toString);
      assertTrue(
          problems
              .getFirst()
              .startsWith("devices.scale.port: expected a port of its own, but lock"),
          problems::toString);
    }
  }
}
