package org.facepay.sync.collector;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.facepay.sync.sqlite.Database;

/** One connection to a file that all desks share, one at a time; its failures name the file. */
final class SharedDatabase implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  private SharedDatabase(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the file with its tables, or makes it. */
  static SharedDatabase open(Path file, String... tables) throws IOException {
    try {
      return new SharedDatabase(file, Database.open(file, tables));
    } catch (SQLException e) {
      throw new IOException("cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  /** To be used inside of {@link #alone}. */
  Connection connection() {
    return connection;
  }

  /** Does it while nobody else does anything. */
  <T> T alone(Database.Work<T, SQLException> work) throws IOException {
    lock.lock();
    try {
      return work.run();
    } catch (SQLException e) {
      throw new IOException("cannot use " + file + ": " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    alone(
        () -> {
          connection.close();
          return true;
        });
  }
}
