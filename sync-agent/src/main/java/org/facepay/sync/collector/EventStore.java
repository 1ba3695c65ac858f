package org.facepay.sync.collector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.uplink.CloudEvents;

/**
 * The collector's events in SQLite, each (source, id) once, and which starts of a terminal's
 * program were heard when. Thread-safe.
 */
final class EventStore implements AutoCloseable {
  /** For so long a terminal is warned of another start that went on beside its own. */
  private static final Duration WARNED = Duration.ofDays(1);

  /** Of a refund the sale it belongs to; of anything else, and of what is no JSON, nothing. */
  private static final String REFUNDED_SALE =
      "CASE WHEN json_valid(CAST(data AS TEXT))"
          + " AND json_extract(CAST(data AS TEXT), '$.refundedLines') IS NOT NULL"
          + " THEN json_extract(CAST(data AS TEXT), '$.saleId') END";

  /** Of what is said of a container's bill the sale it is; of anything else nothing. */
  private static final String BILL =
      "CASE WHEN json_valid(CAST(data AS TEXT)) THEN json_extract(CAST(data AS TEXT), '$.bill.saleId') END";

  private static final String[] TABLES = {
    "CREATE TABLE IF NOT EXISTS event(source TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, at TEXT NOT NULL,"
        + " received TEXT NOT NULL, receipt TEXT, data BLOB NOT NULL, PRIMARY KEY(source, id)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS event_receipt ON event(receipt) WHERE receipt IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS event_type ON event(type)",
    "CREATE INDEX IF NOT EXISTS event_refund ON event(" + REFUNDED_SALE + ")",
    "CREATE INDEX IF NOT EXISTS event_bill ON event(" + BILL + ")",
    "CREATE TABLE IF NOT EXISTS objection(sale TEXT NOT NULL, line INTEGER NOT NULL, why TEXT NOT NULL,"
        + " at TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY(sale, line)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS start(source TEXT NOT NULL, start TEXT NOT NULL, first INTEGER NOT NULL,"
        + " last INTEGER NOT NULL, PRIMARY KEY(source, start)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS claim(basket TEXT PRIMARY KEY, claimant TEXT NOT NULL) WITHOUT ROWID"
  };

  private final SharedDatabase shared;
  private final Connection writer;

  /**
   * What one batch came to.
   *
   * @param conflicts ids under which something else is stored already; that stays
   */
  record Stored(int accepted, int duplicates, List<String> conflicts) {}

  private EventStore(SharedDatabase shared) {
    this.shared = shared;
    this.writer = shared.connection();
  }

  /** Opens the file, or makes it. */
  static EventStore open(Path file) throws IOException {
    return new EventStore(SharedDatabase.open(file, TABLES));
  }

  /** Commits the batch; when this returns it is on the disk. */
  Stored store(List<CloudEvents.Received> events, Instant now) throws IOException {
    return shared.alone(() -> Database.inTransaction(writer, () -> insert(events, now)));
  }

  private Stored insert(List<CloudEvents.Received> events, Instant now) throws SQLException {
    int accepted = 0;
    List<String> conflicts = new ArrayList<>();
    try (PreparedStatement insert =
        writer.prepareStatement(
            "INSERT OR IGNORE INTO event(source,id,type,at,received,receipt,data)"
                + " VALUES(?1,?2,?3,?4,?5,CASE WHEN json_valid(?6) THEN json_extract(?6, '$.receiptToken') END,?7)")) {
      for (CloudEvents.Received e : events) {
        insert.setString(1, e.source());
        insert.setString(2, e.id());
        insert.setString(3, e.type());
        insert.setString(4, e.at().toString());
        insert.setString(5, now.toString());
        insert.setString(6, new String(e.data(), StandardCharsets.UTF_8));
        insert.setBytes(7, e.data());
        int inserted = insert.executeUpdate();
        accepted += inserted;
        if (inserted == 0 && !stands(e)) {
          conflicts.add(e.id());
        }
      }
    }
    return new Stored(accepted, events.size() - accepted - conflicts.size(), conflicts);
  }

  /** Whether what is stored under this number is this very event. */
  private boolean stands(CloudEvents.Received e) throws SQLException {
    return Database.number(
            writer,
            "SELECT count(*) FROM event WHERE source=? AND id=? AND type=? AND at=? AND data=?",
            e.source(),
            e.id(),
            e.type(),
            e.at().toString(),
            e.data())
        > 0;
  }

  /** Data of all events of a type, oldest first. */
  List<String> ofType(String type) throws IOException {
    return data("WHERE type=? ORDER BY at", type);
  }

  /**
   * A sale.
   *
   * @param source who made it
   * @param data as it was recorded
   */
  record Receipt(String source, String data) {}

  /** The sale an e-receipt's link names. */
  Optional<Receipt> receipt(String token) throws IOException {
    return shared.alone(
        () ->
            Database.<Receipt, SQLException>rows(
                    writer,
                    "SELECT source, CAST(data AS TEXT) FROM event WHERE receipt=? LIMIT 1",
                    row -> new Receipt(row.getString(1), row.getString(2)),
                    token)
                .stream()
                .findFirst());
  }

  /** What was told of a sale as a container's bill, oldest first. */
  List<String> bill(String sale) throws IOException {
    return data("WHERE " + BILL + "=? ORDER BY at", sale);
  }

  /** Keeps what a shopper says of a line, once; what was said first stays. */
  void object(Objection objection, String source) throws IOException {
    var _ =
        shared.alone(
            () ->
                Database.change(
                    writer,
                    "INSERT OR IGNORE INTO objection VALUES(?,?,?,?,?)",
                    objection.sale(),
                    objection.line(),
                    objection.why().name(),
                    objection.at().toString(),
                    source));
  }

  /** What was said of a sale's lines. */
  List<Objection> objections(String sale) throws IOException {
    return objections("sale=? ORDER BY line", sale);
  }

  /** What a terminal has not answered yet, the oldest first; at most so many at a time. */
  List<Objection> waiting(String source, int most) throws IOException {
    return objections(
        "source=? AND NOT EXISTS (SELECT 1 FROM event WHERE "
            + BILL
            + "=objection.sale AND json_extract(CAST(data AS TEXT), '$.bill.line')=objection.line)"
            + " ORDER BY at LIMIT "
            + most,
        source);
  }

  private List<Objection> objections(String which, String value) throws IOException {
    return shared.alone(
        () ->
            Database.<Objection, SQLException>rows(
                writer,
                "SELECT sale,line,why,at FROM objection WHERE " + which,
                row ->
                    new Objection(
                        row.getString(1),
                        row.getInt(2),
                        Objection.Why.valueOf(row.getString(3)),
                        Instant.parse(row.getString(4))),
                value));
  }

  /** The refunds of a sale, oldest first. */
  List<String> refunds(String sale) throws IOException {
    return data("WHERE " + REFUNDED_SALE + "=? ORDER BY at", sale);
  }

  private List<String> data(String which, String value) throws IOException {
    return shared.alone(
        () ->
            Database.<String, SQLException>rows(
                writer,
                "SELECT CAST(data AS TEXT) FROM event " + which,
                row -> row.getString(1),
                value));
  }

  /**
   * Notes that a start of a terminal's program was heard. A start that is heard after a later one
   * has begun, or beside which an earlier one went on, is not alone: two terminals run from one
   * disk and its copy.
   */
  boolean twin(String source, String start, Instant now) throws IOException {
    return shared.alone(
        () -> {
          Database.change(
              writer,
              "INSERT INTO start VALUES(?1,?2,?3,?3) ON CONFLICT DO UPDATE SET last=max(last, ?3)",
              source,
              start,
              now.toEpochMilli());
          return Database.number(
                  writer,
                  "SELECT count(*) FROM start mine JOIN start other ON other.source=mine.source AND other.start<>mine.start"
                      + " WHERE mine.source=? AND mine.start=? AND other.last>mine.first AND other.last>?",
                  source,
                  start,
                  now.minus(WARNED).toEpochMilli())
              > 0;
        });
  }

  /** Whether a suspended basket is this claimant's, who gets it if nobody has it. */
  boolean claim(String basket, String claimant) throws IOException {
    return shared.alone(
        () -> {
          Database.change(writer, "INSERT OR IGNORE INTO claim VALUES(?,?)", basket, claimant);
          return Database.number(
                  writer,
                  "SELECT count(*) FROM claim WHERE basket=? AND claimant=?",
                  basket,
                  claimant)
              > 0;
        });
  }

  long count() throws IOException {
    return shared.alone(() -> Database.number(writer, "SELECT count(*) FROM event"));
  }

  @Override
  public void close() throws IOException {
    shared.close();
  }
}
