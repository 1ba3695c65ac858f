package org.facepay.peripherals.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.link.UsbTree.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsbTreeTest {
  @TempDir Path root;
  private UsbTree tree;

  @BeforeEach
  void kernel() {
    tree = new UsbTree(root.resolve("sys"), root.resolve("dev"));
  }

  @Test
  void findsADeviceByItsIdentityAndFollowsItToAnotherFile() throws Exception {
    plug("1-1", "0403", "6001", "A50285BI", "tty", "ttyUSB0");
    plug("1-2", "067b", "2303", "", "tty", "ttyUSB1");
    Binding.Usb scale = usb("usb:0403:6001");
    assertEquals(root.resolve("dev/ttyUSB0"), tree.resolve(scale, Kind.SERIAL));
    Files.delete(root.resolve("sys/class/tty/ttyUSB0"));
    assertTrue(fault(scale, Kind.SERIAL).contains("is it plugged in"));
    plug("1-1", "0403", "6001", "A50285BI", "tty", "ttyUSB2");
    assertEquals(root.resolve("dev/ttyUSB2"), tree.resolve(scale, Kind.SERIAL));
  }

  @Test
  void asksForASerialNumberWhenTwoAreAlike() throws Exception {
    plug("1-1", "0403", "6001", "A1", "tty", "ttyUSB0");
    plug("1-2", "0403", "6001", "B2", "tty", "ttyUSB1");
    assertTrue(fault(usb("usb:0403:6001"), Kind.SERIAL).contains("serial number (A1, B2)"));
    assertEquals(root.resolve("dev/ttyUSB1"), tree.resolve(usb("usb:0403:6001:B2"), Kind.SERIAL));
  }

  @Test
  void offersThePathAloneWhenSerialNumbersTellNothing() throws Exception {
    String[][] pairs = {{"", ""}, {"0001", "0001"}, {"A1", ""}};
    for (int n = 0; n < pairs.length; n++) {
      String product = "752" + n;
      plug("1-1" + n, "1a86", product, pairs[n][0], "tty", "ttyUSB" + 2 * n);
      plug("1-2" + n, "1a86", product, pairs[n][1], "tty", "ttyUSB" + (2 * n + 1));
      assertEquals(
          "2 devices are usb:1a86:" + product + ": bind by path (/dev/serial/by-path/…)",
          fault(usb("usb:1a86:" + product), Kind.SERIAL));
    }
    assertTrue(fault(usb("usb:1a86:7521:0001"), Kind.SERIAL).contains(": bind by path"));
  }

  @Test
  void knowsPrintersHidDevicesAndInputDevicesByTheirClass() throws Exception {
    plug("1-1", "0416", "5011", "", "usbmisc", "lp0");
    plug("1-2", "0c2e", "0b61", "", "hidraw", "hidraw3");
    plug("1-3", "0c2e", "0b62", "", "input", "event7");
    assertEquals(root.resolve("dev/usb/lp0"), tree.resolve(usb("usb:0416:5011"), Kind.PRINTER));
    assertEquals(root.resolve("dev/hidraw3"), tree.resolve(usb("usb:0c2e:0b61"), Kind.HID));
    assertEquals(root.resolve("dev/input/event7"), tree.resolve(usb("USB:0C2E:0B62"), Kind.INPUT));
  }

  @Test
  void portsThatAreNotUsbAreNotListed() throws Exception {
    Files.createDirectories(root.resolve("sys/devices/platform/serial8250"));
    Files.createDirectories(root.resolve("sys/class/tty/ttyS0"));
    Files.createSymbolicLink(
        root.resolve("sys/class/tty/ttyS0/device"),
        root.resolve("sys/devices/platform/serial8250"));
    assertEquals(List.of(), tree.list(Kind.SERIAL));
    assertEquals(List.of(), tree.list(Kind.PRINTER));
  }

  @Test
  void bindingsAreReadAndWritten() {
    assertEquals(new Binding.At("/dev/serial/by-id/x"), Binding.parse("/dev/serial/by-id/x"));
    assertEquals(new Binding.Tcp("10.0.0.7", 9100), Binding.parse("tcp:10.0.0.7:9100"));
    assertEquals(
        new Binding.Usb("0403", "6001", Optional.of("A5xY")), Binding.parse("usb:0403:6001:A5xY"));
    for (String text : List.of("usb:0403:6001", "tcp:printer:9100", "/dev/ttyS0")) {
      assertEquals(text, Binding.parse(text).toString());
    }
    for (String text : List.of("", "ttyUSB0", "usb:403:6001", "tcp:x:70000", "tcp::1", "/dev/")) {
      assertThrows(IllegalArgumentException.class, () -> Binding.parse(text));
    }
  }

  private static Binding.Usb usb(String text) {
    return (Binding.Usb) Binding.parse(text);
  }

  private String fault(Binding.Usb wanted, Kind kind) {
    return assertThrows(DeviceException.class, () -> tree.resolve(wanted, kind)).reason();
  }

  /** What the kernel shows of a device: its attributes, an interface below it, a class entry. */
  private void plug(
      String port, String vendor, String product, String serial, String sysClass, String name)
      throws Exception {
    Path device = root.resolve("sys/devices/usb1").resolve(port);
    Path made = device.resolve(port + ":1.0").resolve(sysClass).resolve(name);
    Files.createDirectories(made);
    Files.writeString(device.resolve("idVendor"), vendor + "\n");
    Files.writeString(device.resolve("idProduct"), product + "\n");
    if (!serial.isEmpty()) {
      Files.writeString(device.resolve("serial"), serial + "\n");
    }
    Path inClass = root.resolve("sys/class").resolve(sysClass);
    Files.createDirectories(inClass);
    Path link = made.resolve("device");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, device.resolve(port + ":1.0"));
    }
    Files.createSymbolicLink(inClass.resolve(name), made);
  }
}
