package org.facepay.peripherals.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/** Turns "the port did not open" into the sentence that tells a technician what to do about it. */
final class OpenFailure {
  static final int EACCES = 13;
  private static final int EPERM = 1;
  static final int ENOENT = 2;
  private static final int ENXIO = 6;
  private static final int EAGAIN = 11;
  static final int EBUSY = 16;
  private static final int ENODEV = 19;

  private OpenFailure() {}

  /** For an open that failed with this Linux error number (0 if unknown). */
  static DeviceException at(Path path, int errno) {
    // The library reports a port that this process itself holds as missing.
    int cause = errno == ENOENT && Files.exists(path) ? EBUSY : errno;
    return new DeviceException(explain(path, cause, groupOf(path)));
  }

  static String explain(Path path, int errno, String group) {
    return switch (errno) {
      case ENOENT -> path + " does not exist: is the device plugged in and switched on?";
      case EACCES, EPERM -> "permission denied on " + path + ": " + remedy(group);
      case EBUSY, EAGAIN ->
          path
              + " is in use: another program has it open, or two devices are configured with one port";
      case ENXIO, ENODEV -> path + " has no device behind it: plug it in again";
      default -> path + " could not be opened as a serial port (error " + errno + ")";
    };
  }

  private static String remedy(String group) {
    return group.equals("root")
        ? "it belongs to root alone; give it to group dialout by a udev rule and add the terminal's"
            + " user to that group"
        : "add the terminal's user to group "
            + group
            + " (usermod -aG "
            + group
            + " <user>) and log in again";
  }

  private static String groupOf(Path path) {
    try {
      return Files.readAttributes(path, PosixFileAttributes.class).group().getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "dialout";
    }
  }
}
