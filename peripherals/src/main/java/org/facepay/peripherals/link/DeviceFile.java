package org.facepay.peripherals.link;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.facepay.peripherals.problem.Problem;

/**
 * A device file that is used by its own calls ({@code ioctl}) instead of reading and writing. Safe
 * for several threads.
 */
public final class DeviceFile implements AutoCloseable {
  private final String name;
  private final int fd;
  private boolean closed;

  private DeviceFile(String name, int fd) {
    this.name = name;
    this.fd = fd;
  }

  /**
   * Opens it.
   *
   * @throws DeviceException if it is missing, forbidden or in use
   */
  public static DeviceFile open(String path) throws DeviceException {
    int fd = Posix.openDevice(path, Posix.O_RDWR);
    if (fd < 0) {
      throw OpenFailure.at(Path.of(path), -fd);
    }
    return new DeviceFile(path, fd);
  }

  /** Takes over a descriptor that another device file handed out. */
  public static DeviceFile adopt(String name, int fd) {
    return new DeviceFile(name, fd);
  }

  /**
   * Makes a call.
   *
   * @throws DeviceException if the kernel refuses, or this is closed
   */
  public synchronized void call(long request, MemorySegment structure) throws DeviceException {
    if (closed) {
      throw new DeviceException(Problem.Kind.PATH_CLOSED, name);
    }
    int result = Posix.ioctl(fd, request, structure);
    if (result == -OpenFailure.EBUSY) {
      throw new DeviceException(Problem.Kind.HELD, name);
    }
    if (result < 0) {
      throw new DeviceException(Problem.Kind.CALL_REFUSED, name, -result);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Posix.close(fd);
    }
  }
}
