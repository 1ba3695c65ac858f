package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.sync.sqlite.Database;
import org.sqlite.SQLiteConfig;

/**
 * A look at a database that leaves no trace beside it. SQLite makes side files even for a reader,
 * and files made by one user keep another from starting. Where a program is at work on the database
 * they are there already; where none is, the file is read as one that does not change, or, when a
 * killed program has left a write-ahead log, in a copy.
 */
public final class Look implements AutoCloseable {
  private final Connection connection;
  private final Optional<Path> copy;

  private Look(Connection connection, Optional<Path> copy) {
    this.connection = connection;
    this.copy = copy;
  }

  /**
   * Opens an existing database.
   *
   * @throws IOException when it is not there or cannot be read
   */
  public static Look at(Path file) throws SQLException, IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("there is no readable file " + file);
    }
    if (Files.exists(side(file, "-shm"))) {
      Optional<Connection> beside = beside(file);
      if (beside.isPresent()) {
        return new Look(beside.get(), Optional.empty());
      }
    }
    return atStopped(file);
  }

  /**
   * As {@link #at}, of a database that no program is at work on, whatever one has left beside it.
   */
  static Look atStopped(Path file) throws SQLException, IOException {
    Path wal = side(file, "-wal");
    if (Files.exists(wal) && Files.size(wal) > 0) {
      Path folder = Files.createTempDirectory("look");
      Path copy = folder.resolve(file.getFileName());
      Files.copy(file, copy);
      Files.copy(wal, folder.resolve(wal.getFileName()));
      return new Look(Database.openReader(copy), Optional.of(folder));
    }
    return new Look(immutable(file), Optional.empty());
  }

  /** For reading. */
  public Connection connection() {
    return connection;
  }

  /** A reader beside the program at work; empty when side files of a killed one cannot be used. */
  private static Optional<Connection> beside(Path file) {
    Connection reader = null;
    try {
      reader = Database.openReader(file);
      long ignored = Database.number(reader, "SELECT count(*) FROM sqlite_master");
      return Optional.of(reader);
    } catch (SQLException e) {
      Database.drop(reader);
      return Optional.empty();
    }
  }

  private static Path side(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static Connection immutable(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return DriverManager.getConnection(
        "jdbc:sqlite:" + file.toUri() + "?immutable=1", config.toProperties());
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
    if (copy.isPresent()) {
      try (Stream<Path> files = Files.list(copy.get())) {
        for (Path each : files.toList()) {
          Files.delete(each);
        }
      }
      Files.delete(copy.get());
    }
  }
}
