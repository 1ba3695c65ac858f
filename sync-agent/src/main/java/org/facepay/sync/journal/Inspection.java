package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;

/**
 * Looks at a journal before it is opened for writing, on a connection that cannot write: a writing
 * one that is closed brings the write-ahead log into the file and deletes it, with whatever could
 * still be read behind a damaged place.
 */
final class Inspection {
  /** What lies beside the file and belongs to it. */
  static final List<String> SIDES = List.of("-wal", "-shm", Ballast.SUFFIX, HighWater.SUFFIX);

  /** Only there while the file is made: before its first transaction it has no write-ahead log. */
  private static final String UNMADE = "-journal";

  /** Entries whose chain is verified at every start; {@link Journal#verify} reads all of them. */
  private static final int CHECKED_AT_START = 2_000;

  /** SQLite takes a file that is shorter for an empty one. */
  private static final int SMALLEST_PAGE = 512;

  private Inspection() {}

  /**
   * Throws when the file is damaged or newer.
   *
   * @throws StorageException saying what to do
   */
  static void of(Path file, HighWater highWater)
      throws SQLException, IOException, StorageException {
    if (!Files.exists(file) || Files.size(file) < SMALLEST_PAGE) {
      refuseEmptied(file);
    }
    if (!Files.exists(file)) {
      highWater.checkEmpty(file);
      return;
    }
    if (Files.exists(file.resolveSibling(file.getFileName() + UNMADE))) {
      Database.openWriter(file).close(); // the power went while it was made: makes it anew
    }
    try (Connection c = Database.openReader(file)) {
      if (Schema.made(c, file)) {
        long last = Chain.Tail.of(c).seq();
        Chain.check(c, file, Math.max(1, last - CHECKED_AT_START + 1));
        highWater.check(c, file, last);
      } else {
        highWater.checkEmpty(file); // what was written was still in a log that is gone
      }
    }
  }

  /** SQLite would take an emptied file for a new one and delete its write-ahead log. */
  private static void refuseEmptied(Path file) throws IOException, StorageException {
    for (String side : SIDES) {
      Path left = file.resolveSibling(file.getFileName() + side);
      if (Files.exists(left) && Files.size(left) > 0) {
        throw Database.damaged(
            file, "it is empty or gone, but " + left.getFileName() + " is there", null);
      }
    }
  }
}
