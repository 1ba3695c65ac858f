package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.facepay.sync.journal.JournalException.Reason;

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

  private HighWater(FileChannel channel) {
    this.channel = channel;
  }

  /** Opens or makes the mark beside a journal. */
  static HighWater of(Path journal) throws IOException, JournalException {
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
    throw new JournalException(
        Reason.IO, journal + " is in use: another facepay program runs on it; stop that one first");
  }

  /** Compares the log with the mark. */
  void check(Connection c, Path file, long lastSeq)
      throws IOException, SQLException, JournalException {
    ByteBuffer mark = ByteBuffer.allocate(BYTES);
    channel.read(mark, 0);
    if (mark.hasRemaining()) {
      return; // nothing was ever marked
    }
    long seq = mark.flip().getLong();
    if (seq > lastSeq) {
      String lost = "entries " + (lastSeq + 1) + " to " + seq + " are missing at its end";
      throw Database.damaged(file, lost, null);
    }
    byte[] hash = new byte[32];
    mark.get(hash);
    try (PreparedStatement s = c.prepareStatement("SELECT hash FROM entry WHERE seq=?")) {
      s.setLong(1, seq);
      try (ResultSet row = s.executeQuery()) {
        if (!row.next() || !Arrays.equals(hash, row.getBytes(1))) {
          throw Database.damaged(file, "entry " + seq + " is not the one that was written", null);
        }
      }
    }
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
