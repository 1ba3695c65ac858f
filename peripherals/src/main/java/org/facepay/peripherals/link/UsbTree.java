package org.facepay.peripherals.link;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Finds a USB device's file by what the kernel tells of it in sysfs; nothing is opened. Asked anew
 * for every open, because a replug may move a device to another file.
 */
public final class UsbTree {
  /** The kinds of device file a USB device can have, by their class in sysfs. */
  public enum Kind {
    SERIAL("tty", "", "tty", " (/dev/serial/by-path/…)"),
    PRINTER("usbmisc", "usb/", "lp", ""),
    HID("hidraw", "", "hidraw", ""),
    INPUT("input", "input/", "event", " (/dev/input/by-path/…)");

    private final String sysClass;
    private final String devFolder;
    private final String prefix;
    private final String paths;

    Kind(String sysClass, String devFolder, String prefix, String paths) {
      this.sysClass = sysClass;
      this.devFolder = devFolder;
      this.prefix = prefix;
      this.paths = paths;
    }
  }

  /** A USB device and its file. */
  public record Found(Path file, String vendor, String product, String serial, String name) {}

  private final Path sys;
  private final Path dev;

  /** The running kernel's. */
  public static UsbTree system() {
    return new UsbTree(Path.of("/sys"), Path.of("/dev"));
  }

  /** With other roots, for tests. */
  public UsbTree(Path sys, Path dev) {
    this.sys = sys;
    this.dev = dev;
  }

  /** All USB devices that have a file of that kind, in the order of their names. */
  public List<Found> list(Kind kind) {
    List<Found> found = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(sys.resolve("class").resolve(kind.sysClass), kind.prefix + "*")) {
      for (Path entry : entries) {
        Found device = device(entry, kind);
        if (device != null) {
          found.add(device);
        }
      }
    } catch (IOException e) {
      return List.of(); // no such class: no such device was ever plugged in
    }
    found.sort((a, b) -> a.file().compareTo(b.file()));
    return List.copyOf(found);
  }

  /**
   * The file of the device that is meant.
   *
   * @throws DeviceException if it is not plugged in, or if there are several and no serial number
   *     tells which
   */
  public Path resolve(Binding.Usb wanted, Kind kind) throws DeviceException {
    List<Found> matching =
        list(kind).stream()
            .filter(f -> f.vendor().equals(wanted.vendor()))
            .filter(f -> f.product().equals(wanted.product()))
            .filter(f -> wanted.serial().isEmpty() || wanted.serial().get().equals(f.serial()))
            .toList();
    if (matching.isEmpty()) {
      throw new DeviceException(Problem.Kind.NOT_PLUGGED_IN, wanted);
    }
    if (matching.size() > 1) {
      throw alike(wanted, matching, kind);
    }
    return matching.getFirst().file();
  }

  /** Cheap adapters have no serial number, or all the same one: only their sockets differ. */
  private static DeviceException alike(Binding.Usb wanted, List<Found> alike, Kind kind) {
    List<String> serials = alike.stream().map(Found::serial).distinct().toList();
    boolean told = serials.size() == alike.size() && serials.stream().noneMatch(String::isBlank);
    return told
        ? new DeviceException(
            Problem.Kind.ALIKE_BUT_FOR_SERIAL,
            alike.size(),
            wanted,
            String.join(", ", serials),
            kind.paths)
        : new DeviceException(Problem.Kind.ALIKE, alike.size(), wanted, kind.paths);
  }

  private @Nullable Found device(Path entry, Kind kind) {
    try {
      Path at = entry.resolve("device").toRealPath();
      while (at != null && at.startsWith(sys.toRealPath())) {
        Optional<String> vendor = attribute(at, "idVendor");
        if (vendor.isPresent()) {
          return new Found(
              dev.resolve(kind.devFolder).resolve(entry.getFileName().toString()),
              vendor.get(),
              attribute(at, "idProduct").orElse(""),
              attribute(at, "serial").orElse(""),
              attribute(at, "product").orElse(""));
        }
        at = at.getParent();
      }
    } catch (IOException e) {
      return null; // unplugged while we looked
    }
    return null;
  }

  private static Optional<String> attribute(Path folder, String name) {
    try {
      return Optional.of(Files.readString(folder.resolve(name)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
