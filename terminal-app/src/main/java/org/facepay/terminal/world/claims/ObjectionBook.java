package org.facepay.terminal.world.claims;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.StoreWords;
import org.facepay.terminal.loop.EventCodec;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.world.claims.Objection.State;

/**
 * What is objected to, what has come of it and whether the collector was told, and the refunds that
 * are not recorded yet, in one SQLite file. Used by one thread.
 */
final class ObjectionBook implements AutoCloseable {
  /** Longer than any bill can be objected to. */
  private static final Duration KEPT = Duration.ofDays(60);

  private static final String[] TABLES = {
    "CREATE TABLE IF NOT EXISTS objection(sale TEXT NOT NULL, line INTEGER NOT NULL, why TEXT NOT NULL,"
        + " state TEXT NOT NULL, minor INTEGER NOT NULL, at INTEGER NOT NULL, told INTEGER NOT NULL,"
        + " PRIMARY KEY(sale, line)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS refund(number TEXT PRIMARY KEY, body BLOB NOT NULL)"
  };

  private final Connection connection;
  private final EventCodec<Event> codec;

  /**
   * Opens or creates the file.
   *
   * @param codec writes refunds as the journal does
   */
  ObjectionBook(Path file, EventCodec<Event> codec) throws IOException {
    this.codec = codec;
    try {
      connection = Database.open(file, TABLES);
    } catch (SQLException e) {
      throw ExplainedException.ofStore(StoreWords.OBJECTIONS, file, e);
    }
  }

  /**
   * Of an objection.
   *
   * @param minor what goes back
   * @param at when it came to that
   */
  record Row(Objection objection, State state, long minor, Instant at) {}

  /** One that is there already stays as it is. */
  void add(Objection objection, Instant now) throws SQLException {
    var _ =
        Database.change(
            connection,
            "INSERT OR IGNORE INTO objection VALUES(?,?,?,?,0,?,1)",
            objection.sale(),
            objection.line(),
            objection.why().name(),
            State.NEW.name(),
            now.toEpochMilli());
  }

  /** It has come to something, which is to be told. */
  void became(Row row) throws SQLException {
    var _ =
        Database.change(
            connection,
            "UPDATE objection SET state=?, minor=?, at=?, told=0 WHERE sale=? AND line=?",
            row.state().name(),
            row.minor(),
            row.at().toEpochMilli(),
            row.objection().sale(),
            row.objection().line());
  }

  void told(Objection objection) throws SQLException {
    var _ =
        Database.change(
            connection,
            "UPDATE objection SET told=1 WHERE sale=? AND line=?",
            objection.sale(),
            objection.line());
  }

  List<Row> fresh() throws SQLException {
    return rows("state='NEW' ORDER BY at, sale, line");
  }

  List<Row> untold() throws SQLException {
    return rows("told=0 ORDER BY at, sale, line");
  }

  List<Row> of(String sale) throws SQLException {
    return rows("sale=? ORDER BY line", sale);
  }

  private List<Row> rows(String which, Object... values) throws SQLException {
    return Database.<Row, SQLException>rows(
        connection,
        "SELECT sale,line,why,state,minor,at FROM objection WHERE " + which,
        ObjectionBook::row,
        values);
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new Objection(r.getString(1), r.getInt(2), Objection.Why.valueOf(r.getString(3))),
        State.valueOf(r.getString(4)),
        r.getLong(5),
        Instant.ofEpochMilli(r.getLong(6)));
  }

  /**
   * A refund is about to be asked for, and that is what objections come to; both or neither.
   *
   * @return whether the refund is new
   */
  boolean begin(List<Told.MoneyReturned> refund, List<Row> became) throws SQLException {
    return Database.inTransaction(
        connection,
        () -> {
          for (Row row : became) {
            became(row);
          }
          int fresh = 0;
          for (Told.MoneyReturned begun : refund) {
            fresh +=
                Database.change(
                    connection,
                    "INSERT OR IGNORE INTO refund VALUES(?,?)",
                    begun.requestNo(),
                    codec.encode(begun));
          }
          return fresh > 0;
        });
  }

  /** It is recorded, or will not be made. */
  void end(String number) throws SQLException {
    var _ = Database.change(connection, "DELETE FROM refund WHERE number=?", number);
  }

  /** Those that are not recorded yet, by their numbers. */
  Map<String, Told.MoneyReturned> refunds() throws SQLException, IOException {
    Map<String, Told.MoneyReturned> refunds = new HashMap<>();
    List<byte[]> bodies =
        Database.<byte[], SQLException>rows(
            connection, "SELECT body FROM refund", r -> r.getBytes(1));
    for (byte[] body : bodies) {
      if (codec.decode("MoneyReturned", body) instanceof Told.MoneyReturned refund) {
        refunds.put(refund.requestNo(), refund);
      }
    }
    return refunds;
  }

  void prune(Instant now) throws SQLException {
    var _ =
        Database.change(
            connection, "DELETE FROM objection WHERE at<?", now.minus(KEPT).toEpochMilli());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
