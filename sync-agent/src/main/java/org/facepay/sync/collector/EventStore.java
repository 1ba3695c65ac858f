package org.facepay.sync.collector;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.uplink.CloudEvents;

/**
 * The collector's events in SQLite, each (source, id) once, and which starts of a terminal's
 * program were heard when. Thread-safe.
 */
final class EventStore implements AutoCloseable {
  /** For so long a terminal is warned of another start that went on beside its own. */
  private static final Duration WARNED = Duration.ofDays(1);

  private final Connection writer;
  private final ReentrantLock lock = new ReentrantLock();

  /** What one batch came to. */
  record Stored(int accepted, int duplicates) {}

  EventStore(Path file) throws SQLException {
    writer = Database.openWriter(file);
    Database.run(
        writer,
        "CREATE TABLE IF NOT EXISTS event(source TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, at TEXT NOT NULL,"
            + " received TEXT NOT NULL, receipt TEXT, data BLOB NOT NULL, PRIMARY KEY(source, id)) WITHOUT ROWID",
        "CREATE INDEX IF NOT EXISTS event_receipt ON event(receipt) WHERE receipt IS NOT NULL",
        "CREATE INDEX IF NOT EXISTS event_type ON event(type)",
        "CREATE TABLE IF NOT EXISTS start(source TEXT NOT NULL, start TEXT NOT NULL, first INTEGER NOT NULL,"
            + " last INTEGER NOT NULL, PRIMARY KEY(source, start)) WITHOUT ROWID");
  }

  /** Commits the batch; when this returns it is on the disk. */
  Stored store(List<CloudEvents.Received> events, Instant now) throws SQLException {
    lock.lock();
    try (PreparedStatement insert =
        writer.prepareStatement(
            "INSERT OR IGNORE INTO event(source,id,type,at,received,receipt,data)"
                + " VALUES(?1,?2,?3,?4,?5,CASE WHEN json_valid(?6) THEN json_extract(?6, '$.receiptToken') END,?7)")) {
      Database.run(writer, "BEGIN IMMEDIATE");
      int accepted = 0;
      try {
        for (CloudEvents.Received e : events) {
          insert.setString(1, e.source());
          insert.setString(2, e.id());
          insert.setString(3, e.type());
          insert.setString(4, e.at().toString());
          insert.setString(5, now.toString());
          insert.setString(6, new String(e.data(), StandardCharsets.UTF_8));
          insert.setBytes(7, e.data());
          accepted += insert.executeUpdate();
        }
        Database.run(writer, "COMMIT");
      } catch (SQLException e) {
        rollBack(e);
        throw e;
      }
      return new Stored(accepted, events.size() - accepted);
    } finally {
      lock.unlock();
    }
  }

  /** After a full disk SQLite has rolled back by itself and refuses to do it again. */
  private void rollBack(SQLException cause) {
    try {
      Database.run(writer, "ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Data of all events of a type, oldest first. */
  List<String> ofType(String type) throws SQLException {
    List<String> out = new ArrayList<>();
    lock.lock();
    try (PreparedStatement s =
        writer.prepareStatement("SELECT CAST(data AS TEXT) FROM event WHERE type=? ORDER BY at")) {
      s.setString(1, type);
      try (ResultSet row = s.executeQuery()) {
        while (row.next()) {
          out.add(row.getString(1));
        }
      }
    } finally {
      lock.unlock();
    }
    return out;
  }

  /** The sale an e-receipt's link names. */
  Optional<String> receipt(String token) throws SQLException {
    lock.lock();
    try (PreparedStatement s =
        writer.prepareStatement("SELECT CAST(data AS TEXT) FROM event WHERE receipt=?")) {
      s.setString(1, token);
      try (ResultSet row = s.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes that a start of a terminal's program was heard. A start that is heard after a later one
   * has begun, or beside which an earlier one went on, is not alone: two terminals run from one
   * disk and its copy.
   */
  boolean twin(String source, String start, Instant now) throws SQLException {
    lock.lock();
    try {
      Database.change(
          writer,
          "INSERT INTO start VALUES(?1,?2,?3,?3) ON CONFLICT DO UPDATE SET last=max(last, ?3)",
          source,
          start,
          now.toEpochMilli());
      long others =
          Database.number(
              writer,
              "SELECT count(*) FROM start mine JOIN start other ON other.source=mine.source AND other.start<>mine.start"
                  + " WHERE mine.source=? AND mine.start=? AND other.last>mine.first AND other.last>?",
              source,
              start,
              now.minus(WARNED).toEpochMilli());
      return others > 0;
    } finally {
      lock.unlock();
    }
  }

  long count() throws SQLException {
    lock.lock();
    try {
      return Database.number(writer, "SELECT count(*) FROM event");
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws SQLException {
    lock.lock();
    try {
      writer.close();
    } finally {
      lock.unlock();
    }
  }
}
