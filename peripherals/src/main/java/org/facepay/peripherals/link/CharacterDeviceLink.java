package org.facepay.peripherals.link;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.facepay.peripherals.problem.Problem;

/**
 * A device file that is no serial port: USB printers ({@code usblp}), raw HID devices ({@code
 * hidraw}) and input devices ({@code evdev}). Never blocks in the kernel: it polls, so closing and
 * time-outs always work, also while a stalled printer takes nothing.
 */
public final class CharacterDeviceLink implements Link {
  /** EVIOCGRAB of {@code linux/input.h}: events go to nobody else, such as the shopper's page. */
  static final long EVIOCGRAB = 0x40044590L;

  /** Bounds how long {@link #close} waits for a poll of another thread. */
  private static final int SLICE_MILLIS = 20;

  private final String path;
  private final int fd;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private boolean closed;

  private CharacterDeviceLink(String path, int fd) {
    this.path = path;
    this.fd = fd;
  }

  /** Opens a device for reading and writing. */
  public static CharacterDeviceLink open(String path) throws DeviceException {
    return open(path, Posix.O_RDWR);
  }

  /**
   * Opens an input device for this program alone, so that a scanner that pretends to be a keyboard
   * types nowhere else.
   *
   * @throws DeviceException also if another program has grabbed it
   */
  public static CharacterDeviceLink grab(String path) throws DeviceException {
    CharacterDeviceLink link = open(path, Posix.O_RDONLY);
    int result = Posix.ioctl(link.fd, EVIOCGRAB, MemorySegment.ofAddress(1));
    if (result < 0) {
      link.close();
      throw result == -OpenFailure.EBUSY
          ? OpenFailure.at(Path.of(path), OpenFailure.EBUSY)
          : new DeviceException(Problem.Kind.NOT_EXCLUSIVE, path);
    }
    return link;
  }

  private static CharacterDeviceLink open(String path, int access) throws DeviceException {
    Path device = Path.of(path);
    if (Files.isRegularFile(device) || Files.isDirectory(device)) {
      throw new DeviceException(Problem.Kind.FILE_NOT_DEVICE, path);
    }
    int fd = Posix.openDevice(path, access);
    if (fd < 0) {
      throw OpenFailure.at(device, -fd);
    }
    return new CharacterDeviceLink(path, fd);
  }

  @Override
  public int read(byte[] into, Duration timeout) throws DeviceException {
    long deadline = System.nanoTime() + timeout.toNanos();
    do {
      int events = wait(Posix.POLLIN, left(deadline));
      if ((events & Posix.POLLIN) != 0) {
        int count = transfer(() -> Posix.read(fd, into));
        if (count != 0) {
          return count;
        }
      } else if (events != 0) {
        throw lost();
      }
    } while (System.nanoTime() - deadline < 0);
    return 0;
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws DeviceException {
    long deadline = System.nanoTime() + timeout.toNanos();
    int sent = 0;
    while (sent < bytes.length) {
      int from = sent;
      int events = wait(Posix.POLLOUT, left(deadline));
      if ((events & Posix.POLLOUT) != 0) {
        sent += transfer(() -> Posix.write(fd, bytes, from));
      } else if (events != 0) {
        throw lost();
      }
      if (sent < bytes.length && System.nanoTime() - deadline > 0) {
        close();
        throw new DeviceException(Problem.Kind.STALLED, path, timeout.toMillis());
      }
    }
  }

  /** 1 if something waits; these devices do not tell how much. */
  @Override
  public int available() throws DeviceException {
    int events = wait(Posix.POLLIN, 0);
    if ((events & ~Posix.POLLIN) != 0) {
      throw lost();
    }
    return events == 0 ? 0 : 1;
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        Posix.close(fd);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private interface Transfer {
    int run() throws IOException;
  }

  private int transfer(Transfer transfer) throws DeviceException {
    int count = locked(transfer);
    if (count < 0) {
      throw lost();
    }
    return count;
  }

  private int wait(short events, int millis) throws DeviceException {
    return locked(() -> Posix.events(fd, events, millis));
  }

  private int locked(Transfer transfer) throws DeviceException {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new DeviceException(Problem.Kind.PATH_CLOSED, path);
      }
      return transfer.run();
    } catch (IOException e) {
      throw new DeviceException(
          Problem.of(Problem.Kind.WIRE_FAILED, path, String.valueOf(e.getMessage())), e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private static int left(long deadline) {
    long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
    return Math.clamp(millis, 0, SLICE_MILLIS);
  }

  private DeviceException lost() {
    close();
    return new DeviceException(Problem.Kind.GONE, path);
  }
}
