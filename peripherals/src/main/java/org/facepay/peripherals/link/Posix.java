package org.facepay.peripherals.link;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The few C library calls behind device files and pseudo-terminals; no helper program needed. */
@SuppressWarnings("restricted") // native calls are this class's purpose
final class Posix {
  static final int O_RDONLY = 0;
  static final int O_RDWR = 2;
  static final int O_NOCTTY = 0x100;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;
  static final short POLLIN = 1;
  static final short POLLOUT = 4;
  static final short POLLERR = 8;
  static final short POLLHUP = 16;
  static final int EINTR = 4;
  static final int EAGAIN = 11;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPENPT = function("posix_openpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle GRANTPT = function("grantpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle UNLOCKPT = function("unlockpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle PTSNAME =
      function("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle TCGETATTR = function("tcgetattr", JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle TCSETATTR =
      function("tcsetattr", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle CFMAKERAW =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("cfmakeraw"), FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle OPEN =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("open"),
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.captureCallState("errno"),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle READ =
      function("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle WRITE =
      function("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle POLL = function("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle CLOSE = function("close", JAVA_INT, JAVA_INT);
  private static final MethodHandle IOCTL =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("ioctl"),
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
          Linker.Option.captureCallState("errno"),
          Linker.Option.firstVariadicArg(2));

  private Posix() {}

  /**
   * Opens a master side, ready for its slave to be opened, and not inherited by child processes.
   */
  static int openMaster() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      int fd =
          checked(
              (int) OPENPT.invokeExact(state, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK), state);
      checked((int) GRANTPT.invokeExact(state, fd), state);
      checked((int) UNLOCKPT.invokeExact(state, fd), state);
      return fd;
    } catch (Throwable e) {
      throw failure("open a pseudo-terminal", e);
    }
  }

  static String slavePath(int master) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      MemorySegment name = arena.allocate(128);
      if ((int) PTSNAME.invokeExact(state, master, name, 128L) != 0) {
        throw new IOException("ptsname failed");
      }
      return name.getString(0);
    } catch (Throwable e) {
      throw failure("name a pseudo-terminal", e);
    }
  }

  /** Opens the slave and switches it to raw bytes: no echo, no line editing, no signals. */
  static int openRawSlave(String path) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      int fd =
          checked(
              (int)
                  OPEN.invokeExact(state, arena.allocateFrom(path), O_RDWR | O_NOCTTY | O_CLOEXEC),
              state);
      MemorySegment termios = arena.allocate(256); // struct termios is 60 bytes on Linux
      checked((int) TCGETATTR.invokeExact(state, fd, termios), state);
      CFMAKERAW.invokeExact(termios);
      checked((int) TCSETATTR.invokeExact(state, fd, 0, termios), state);
      return fd;
    } catch (Throwable e) {
      throw failure("open " + path, e);
    }
  }

  /**
   * Opens a device file without waiting, not inherited by child processes.
   *
   * @return the descriptor, or minus the error number
   */
  static int openDevice(String path, int access) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      int flags = access | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
      int fd = (int) OPEN.invokeExact(state, arena.allocateFrom(path), flags);
      return fd < 0 ? -(int) ERRNO.get(state, 0L) : fd;
    } catch (Throwable e) {
      throw unexpected("open", e);
    }
  }

  /**
   * A device's own call with a structure, or with the number that the segment's address is.
   *
   * @return what the call returned, or minus the error number
   */
  static int ioctl(int fd, long request, MemorySegment argument) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      int result = (int) IOCTL.invokeExact(state, fd, request, argument);
      return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (Throwable e) {
      throw unexpected("ioctl", e);
    }
  }

  /** Which of {@code events}, an error or a hang-up is there; 0 if the time is over. */
  static int events(int fd, short events, int millis) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      MemorySegment pollfd = arena.allocate(8, 4);
      pollfd.set(JAVA_INT, 0, fd);
      pollfd.set(JAVA_SHORT, 4, events);
      int ready = (int) POLL.invokeExact(state, pollfd, 1L, millis);
      return ready > 0 ? pollfd.get(JAVA_SHORT, 6) : 0;
    } catch (Throwable e) {
      throw failure("poll", e);
    }
  }

  /** Waits until the descriptor is ready for {@code events}; false if the time is over. */
  static boolean poll(int fd, short events, int millis) throws IOException {
    return events(fd, events, millis) != 0;
  }

  /** Reads what is there; 0 if nothing is, -1 if the other side is gone. */
  static int read(int fd, byte[] into) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      MemorySegment buffer = arena.allocate(into.length);
      long count = (long) READ.invokeExact(state, fd, buffer, (long) into.length);
      if (count < 0) {
        return again(state) ? 0 : -1;
      }
      MemorySegment.copy(buffer, 0, MemorySegment.ofArray(into), 0, count);
      return count == 0 ? -1 : (int) count;
    } catch (Throwable e) {
      throw failure("read", e);
    }
  }

  /** Writes as much as fits; 0 if nothing does now, -1 if the other side is gone. */
  static int write(int fd, byte[] bytes, int from) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      MemorySegment buffer = arena.allocate(bytes.length - from);
      MemorySegment.copy(MemorySegment.ofArray(bytes), from, buffer, 0, bytes.length - from);
      long count = (long) WRITE.invokeExact(state, fd, buffer, (long) (bytes.length - from));
      return count < 0 ? (again(state) ? 0 : -1) : (int) count;
    } catch (Throwable e) {
      throw failure("write", e);
    }
  }

  static void close(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      int ignored = (int) CLOSE.invokeExact(arena.allocate(CALL_STATE), fd);
    } catch (Throwable e) {
      throw new IllegalStateException("close", e);
    }
  }

  private static boolean again(MemorySegment state) {
    int errno = (int) ERRNO.get(state, 0L);
    return errno == EAGAIN || errno == EINTR;
  }

  private static int checked(int result, MemorySegment state) throws IOException {
    if (result < 0) {
      throw new IOException("error " + (int) ERRNO.get(state, 0L));
    }
    return result;
  }

  private static RuntimeException unexpected(String doing, Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(doing, e);
  }

  private static IOException failure(String doing, Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return new IOException("cannot " + doing + ": " + e.getMessage(), e);
  }

  private static MethodHandle function(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(result, arguments),
        Linker.Option.captureCallState("errno"));
  }
}
