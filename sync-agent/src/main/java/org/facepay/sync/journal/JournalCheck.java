package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.sqlite.StorageException.Reason;

/**
 * A whole check of a stopped terminal's journal that leaves no trace: it writes nothing beside it,
 * and what a kill left in the write-ahead log is read in a copy.
 *
 * @param entries in the log
 * @param sales and refunds
 * @param waiting rows for the collector
 * @param refused rows the collector does not take
 * @param openSession entries of the session that has not been closed
 */
public record JournalCheck(
    String epoch, long entries, long sales, long waiting, long refused, long openSession) {

  /**
   * Reads everything.
   *
   * @throws StorageException when the journal is damaged, in use, not there, or its mark is lost
   */
  public static JournalCheck of(Path file) throws StorageException {
    if (!Files.exists(file)) {
      throw new StorageException(Reason.IO, "there is no journal at " + file);
    }
    try {
      Optional<HighWater.Mark> mark = mark(file);
      try (Look look = Look.atStopped(file)) {
        return of(file, look.connection(), mark);
      }
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } catch (IOException e) {
      throw Database.failure(file, e);
    }
  }

  private static JournalCheck of(Path file, Connection c, Optional<HighWater.Mark> mark)
      throws SQLException, StorageException {
    if (!Schema.made(c, file)) {
      if (mark.isPresent() && mark.get().seq() > 0) {
        throw mark.get().missing(file, 0);
      }
      throw new StorageException(Reason.DAMAGED, file + " is no journal: it has no tables");
    }
    Chain.check(c, file, 1);
    Chain.checkSales(c, file);
    long last = Chain.Tail.of(c).seq();
    if (mark.isEmpty()) {
      throw new StorageException(
          Reason.DOUBTFUL,
          file
              + " and its "
              + last
              + " entries are sound, but the mark "
              + file.getFileName()
              + HighWater.SUFFIX
              + " is missing or cut short: whether newer entries were lost cannot be told."
              + " Compare the sales with the wallets' bills; the next start makes a new mark");
    }
    mark.get().check(c, file, last);
    return new JournalCheck(
        epoch(c),
        last,
        Database.number(c, "SELECT count(*) FROM sale"),
        Database.number(c, "SELECT count(*) FROM outbox WHERE refused IS NULL"),
        Database.number(c, "SELECT count(*) FROM outbox WHERE refused IS NOT NULL"),
        Database.number(
            c,
            "SELECT count(*) FROM entry WHERE session=(SELECT open_session FROM state)"
                + " AND session<>0"));
  }

  private static String epoch(Connection c) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("SELECT epoch FROM state");
        ResultSet row = s.executeQuery()) {
      return row.next() ? row.getString(1) : "none";
    }
  }

  /** The mark, if it is whole; refuses a journal that a program is running on. */
  private static Optional<HighWater.Mark> mark(Path file) throws IOException, StorageException {
    Path head = file.resolveSibling(file.getFileName() + HighWater.SUFFIX);
    try (FileChannel channel = FileChannel.open(head, StandardOpenOption.READ);
        FileLock lock = HighWater.lock(channel)) {
      if (lock == null) {
        throw HighWater.inUse(file);
      }
      return HighWater.read(channel);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
