package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.facepay.sync.journal.Append.Sale;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;

/**
 * The finished sales of a journal, and the refunds, which are sales below zero under an id that
 * begins with the one of their sale. Read on a connection of its own, so that nothing that is being
 * sold waits; also beside a running terminal.
 *
 * <p>Thread-safe.
 */
public final class Sales implements AutoCloseable {
  private static final String COLUMNS = "SELECT id,at,total_minor,currency,body FROM sale WHERE ";

  private final Path file;
  private final Look look;
  private final Connection reader;

  private Sales(Path file, Look look) {
    this.file = file;
    this.look = look;
    this.reader = look.connection();
  }

  /** Opens the sales of an existing journal. */
  public static Sales open(Path file) throws StorageException {
    try {
      return new Sales(file, Look.at(file));
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } catch (IOException e) {
      throw Database.failure(file, e);
    }
  }

  /** One sale. */
  public synchronized Optional<Sale> sale(String id) throws StorageException {
    return read(COLUMNS + "id=?", id).stream().findFirst();
  }

  /**
   * Sales and refunds of a time, oldest first.
   *
   * @param until not included
   */
  public synchronized List<Sale> between(Instant from, Instant until) throws StorageException {
    // Times are ISO 8601 of a varying number of digits, so the text only finds the days.
    return read(
            COLUMNS + "at>=? AND at<? ORDER BY at, id", day(from), day(until.plusSeconds(86_400)))
        .stream()
        .filter(s -> !s.at().isBefore(from) && s.at().isBefore(until))
        .toList();
  }

  /** The newest sale or refund whose id passes. */
  public synchronized Optional<String> newest(Predicate<String> wanted) throws StorageException {
    try (PreparedStatement s = reader.prepareStatement("SELECT id FROM sale ORDER BY rowid DESC");
        ResultSet row = s.executeQuery()) {
      while (row.next()) {
        if (wanted.test(row.getString(1))) {
          return Optional.of(row.getString(1));
        }
      }
      return Optional.empty();
    } catch (SQLException e) {
      throw Database.failure(file, e);
    }
  }

  /** What begins with this, e.g. the refunds of a sale; in the order they were made. */
  public synchronized List<Sale> beginningWith(String prefix) throws StorageException {
    return read(
        COLUMNS + "substr(id,1,?)=? AND id>=? ORDER BY rowid", prefix.length(), prefix, prefix);
  }

  private List<Sale> read(String sql, Object... values) throws StorageException {
    List<Sale> sales = new ArrayList<>();
    try (PreparedStatement s = reader.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        s.setObject(i + 1, values[i]);
      }
      try (ResultSet row = s.executeQuery()) {
        while (row.next()) {
          sales.add(
              new Sale(
                  row.getString(1),
                  Instant.parse(row.getString(2)),
                  row.getLong(3),
                  row.getString(4),
                  row.getBytes(5)));
        }
      }
    } catch (DateTimeException e) {
      throw Database.damaged(file, e.toString(), e);
    } catch (SQLException e) {
      throw Database.failure(file, e);
    }
    return sales;
  }

  private static String day(Instant at) {
    return at.toString().substring(0, "2026-11-25".length());
  }

  @Override
  public synchronized void close() throws StorageException {
    try {
      look.close();
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } catch (IOException e) {
      throw Database.failure(file, e);
    }
  }
}
