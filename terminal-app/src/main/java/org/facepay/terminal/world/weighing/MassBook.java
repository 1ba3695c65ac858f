package org.facepay.terminal.world.weighing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.StoreWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The learned masses in one SQLite file. One that cannot be written is learned again; a mass nobody
 * knows blocks nothing. Thread-safe.
 */
public final class MassBook implements Masses, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MassBook.class);

  private final Map<String, Mass> masses = new ConcurrentHashMap<>();
  private final Connection connection;

  /** Opens or creates the file. */
  public MassBook(Path file) throws IOException {
    try {
      connection =
          Database.open(
              file,
              "CREATE TABLE IF NOT EXISTS mass(code TEXT PRIMARY KEY, count INTEGER NOT NULL,"
                  + " mean REAL NOT NULL, squares REAL NOT NULL)");
      Database.rows(
          connection,
          "SELECT code,count,mean,squares FROM mass",
          r -> masses.put(r.getString(1), new Mass(r.getLong(2), r.getDouble(3), r.getDouble(4))));
    } catch (SQLException e) {
      throw ExplainedException.ofStore(StoreWords.MASSES, file, e);
    }
  }

  @Override
  public Mass of(String code) {
    return masses.getOrDefault(code, Mass.UNKNOWN);
  }

  @Override
  public synchronized void learn(String code, double grams) {
    Mass mass = of(code).with(grams);
    masses.put(code, mass);
    try {
      Database.change(
          connection,
          "INSERT OR REPLACE INTO mass VALUES(?,?,?,?)",
          code,
          mass.count(),
          mass.mean(),
          mass.squares());
    } catch (SQLException e) {
      LOG.warn("the mass of {} is not kept: {}", code, e.getMessage());
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("closing the masses: " + e.getMessage(), e);
    }
  }
}
