package org.facepay.terminal.lab.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;

/** One step made durable, against a bare insert of the same bytes in the same mode, in turns. */
final class JournalBench {
  private static final int ROUNDS = 3_000;
  private static final int WARM_UP = 500;

  private JournalBench() {}

  static void run(Path folder, Figures figures) throws StorageException, SQLException {
    long[] ours = new long[ROUNDS];
    long[] bare = new long[ROUNDS];
    measure(folder, ours, bare);
    print(figures, "journal_commit_p50", ours, bare, .5);
    print(figures, "journal_commit_p99", ours, bare, .99);
  }

  private static void print(
      Figures figures, String name, long[] ours, long[] bare, double quantile) {
    figures.print(
        name,
        Figures.quantileMs(ours, quantile),
        "ms",
        "bare SQLite WAL+FULL insert",
        Figures.quantileMs(bare, quantile));
  }

  /** Fills both with nanoseconds. */
  private static void measure(Path folder, long[] ours, long[] bare)
      throws StorageException, SQLException {
    byte[] body = new byte[300];
    try (Journal journal = Journal.open(folder.resolve("bench-journal.db"));
        Connection plain = Database.openWriter(folder.resolve("bench-plain.db"))) {
      Database.run(plain, "CREATE TABLE t(seq INTEGER PRIMARY KEY, at TEXT, type TEXT, body BLOB)");
      try (PreparedStatement begin = plain.prepareStatement("BEGIN IMMEDIATE");
          PreparedStatement commit = plain.prepareStatement("COMMIT");
          PreparedStatement insert =
              plain.prepareStatement("INSERT INTO t(at,type,body) VALUES(?,?,?)")) {
        for (int i = -WARM_UP; i < ROUNDS; i++) {
          Instant at = Instant.now();
          long start = System.nanoTime();
          journal.append(
              new Append(
                  i + WARM_UP + 1, 1, at, "ItemScanned", body, Optional.empty(), List.of(), false));
          long middle = System.nanoTime();
          begin.execute();
          insert.setString(1, at.toString());
          insert.setString(2, "ItemScanned");
          insert.setBytes(3, body);
          insert.executeUpdate();
          commit.execute();
          long end = System.nanoTime();
          if (i >= 0) {
            ours[i] = middle - start;
            bare[i] = end - middle;
          }
        }
      }
    }
  }
}
