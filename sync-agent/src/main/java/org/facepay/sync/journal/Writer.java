package org.facepay.sync.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Commits to a journal: the one connection that writes, replaced after every failure, and the end
 * of the log as it knows it. Used under the journal's lock.
 */
final class Writer {
  private static final int PAGE_BYTES = 4096;

  private final Path file;
  private final Ballast ballast;
  private final HighWater highWater;
  private final long maxPages;
  private @Nullable Connection connection;
  private @Nullable JournalStatements statements;
  private Chain.Tail tail;
  private boolean closed;

  /** Whether the last commit failed: SQLite may have brought it to the disk all the same. */
  private boolean doubtful;

  /** Statements inside a transaction. */
  interface SqlWork {
    void on(Connection connection) throws SQLException;
  }

  /**
   * @param maxPages most pages of the file, the ballast not counted; 0 for no limit
   * @param connection whose tables are there
   */
  Writer(Path file, long maxPages, HighWater highWater, Connection connection) throws SQLException {
    this.file = file;
    this.ballast = Ballast.of(file);
    this.maxPages = maxPages;
    this.highWater = highWater;
    this.connection = connection;
    this.tail = Chain.Tail.of(connection);
    ballast.take();
    limitPages(connection);
  }

  /** The end of the log. */
  Chain.Tail tail() {
    return tail;
  }

  /** The writing connection; a new one after a failure. */
  Connection connection() throws SQLException {
    Connection c = connection;
    if (c == null) {
      if (closed) {
        throw new SQLException("the journal is closed");
      }
      c = Database.openWriter(file);
      connection = c;
      limitPages(c);
      tail = Chain.Tail.of(c);
    }
    return c;
  }

  /** Commits a step; gives up the ballast for it, once, when the disk is full. */
  void append(Append step) throws SQLException {
    try {
      carryOut(c -> commit(c, step));
    } catch (SQLException e) {
      if (Database.reason(e) != Reason.FULL || !ballast.giveUp()) {
        throw e;
      }
      carryOut(c -> commit(c, step));
    }
  }

  /** Runs one transaction. */
  void write(SqlWork work) throws SQLException {
    carryOut(
        c -> {
          Database.run(c, "BEGIN IMMEDIATE");
          work.on(c);
          Database.run(c, "COMMIT");
        });
  }

  private void carryOut(SqlWork work) throws SQLException {
    boolean done = false;
    try {
      work.on(connection());
      done = true;
    } finally {
      if (!done) {
        drop();
      }
    }
  }

  private void commit(Connection c, Append step) throws SQLException {
    if (doubtful && tail.seq() > 0 && tail.stamp() == step.stamp()) {
      // The commit that failed has reached the file after all; make sure of the disk, too.
      Database.run(c, "PRAGMA wal_checkpoint(TRUNCATE)");
      doubtful = false;
      return;
    }
    doubtful = true;
    Chain.Tail next = tail.after(step);
    JournalStatements s = statements == null ? JournalStatements.on(c) : statements;
    statements = s;
    Database.run(c, "BEGIN IMMEDIATE");
    s.insert(step, next);
    Database.run(c, "COMMIT");
    doubtful = false;
    tail = next;
    highWater.mark(next.seq(), next.hash());
  }

  /** Whether the ballast has been given up. */
  boolean low() {
    return !ballast.held();
  }

  /** Takes the ballast again; false when there is no space for it. */
  boolean restore() {
    try {
      if (low() && ballast.take()) {
        limitPages(connection());
      }
      return !low();
    } catch (SQLException e) {
      ballast.giveUp();
      return false;
    }
  }

  /** Brings everything into the one file and closes it. */
  void close() throws SQLException {
    try {
      if (!closed && connection != null) {
        Database.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
      }
    } finally {
      closed = true;
      drop();
    }
  }

  /** After a failure the connection's own idea of its transaction cannot be trusted. */
  private void drop() {
    statements = null;
    Database.drop(connection);
    connection = null;
  }

  private void limitPages(Connection c) throws SQLException {
    if (maxPages > 0) {
      long reserve = low() ? Ballast.BYTES / PAGE_BYTES : 0;
      Database.run(c, "PRAGMA max_page_count=" + (maxPages + reserve));
    }
  }
}
