package org.facepay.terminal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facepay.peripherals.cashdrawer.CashDrawers;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.SerialSettings.Parity;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrinterProfile;
import org.facepay.peripherals.scale.Scales;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Equipment.Lines;
import org.facepay.terminal.devices.Equipment.Setup;
import org.junit.jupiter.api.Test;

class SourcesTest {
  private static Device device(String role, String driver, Optional<Integer> baud) {
    return new Device(
        role,
        role,
        driver,
        new Binding.At("/dev/no-such-device"),
        baud,
        List.of(1, 2),
        new Lines(role.equals("lock") ? List.of(17, 27) : List.of(17), Set.of()));
  }

  @Test
  void anotherSpeedLeavesTheRestOfTheLineAsDelivered() {
    Device toledo = device("scale", "toledo-8217", Optional.of(4800));
    assertEquals(
        Optional.of(new SerialSettings(4800, 7, 1, Parity.EVEN)),
        Sources.line(Scales.CATALOGUE, toledo));
  }

  /** A drawer is kicked as it is wired, over the printer's line as that is set. */
  @Test
  void aDrawerKeepsItsWiringOnThePrintersLine() {
    Device plain = device("cashdrawer", Device.ON_PRINTER, Optional.empty());
    DrawerKick kick = new DrawerKick(1, Duration.ofMillis(60), false);
    Device drawer =
        new Device(
            plain.name(),
            plain.role(),
            plain.driver(),
            plain.port(),
            new Setup(plain.setup().line(), List.of(), Lines.NONE, plain.setup().printer(), kick));
    Device printer = device("printer", "escpos-58", Optional.of(19_200));
    Device alone = Sources.alone(drawer, List.of(printer));
    assertEquals(kick, alone.setup().drawer());
    assertEquals(PrinterProfile.NARROW, alone.setup().printer());
    assertEquals(
        Optional.of(SerialSettings.eightN1(19_200)), Sources.line(CashDrawers.CATALOGUE, alone));
  }

  /** Whatever the configuration may name can be opened, or says why not. */
  @Test
  void everyDriverOfEveryRoleHasASource() {
    int tried = 0;
    for (Map.Entry<String, RoleKeys> role : Roles.ALL.keys().entrySet()) {
      for (String driver : role.getValue().drivers()) {
        Device device = device(role.getKey(), driver, Optional.empty());
        Device printer = device("printer", "escpos-usb-58", Optional.empty());
        try (var opened = opened(Sources.alone(device, List.of(printer)))) {
          throw new AssertionError(role + " opened " + opened);
        } catch (DeviceException e) {
          assertTrue(e.reason().length() > 20, e.reason());
          tried++;
        }
      }
    }
    assertTrue(tried > 25, tried + " drivers");
  }

  private static Driver opened(Device device) throws DeviceException {
    return Roles.ALL.of(device).source(device).open();
  }

  @Test
  void aDrawerIsOpenedAsThePrinterIsWired() {
    Device drawer = device("cashdrawer", Device.ON_PRINTER, Optional.empty());
    Device usb = device("printer", "escpos-usb", Optional.empty());
    Device serial = device("printer", "escpos-58", Optional.of(19_200));
    assertEquals("escpos-usb", Sources.alone(drawer, List.of(usb)).driver());
    assertEquals("escpos", Sources.alone(drawer, List.of(serial)).driver());
    assertEquals(Optional.of(19_200), Sources.alone(drawer, List.of(serial)).baud());
  }
}
