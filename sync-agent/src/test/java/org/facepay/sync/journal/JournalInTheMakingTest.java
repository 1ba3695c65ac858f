package org.facepay.sync.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.facepay.sync.sqlite.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A terminal's very first start, and the power goes. */
class JournalInTheMakingTest {
  @TempDir Path folder;

  /** Before it has its write-ahead log it has a rollback journal, as every SQLite file. */
  @Test
  void aFileThatWasBeingMadeWhenThePowerWentIsMadeAnew() throws Exception {
    Path cut = folder.resolve("new").resolve("journal.db");
    Files.createDirectory(cut.getParent());
    Path begun = folder.resolve("begun.db");
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + begun)) {
      Database.run(c, "PRAGMA cache_size=2", "BEGIN", "CREATE TABLE t(x)");
      for (int i = 0; i < 20; i++) {
        Database.run(c, "INSERT INTO t VALUES(zeroblob(4000))");
      }
      Files.copy(begun, cut);
      Files.copy(folder.resolve("begun.db-journal"), cut.resolveSibling("journal.db-journal"));
    }
    try (Journal journal = Journal.open(cut)) {
      assertEquals(0, journal.lastStamp());
    }
  }
}
