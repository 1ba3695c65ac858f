package org.facepay.terminal.member;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.sqlite.Database;
import org.jspecify.annotations.Nullable;

/**
 * What was done with faces, for as long as the retention says. The database refuses to change a row
 * or to delete one before its time; the retention lies beside the rows, so that no tool forgets it.
 */
final class AuditTrail {
  static final int STANDARD_DAYS = 180;

  private final Connection connection;

  AuditTrail(Connection connection) throws SQLException {
    this.connection = connection;
    Database.run(
        connection,
        "CREATE TABLE IF NOT EXISTS retention(one INTEGER PRIMARY KEY CHECK(one=1), days INTEGER NOT NULL,"
            + " expired INTEGER NOT NULL)",
        "INSERT OR IGNORE INTO retention VALUES(1," + STANDARD_DAYS + ",0)",
        "CREATE TABLE IF NOT EXISTS audit(n INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL,"
            + " tag BLOB, similarity REAL, margin REAL, liveness REAL)",
        "CREATE INDEX IF NOT EXISTS audit_tag ON audit(tag)",
        "CREATE INDEX IF NOT EXISTS audit_at ON audit(at)",
        "CREATE TRIGGER IF NOT EXISTS audit_unchanged BEFORE UPDATE ON audit"
            + " BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
        "CREATE TRIGGER IF NOT EXISTS audit_kept BEFORE DELETE ON audit"
            + " WHEN OLD.at >= (SELECT expired FROM retention)"
            + " BEGIN SELECT RAISE(ABORT, 'the audit row is not expired'); END");
  }

  void append(Instant at, AuditRow.Kind kind, byte @Nullable [] tag, AuditRow.@Nullable Scores s)
      throws SQLException {
    Database.change(
        connection,
        "INSERT INTO audit(at,kind,tag,similarity,margin,liveness) VALUES(?,?,?,?,?,?)",
        at.toEpochMilli(),
        kind.name(),
        tag,
        s == null ? null : s.similarity(),
        s == null ? null : s.margin(),
        s == null ? null : s.liveness());
  }

  /** A member's rows, oldest first. */
  List<AuditRow> of(byte[] tag) throws SQLException {
    return rows("SELECT * FROM audit WHERE tag=? ORDER BY n", tag);
  }

  /** The newest rows, oldest of them first. */
  List<AuditRow> newest(int limit) throws SQLException {
    return rows("SELECT * FROM (SELECT * FROM audit ORDER BY n DESC LIMIT ?) ORDER BY n", limit);
  }

  /** How often something was done with a member's face since then. */
  int count(AuditRow.Kind kind, byte[] tag, Instant since) throws SQLException {
    return (int)
        Database.number(
            connection,
            "SELECT count(*) FROM audit WHERE tag=? AND kind=? AND at>=?",
            tag,
            kind.name(),
            since.toEpochMilli());
  }

  int count() throws SQLException {
    return (int) Database.number(connection, "SELECT count(*) FROM audit");
  }

  Optional<Instant> oldest() throws SQLException {
    return count() == 0
        ? Optional.empty()
        : Optional.of(
            Instant.ofEpochMilli(Database.number(connection, "SELECT min(at) FROM audit")));
  }

  int retentionDays() throws SQLException {
    return (int) Database.number(connection, "SELECT days FROM retention");
  }

  void keepFor(int days) throws SQLException {
    if (days < 1 || days > 3_650) {
      throw new IllegalArgumentException("audit rows are kept for 1 to 3650 days, found " + days);
    }
    Database.run(connection, "UPDATE retention SET days=" + days);
  }

  /** Deletes the rows whose time is over. */
  void expire(Instant now) throws SQLException {
    long expired = now.minus(Duration.ofDays(retentionDays())).toEpochMilli();
    Database.run(
        connection,
        "UPDATE retention SET expired=" + expired,
        "DELETE FROM audit WHERE at<" + expired);
  }

  private List<AuditRow> rows(String sql, Object value) throws SQLException {
    return Database.<AuditRow, SQLException>rows(connection, sql, AuditTrail::row, value);
  }

  private static AuditRow row(ResultSet r) throws SQLException {
    byte[] tag = r.getBytes("tag");
    return new AuditRow(
        Instant.ofEpochMilli(r.getLong("at")),
        AuditRow.Kind.valueOf(r.getString("kind")),
        tag == null ? "" : HexFormat.of().formatHex(tag),
        scores(r));
  }

  private static AuditRow.@Nullable Scores scores(ResultSet r) throws SQLException {
    double similarity = r.getDouble("similarity");
    return r.wasNull()
        ? null
        : new AuditRow.Scores(similarity, r.getDouble("margin"), r.getDouble("liveness"));
  }
}
