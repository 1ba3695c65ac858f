package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.sqlite.StorageException.Reason;

/**
 * A copy of a journal as it is at one moment, also while a terminal sells ({@code VACUUM INTO} of
 * SQLite: a stepped backup begins anew with every write, and never ends on a busy till). The copy
 * is read whole before it gets its name. It has no mark beside it: a terminal that is started on it
 * says that newer sales may be missing, as they may.
 *
 * @param entries in the log
 * @param sales and refunds
 * @param waiting rows that the collector had not stored by then
 */
public record JournalBackup(long entries, long sales, long waiting) {

  /**
   * Makes one.
   *
   * @param file of the journal
   * @param to what is not there yet, on a disk with room for all of it
   * @throws StorageException when the journal cannot be read or is damaged, or the copy cannot be
   *     written; then there is none
   */
  public static JournalBackup of(Path file, Path to) throws StorageException {
    if (!Files.exists(file)) {
      throw new StorageException(Reason.IO, "there is no journal at " + file);
    }
    if (Files.exists(to)) {
      throw new StorageException(Reason.IO, to + " is there already; name a new file");
    }
    Path part = to.resolveSibling(to.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try {
        copy(file, part);
        JournalBackup made = read(file, part);
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        return made;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileAlreadyExistsException e) {
      throw new StorageException(Reason.IO, to + " is there already; name a new file");
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } catch (IOException e) {
      throw Database.failure(to, e);
    }
  }

  private static void copy(Path file, Path part) throws SQLException, IOException {
    try (Look look = Look.at(file)) {
      int ignored = Database.change(look.connection(), "VACUUM INTO ?", part.toString());
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static JournalBackup read(Path file, Path part)
      throws SQLException, IOException, StorageException {
    try (Look look = Look.atStopped(part)) {
      Connection c = look.connection();
      if (!Schema.made(c, file)) {
        throw new StorageException(Reason.DAMAGED, file + " is no journal: it has no tables");
      }
      Chain.check(c, file, 1);
      Chain.checkSales(c, file);
      return new JournalBackup(
          Chain.Tail.of(c).seq(),
          Database.number(c, "SELECT count(*) FROM sale"),
          Database.number(c, "SELECT count(*) FROM outbox"));
    }
  }
}
