package org.facepay.sync.sqlite;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facepay.sync.sqlite.StorageException.Reason;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Opens SQLite the one way a till may use it: write-ahead log with {@code synchronous=FULL}, so
 * that a committed transaction survives a power cut (NORMAL loses acknowledged sales), and
 * transactions written out as {@code BEGIN IMMEDIATE} and {@code COMMIT}, because after a full disk
 * the driver's own bookkeeping no longer tells the truth.
 */
public final class Database {
  private Database() {}

  /** Opens the file for the one writer. */
  public static Connection openWriter(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(5_000);
    return DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
  }

  /** Opens the file for reading beside the writer. */
  public static Connection openReader(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(5_000);
    return DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
  }

  /** Opens the file for the one writer, with its folder and its tables, made where missing. */
  public static Connection open(Path file, String... tables) throws SQLException, IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Connection connection = openWriter(file);
    run(connection, tables);
    return connection;
  }

  /** Runs statements that take no parameters. */
  public static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Statements that stand or fall together. */
  public interface Work<T, E extends Exception> {
    T run() throws SQLException, E;
  }

  /** Runs all of it in one transaction, or leaves nothing of it. */
  public static <T, E extends Exception> T inTransaction(Connection connection, Work<T, E> work)
      throws SQLException, E {
    run(connection, "BEGIN IMMEDIATE");
    boolean committed = false;
    try {
      T result = work.run();
      run(connection, "COMMIT");
      committed = true;
      return result;
    } finally {
      if (!committed) {
        rollBack(connection);
      }
    }
  }

  /** After a full disk SQLite has rolled back by itself; what counts is why it was necessary. */
  private static void rollBack(Connection connection) {
    try {
      run(connection, "ROLLBACK");
    } catch (SQLException e) {
      // There is no transaction left, or the next one will say what is wrong.
    }
  }

  /** Runs a statement; how many rows it changed. */
  public static int change(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values)) {
      statement.execute();
      return statement.getUpdateCount();
    }
  }

  /** What a row becomes. */
  public interface Reading<T, E extends Exception> {
    T of(ResultSet row) throws SQLException, E;
  }

  /** All rows of a question. */
  public static <T, E extends Exception> List<T> rows(
      Connection connection, String sql, Reading<T, E> reading, @Nullable Object... values)
      throws SQLException, E {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement = prepared(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        all.add(reading.of(row));
      }
    }
    return all;
  }

  /** The first column of the first row, 0 when there is no row or it is null. */
  public static long number(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    List<Long> all = Database.<Long, SQLException>rows(connection, sql, r -> r.getLong(1), values);
    return all.isEmpty() ? 0 : all.getFirst();
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Closes a connection that has failed; what was committed is on the disk all the same. */
  public static void drop(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // There is nothing left to be done with it.
    }
  }

  /** What kind of failure it is. */
  public static Reason reason(SQLException e) {
    if (e instanceof SQLiteException sqlite
        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
      return Reason.FULL;
    }
    int code = e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : -1;
    return Stream.of(SQLiteErrorCode.values())
        .filter(c -> c.code == code)
        .findFirst()
        .map(
            c ->
                switch (c) {
                  case SQLITE_FULL -> Reason.FULL;
                  case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                      Reason.READ_ONLY;
                  case SQLITE_BUSY, SQLITE_LOCKED -> Reason.LOCKED;
                  case SQLITE_CORRUPT, SQLITE_NOTADB -> Reason.DAMAGED;
                  default -> Reason.IO;
                })
        .orElse(Reason.IO);
  }

  /** Says what an SQLite failure means for the file. */
  public static StorageException failure(Path file, SQLException e) {
    return switch (reason(e)) {
      case FULL -> new StorageException(Reason.FULL, full(file), e);
      case READ_ONLY -> readOnly(file, e);
      case LOCKED -> locked(file, e);
      case DAMAGED -> damaged(file, e.toString(), e);
      case DOUBTFUL, NEWER, IO ->
          new StorageException(Reason.IO, "cannot use " + file + ": " + e.getMessage(), e);
    };
  }

  /** Says what a failure of the file system means for the file. */
  public static StorageException failure(Path file, IOException e) {
    String reason = String.valueOf(e.getMessage());
    if (e instanceof AccessDeniedException || reason.contains("Read-only file system")) {
      return readOnly(file, e);
    }
    return reason.contains("No space left")
        ? new StorageException(Reason.FULL, full(file), e)
        : new StorageException(Reason.IO, "cannot use " + file + ": " + e, e);
  }

  private static StorageException readOnly(Path file, Throwable cause) {
    return new StorageException(
        Reason.READ_ONLY,
        file
            + " cannot be written: does it and its folder belong to this user (chown, chmod u+rwx),"
            + " and is its disk mounted for writing? Selling goes on when it can be written",
        cause);
  }

  private static StorageException locked(Path file, @Nullable Throwable cause) {
    return new StorageException(
        Reason.LOCKED,
        file + " is held by another program; close that one, selling goes on by itself",
        cause);
  }

  private static String full(Path file) {
    return "no space left for " + file + "; free space on its disk, selling goes on by itself";
  }

  public static StorageException damaged(Path file, String what, @Nullable Throwable cause) {
    return new StorageException(
        Reason.DAMAGED,
        file
            + " is damaged ("
            + what
            + "). Nothing was deleted. Run `facepay journal quarantine "
            + file
            + "` to put it aside and start a new one; hand the"
            + " old file to your support, who read the sales in it",
        cause);
  }
}
