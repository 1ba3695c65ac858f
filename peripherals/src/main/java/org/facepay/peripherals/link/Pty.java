package org.facepay.peripherals.link;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A pseudo-terminal: the simulators' end of a serial line whose other end is a real device file.
 * Raw bytes both ways. Closing it is pulling the plug: whoever has the path open is hung up on.
 *
 * <p>Safe for use by several threads; every wait is bounded.
 */
public final class Pty implements Line, AutoCloseable {
  private static final int SLICE_MILLIS = 10;

  private static final byte[] NOTHING = {};

  private final int master;
  private final int
      slave; // held open so that the line outlives the terminal's own opens and closes
  private final String path;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private byte[] begun = NOTHING;
  private volatile boolean closing;
  private boolean closed;

  private Pty(int master, int slave, String path) {
    this.master = master;
    this.slave = slave;
    this.path = path;
  }

  /**
   * Opens a new pair.
   *
   * @throws IOException if the system has no pseudo-terminal left
   */
  public static Pty open() throws IOException {
    int master = Posix.openMaster();
    try {
      String path = Posix.slavePath(master);
      return new Pty(master, Posix.openRawSlave(path), path);
    } catch (IOException e) {
      Posix.close(master);
      throw e;
    }
  }

  /** The device file to open, e.g. {@code /dev/pts/7}. */
  public String path() {
    return path;
  }

  /**
   * Takes what the terminal sent, at most {@code into.length}; 0 if none came in time, -1 closed.
   */
  @Override
  public int read(byte[] into, Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    do {
      lock.readLock().lock();
      try {
        if (closing) {
          return -1;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        int slice = Math.clamp(left, SLICE_MILLIS, Integer.MAX_VALUE);
        if (Posix.poll(master, Posix.POLLIN, slice)) {
          return closing ? -1 : Posix.read(master, into);
        }
      } finally {
        lock.readLock().unlock();
      }
    } while (System.nanoTime() - deadline < 0);
    return 0;
  }

  /**
   * Sends bytes to the terminal; false if it did not take them all in time, or this is closed. What
   * was begun is finished before anything else, so that the terminal gets each frame whole or not
   * at all, as from a device that waits while it may not send.
   */
  @Override
  public synchronized boolean write(byte[] bytes, Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    begun = rest(begun, deadline);
    if (begun.length > 0) {
      return false;
    }
    byte[] rest = rest(bytes, deadline);
    begun = rest.length < bytes.length ? rest : NOTHING;
    return rest.length == 0;
  }

  /** What the terminal did not take of the bytes until then. */
  private byte[] rest(byte[] bytes, long deadline) throws IOException {
    int sent = 0;
    while (sent < bytes.length) {
      lock.readLock().lock();
      try {
        int count = closed ? -1 : Posix.write(master, bytes, sent);
        if (count < 0 || (count == 0 && System.nanoTime() - deadline > 0)) {
          break;
        }
        sent += count;
        if (count == 0) {
          Posix.poll(master, Posix.POLLOUT, SLICE_MILLIS);
        }
      } finally {
        lock.readLock().unlock();
      }
    }
    return Arrays.copyOfRange(bytes, sent, bytes.length);
  }

  @Override
  public void close() {
    closing = true;
    wake();
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        Posix.close(slave);
        Posix.close(master);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Ends a read that waits: it holds the lock, and nothing but a byte ends a poll. */
  private void wake() {
    lock.readLock().lock();
    try {
      if (!closed && Posix.poll(slave, Posix.POLLOUT, 0)) {
        int ignored = Posix.write(slave, new byte[] {0}, 0);
      }
    } catch (IOException e) {
      // The read ends with its time.
    } finally {
      lock.readLock().unlock();
    }
  }
}
