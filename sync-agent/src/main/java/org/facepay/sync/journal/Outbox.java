package org.facepay.sync.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;

/**
 * The rows of the journal that the collector has not acknowledged. Rows leave only by an
 * acknowledgement; a row the collector refuses is kept and marked, so that one bad event never
 * blocks the ones behind it.
 *
 * <p>Used by one thread.
 */
public final class Outbox implements AutoCloseable {
  private final Journal journal;
  private final Path file;
  private final Connection reader;

  Outbox(Journal journal, Path file) throws StorageException {
    this.journal = journal;
    this.file = file;
    try {
      reader = Database.openReader(file);
    } catch (SQLException e) {
      throw Database.failure(file, e);
    }
  }

  /** As below, from the very first row and all of them. */
  public List<Outgoing> oldest(int rows, int bytes) throws StorageException {
    return oldest(rows, bytes, 0, Set.of());
  }

  /**
   * The oldest rows, at most so many, and no more bytes of data than given unless the first row
   * alone is larger.
   *
   * @param skip rows at the front to leave out, because they are under way
   * @param without ids of rows to pass over
   */
  public List<Outgoing> oldest(int rows, int bytes, int skip, Set<String> without)
      throws StorageException {
    List<Outgoing> out = new ArrayList<>();
    String others = String.join(",", Collections.nCopies(without.size(), "?"));
    try (PreparedStatement s =
        reader.prepareStatement(
            "SELECT id,type,at,data FROM outbox WHERE refused IS NULL AND id NOT IN ("
                + others
                + ") ORDER BY n LIMIT ? OFFSET ?")) {
      int place = 1;
      for (String id : without) {
        s.setString(place++, id);
      }
      s.setInt(place++, rows);
      s.setInt(place, skip);
      int sum = 0;
      try (ResultSet row = s.executeQuery()) {
        while (row.next()) {
          byte[] data = row.getBytes(4);
          sum += data.length;
          if (sum > bytes && !out.isEmpty()) {
            break;
          }
          out.add(
              new Outgoing(
                  row.getString(1), row.getString(2), Instant.parse(row.getString(3)), data));
        }
      }
    } catch (DateTimeException e) {
      throw Database.damaged(file, e.toString(), e);
    } catch (SQLException e) {
      throw Database.failure(file, e);
    }
    return out;
  }

  /** Rows waiting to be uploaded. */
  public long waiting() throws StorageException {
    try {
      return Database.number(reader, "SELECT count(*) FROM outbox WHERE refused IS NULL");
    } catch (SQLException e) {
      throw Database.failure(file, e);
    }
  }

  /** Rows the collector refused, kept for a person to look at. */
  public long refused() throws StorageException {
    try {
      return Database.number(reader, "SELECT count(*) FROM outbox WHERE refused IS NOT NULL");
    } catch (SQLException e) {
      throw Database.failure(file, e);
    }
  }

  /** Lets refused rows wait again; how many there were. */
  public int bringBack() throws StorageException {
    AtomicInteger count = new AtomicInteger();
    journal.write(
        c ->
            count.set(
                Database.change(c, "UPDATE outbox SET refused=NULL WHERE refused IS NOT NULL")));
    return count.get();
  }

  /**
   * Removes what the collector has stored and marks what it refused, in one transaction.
   *
   * @param refused id to the collector's code
   */
  public void settle(Collection<String> stored, Map<String, String> refused)
      throws StorageException {
    journal.write(
        c -> {
          try (PreparedStatement delete = c.prepareStatement("DELETE FROM outbox WHERE id=?");
              PreparedStatement mark =
                  c.prepareStatement("UPDATE outbox SET refused=? WHERE id=?")) {
            for (String id : stored) {
              delete.setString(1, id);
              delete.executeUpdate();
            }
            for (Map.Entry<String, String> row : refused.entrySet()) {
              mark.setString(1, row.getValue());
              mark.setString(2, row.getKey());
              mark.executeUpdate();
            }
          }
        });
  }

  @Override
  public void close() throws StorageException {
    try {
      reader.close();
    } catch (SQLException e) {
      throw Database.failure(file, e);
    }
  }
}
