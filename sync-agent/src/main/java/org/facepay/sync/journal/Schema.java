package org.facepay.sync.journal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.sqlite.StorageException.Reason;

/** The journal's tables, and who may open them: a file of a newer program is left alone. */
final class Schema {
  static final int VERSION = 2;

  /** Entries did not name the sale they made, so sales lay outside the chain. */
  private static final int WITHOUT_SALES = 1;

  private static final char[] EPOCH_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray();

  private Schema() {}

  /** Whether the tables are there; false in an empty file. */
  static boolean made(Connection c, Path file) throws SQLException, StorageException {
    long version = Database.number(c, "PRAGMA user_version");
    if (version > VERSION) {
      throw new StorageException(
          Reason.NEWER,
          file
              + " was written by a newer version (schema "
              + version
              + "); install that version again");
    }
    if (version == 0 && Database.number(c, "SELECT count(*) FROM sqlite_master") > 0) {
      throw Database.damaged(file, "it has tables but no version", null);
    }
    return version != 0;
  }

  /** Whether entries name the sales they made. */
  static boolean sealsSales(Connection c) throws SQLException {
    return Database.number(c, "PRAGMA user_version") > WITHOUT_SALES;
  }

  /** Brings the tables of an older program up to this one's; what they hold stays as it is. */
  static void migrate(Connection c) throws SQLException {
    if (sealsSales(c)) {
      return;
    }
    Database.run(
        c,
        "BEGIN IMMEDIATE",
        "ALTER TABLE entry ADD COLUMN sale TEXT",
        "ALTER TABLE state ADD COLUMN unsealed_sales INTEGER NOT NULL DEFAULT 0",
        "UPDATE state SET unsealed_sales=(SELECT coalesce(max(rowid),0) FROM sale)",
        "PRAGMA user_version=" + VERSION,
        "COMMIT");
  }

  static void create(Connection c) throws SQLException {
    byte[] key = new byte[32];
    SecureRandom random = new SecureRandom();
    random.nextBytes(key);
    StringBuilder epoch = new StringBuilder();
    random.ints(4, 0, EPOCH_LETTERS.length).forEach(i -> epoch.append(EPOCH_LETTERS[i]));
    Database.run(
        c,
        "BEGIN IMMEDIATE",
        "CREATE TABLE state(one INTEGER PRIMARY KEY CHECK(one=1), epoch TEXT NOT NULL, receipt_key BLOB NOT NULL, open_session INTEGER NOT NULL,"
            + " unsealed_sales INTEGER NOT NULL DEFAULT 0)",
        "CREATE TABLE entry(seq INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, session INTEGER NOT NULL, at TEXT NOT NULL, type TEXT NOT NULL, body BLOB NOT NULL, hash BLOB NOT NULL, sale TEXT)",
        "CREATE INDEX entry_session ON entry(session)",
        "CREATE TABLE sale(id TEXT PRIMARY KEY, at TEXT NOT NULL, total_minor INTEGER NOT NULL, currency TEXT NOT NULL, body BLOB NOT NULL)",
        "CREATE TABLE outbox(n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, at TEXT NOT NULL, data BLOB NOT NULL, refused TEXT)");
    try (PreparedStatement s = c.prepareStatement("INSERT INTO state VALUES(1,?,?,0,0)")) {
      s.setString(1, epoch.toString());
      s.setBytes(2, key);
      s.executeUpdate();
    }
    Database.run(c, "PRAGMA user_version=" + VERSION, "COMMIT");
    // From now on the file itself says what it is, whatever becomes of its write-ahead log.
    Database.run(c, "PRAGMA wal_checkpoint(TRUNCATE)");
  }
}
