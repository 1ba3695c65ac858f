package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.sqlite.StorageException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How far the log once reached, in a file of its own: number and hash of the last entry, written
 * after each commit. SQLite takes a write-ahead log with a lost or broken end for a shorter one,
 * and a shorter chain is a whole chain; only something outside can tell that entries were lost. The
 * mark may be behind the log (it is not synced, so that it costs nothing), never ahead of it.
 *
 * <p>Its lock keeps a second process off the journal.
 */
final class HighWater implements AutoCloseable {
  static final String SUFFIX = ".head";

  private static final int BYTES = Long.BYTES + 32;

  private final FileChannel channel;

  private boolean lost;

  private HighWater(FileChannel channel) {
    this.channel = channel;
  }

  /** How far a log once reached. */
  record Mark(long seq, byte[] hash) {

    void check(Connection c, Path file, long lastSeq) throws SQLException, StorageException {
      if (seq > lastSeq) {
        throw missing(file, lastSeq);
      }
      if (seq == 0) {
        return; // made with the journal
      }
      try (PreparedStatement s = c.prepareStatement("SELECT hash FROM entry WHERE seq=?")) {
        s.setLong(1, seq);
        try (ResultSet row = s.executeQuery()) {
          if (!row.next() || !Arrays.equals(hash, row.getBytes(1))) {
            throw Database.damaged(file, "entry " + seq + " is not the one that was written", null);
          }
        }
      }
    }

    StorageException missing(Path file, long lastSeq) {
      String lost = "entries " + (lastSeq + 1) + " to " + seq + " are missing at its end";
      return Database.damaged(file, lost, null);
    }
  }

  /** Opens or makes the mark beside a journal. */
  static HighWater of(Path journal) throws IOException, StorageException {
    FileChannel channel =
        FileChannel.open(
            journal.resolveSibling(journal.getFileName() + SUFFIX),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new HighWater(channel);
      }
    } catch (OverlappingFileLockException e) {
      // The same as a lock of another process.
    }
    channel.close();
    throw inUse(journal);
  }

  static StorageException inUse(Path journal) {
    return new StorageException(
        Reason.LOCKED,
        journal + " is in use: another facepay program runs on it; stop that one first");
  }

  /** A shared lock on a channel that only reads; null when a program runs on the journal. */
  static @Nullable FileLock lock(FileChannel reading) throws IOException {
    try {
      return reading.tryLock(0, Long.MAX_VALUE, true);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Reads a mark; empty when it was never written whole. */
  static Optional<Mark> read(FileChannel channel) throws IOException {
    ByteBuffer mark = ByteBuffer.allocate(BYTES);
    channel.read(mark, 0);
    if (mark.hasRemaining()) {
      return Optional.empty();
    }
    long seq = mark.flip().getLong();
    byte[] hash = new byte[32];
    mark.get(hash);
    return Optional.of(new Mark(seq, hash));
  }

  /** Compares the log with the mark, and remembers whether there was one. */
  void check(Connection c, Path file, long lastSeq)
      throws IOException, SQLException, StorageException {
    Optional<Mark> mark = read(channel);
    if (mark.isEmpty()) {
      lost = true;
    } else {
      mark.get().check(c, file, lastSeq);
    }
  }

  /** A journal that is not there, or holds nothing, must not have been marked. */
  void checkEmpty(Path file) throws IOException, StorageException {
    Optional<Mark> mark = read(channel);
    if (mark.isPresent() && mark.get().seq() > 0) {
      throw mark.get().missing(file, 0);
    }
  }

  /** Whether the mark of a journal was missing or short: nobody can tell what else was lost. */
  boolean lost() {
    return lost;
  }

  /** Writes the mark so that it is on the disk: from then on a missing one was lost. */
  void found(long seq, byte[] hash) throws IOException {
    channel.write(ByteBuffer.allocate(BYTES).putLong(seq).put(hash).flip(), 0);
    channel.force(true);
  }

  /** Moves the mark; a mark that cannot be moved stays behind the log, which is no fault. */
  void mark(long seq, byte[] hash) {
    try {
      channel.write(ByteBuffer.allocate(BYTES).putLong(seq).put(hash).flip(), 0);
    } catch (IOException e) {
      // The commit has succeeded: nothing may fail after it.
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // A mark that was not written stays behind the log.
    }
  }
}
