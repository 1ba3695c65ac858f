package org.facepay.terminal.devices;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.SerialSettings.FlowControl;
import org.facepay.peripherals.link.SerialSettings.Parity;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrinterProfile;
import org.facepay.peripherals.printer.Printers;

/**
 * What is plugged in.
 *
 * @param scanner of the till, as its printer and scale
 * @param others kept open and watched, in the order of the file
 */
public record Equipment(
    Device scanner, Device printer, Optional<Device> scale, List<Device> others) {

  /**
   * One device.
   *
   * @param name its key, unique among the devices
   * @param driver name in the role's catalogue
   * @param port a stable path such as those under /dev/serial/by-id, usb:VID:PID[:SERIAL] or
   *     tcp:HOST:PORT; of a drawer on the printer, the printer's
   */
  public record Device(String name, String role, String driver, Binding port, Setup setup) {
    /** The driver of a drawer that hangs on the till's printer. */
    public static final String ON_PRINTER = "printer";

    /** The drivers of devices on GPIO lines: the kernel's character device, and Pi4J. */
    public static final Set<String> ON_LINES = Set.of("gpio", "pi4j");

    /** A device that differs from its delivery in the speed of its line alone. */
    public Device(
        String name,
        String role,
        String driver,
        Binding port,
        Optional<Integer> baud,
        List<Integer> units,
        Lines lines) {
      this(
          name,
          role,
          driver,
          port,
          new Setup(
              SerialLine.at(baud), units, lines, Printers.profile(driver), DrawerKick.usual()));
    }

    /** Symbols per second, when it is not what the device is delivered with. */
    public Optional<Integer> baud() {
      return setup.line().baud();
    }

    /** Bus addresses of shelves, for that role alone. */
    public List<Integer> units() {
      return setup.units();
    }

    /** Of a device on GPIO, for those drivers alone. */
    public Lines lines() {
      return setup.lines();
    }
  }

  /**
   * How a device is set up, as far as that means anything for its role and driver.
   *
   * @param units bus addresses of shelves
   * @param printer what the printer can
   * @param drawer how the drawer hangs on its printer
   */
  public record Setup(
      SerialLine line,
      List<Integer> units,
      Lines lines,
      PrinterProfile printer,
      DrawerKick drawer) {}

  /** What differs on a serial line from how the device is delivered. */
  public record SerialLine(
      Optional<Integer> baud,
      Optional<Integer> dataBits,
      Optional<Parity> parity,
      Optional<Integer> stopBits,
      Optional<FlowControl> flowControl) {
    /** Another speed, if one is given. */
    public static SerialLine at(Optional<Integer> baud) {
      return new SerialLine(
          baud, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The line of a device that is delivered like that. */
    public SerialSettings over(SerialSettings delivered) {
      return new SerialSettings(
          baud.orElse(delivered.baud()),
          dataBits.orElse(delivered.dataBits()),
          stopBits.orElse(delivered.stopBits()),
          parity.orElse(delivered.parity()),
          flowControl.orElse(delivered.flowControl()));
    }
  }

  /**
   * GPIO lines.
   *
   * @param offsets of a lock: bolt, then door switch
   * @param activeLow those of them that mean yes when they are low
   */
  public record Lines(List<Integer> offsets, Set<Integer> activeLow) {
    /** None. */
    public static final Lines NONE = new Lines(List.of(), Set.of());
  }
}
