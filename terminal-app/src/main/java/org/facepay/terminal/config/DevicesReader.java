package org.facepay.terminal.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.facepay.peripherals.link.Binding;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Equipment.Lines;
import org.facepay.terminal.devices.Equipment.SerialLine;
import org.facepay.terminal.devices.Equipment.Setup;
import org.facepay.terminal.devices.RoleKeys;
import org.facepay.terminal.devices.RoleKeys.Extra;

/**
 * Reads the devices of the file: each is a key of its own with driver, port and role; without a
 * role the key is the role. No two may claim one port.
 */
final class DevicesReader {
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";

  private static final RoleKeys NONE = RoleKeys.of(List.of());

  private final Map<String, RoleKeys> byName;

  DevicesReader(ConfigReader.Roles roles) {
    this.byName = roles.byName();
  }

  /** All devices, in the order of the file. */
  List<Device> read(Section s) {
    List<Device> devices = new ArrayList<>();
    for (String name : s.keys()) {
      if (!name.matches(NAME)) {
        s.refuse(name, "expected a name of 1 to 32 small letters, digits and hyphens");
      }
      devices.add(device(name, s.section(name)));
    }
    List<Device> complete = devices.stream().map(d -> onPrinter(s, d, devices)).toList();
    claims(s, complete);
    return complete;
  }

  /** The device that the till itself uses; a problem if it is missing or does something else. */
  static Device till(Section s, List<Device> all, String name) {
    Optional<Device> found = all.stream().filter(d -> d.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      Section missing = s.section(name);
      return new Device(name, name, "", missing.nowhere(), Optional.empty(), List.of(), Lines.NONE);
    }
    if (!found.get().role().equals(name)) {
      s.refuse(name + ".role", "expected " + name + ": the till needs one of that name");
    }
    return found.get();
  }

  private Device device(String name, Section s) {
    Set<String> roles = new TreeSet<>(byName.keySet());
    String expected = "a role: " + String.join(", ", roles);
    String role =
        roles.contains(name) && !s.has("role")
            ? name
            : s.value("role", expected, "", raw -> roles.contains(raw) ? raw : null);
    RoleKeys keys = byName.getOrDefault(role, NONE);
    List<String> known = keys.drivers();
    String driver =
        role.isEmpty()
            ? s.text("driver", ".+", "a driver")
            : s.value(
                "driver",
                "a driver: " + String.join(", ", known),
                "",
                raw -> known.contains(raw) ? raw : null);
    boolean onLines = Device.ON_LINES.contains(driver);
    Device device =
        new Device(
            name,
            role,
            driver,
            driver.equals(Device.ON_PRINTER) ? s.nowhere() : onLines ? chip(s) : s.binding("port"),
            new Setup(
                onLines ? SerialLine.at(Optional.empty()) : SetupReader.line(s, keys),
                keys.extra() == Extra.UNITS ? units(s) : List.of(),
                onLines ? lines(s, keys) : Lines.NONE,
                SetupReader.printer(s, keys, driver),
                SetupReader.drawer(s, keys)));
    if (!role.isEmpty() && !driver.isEmpty()) {
      s.end();
    }
    return device;
  }

  private static Binding chip(Section s) {
    Binding port = s.binding("port");
    if (!(port instanceof Binding.At)) {
      s.refuse("port", "expected a GPIO chip such as /dev/gpiochip0, found " + port);
    }
    return port;
  }

  private static List<Integer> units(Section s) {
    if (!s.has("units")) {
      s.refuse("units", "missing; expected the shelves' bus addresses such as [1, 2, 3]");
    }
    return s.numbers("units", 1, 247);
  }

  private static Lines lines(Section s, RoleKeys keys) {
    List<Integer> offsets = s.numbers("lines", 0, 511);
    List<Integer> low = s.numbers("active-low", 0, 511);
    keys.lines()
        .filter(use -> offsets.size() < use.least() || offsets.size() > use.most())
        .ifPresent(use -> s.refuse("lines", "expected " + use.expected()));
    if (!offsets.containsAll(low)) {
      s.refuse("active-low", "expected some of the lines " + offsets);
    }
    return new Lines(offsets, Set.copyOf(low));
  }

  /** A drawer on the printer is where the printer is. */
  private static Device onPrinter(Section s, Device d, List<Device> all) {
    if (!d.driver().equals(Device.ON_PRINTER)) {
      return d;
    }
    Optional<Device> printer = all.stream().filter(p -> p.name().equals(d.driver())).findFirst();
    if (printer.isEmpty()) {
      s.refuse(d.name() + ".driver", "expected a device named printer for the drawer to hang on");
      return d;
    }
    return new Device(d.name(), d.role(), d.driver(), printer.get().port(), d.setup());
  }

  private static void claims(Section s, List<Device> devices) {
    Map<String, String> owners = new LinkedHashMap<>();
    for (Device d : devices) {
      for (String claim : claimed(d)) {
        owners.entrySet().stream()
            .filter(o -> isOneDevice(o.getKey(), claim))
            .findFirst()
            .ifPresent(
                o ->
                    s.refuse(
                        d.name() + ".port",
                        "expected a port of its own, but " + o.getValue() + " has " + o.getKey()));
        owners.putIfAbsent(claim, d.name());
      }
    }
  }

  /** A USB device without its serial number can be any of its kind. */
  private static boolean isOneDevice(String one, String other) {
    return one.equals(other)
        || (one.startsWith("usb:") && (one.startsWith(other + ":") || other.startsWith(one + ":")));
  }

  /** What it needs for itself alone; a GPIO chip is shared by its lines. */
  private static List<String> claimed(Device d) {
    if (d.driver().equals(Device.ON_PRINTER) || d.port().toString().isEmpty()) {
      return List.of();
    }
    String port =
        switch (d.port()) {
          case Binding.At(String path) -> real(path);
          case Binding.Tcp tcp -> tcp.toString().toLowerCase(Locale.ROOT); // as names of hosts are
          case Binding.Usb usb -> usb.toString();
        };
    return Device.ON_LINES.contains(d.driver())
        ? d.lines().offsets().stream().map(line -> port + " line " + line).toList()
        : List.of(port);
  }

  /** Two links to one device are one port. */
  private static String real(String path) {
    try {
      return Path.of(path).toRealPath().toString();
    } catch (IOException e) {
      return path; // not plugged in: its name has to do
    }
  }
}
