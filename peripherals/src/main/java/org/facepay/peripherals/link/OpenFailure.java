package org.facepay.peripherals.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import org.facepay.peripherals.problem.Problem;

/** Turns "the port did not open" into the problem that tells a technician what to do about it. */
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
    return new DeviceException(explain(path, cause, groupOf(path)), null);
  }

  static Problem explain(Path path, int errno, String group) {
    return switch (errno) {
      case ENOENT -> Problem.of(Problem.Kind.MISSING, path);
      case EACCES, EPERM ->
          group.equals("root")
              ? Problem.of(Problem.Kind.OF_ROOT_ALONE, path)
              : Problem.of(Problem.Kind.FORBIDDEN, path, group);
      case EBUSY, EAGAIN -> Problem.of(Problem.Kind.IN_USE, path);
      case ENXIO, ENODEV -> Problem.of(Problem.Kind.NOTHING_BEHIND, path);
      default -> Problem.of(Problem.Kind.NOT_OPENED, path, errno);
    };
  }

  private static String groupOf(Path path) {
    try {
      return Files.readAttributes(path, PosixFileAttributes.class).group().getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "dialout";
    }
  }
}
