package org.facepay.terminal.member;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.member.Consent.Decision;
import org.facepay.terminal.member.Consent.Purpose;

/**
 * The proof of who agreed to what and when. Rows carry the member's tag only, so that the proof
 * outlives the member's data, and the database itself refuses to change or delete one.
 */
final class ConsentLedger {
  private final Connection connection;

  ConsentLedger(Connection connection) throws SQLException {
    this.connection = connection;
    Database.run(
        connection,
        "CREATE TABLE IF NOT EXISTS consent(n INTEGER PRIMARY KEY, tag BLOB NOT NULL, purpose TEXT NOT NULL,"
            + " version TEXT NOT NULL, decision TEXT NOT NULL, at INTEGER NOT NULL, terminal TEXT NOT NULL)",
        "CREATE INDEX IF NOT EXISTS consent_tag ON consent(tag)",
        "CREATE TRIGGER IF NOT EXISTS consent_unchanged BEFORE UPDATE ON consent"
            + " BEGIN SELECT RAISE(ABORT, 'consents are append-only'); END",
        "CREATE TRIGGER IF NOT EXISTS consent_kept BEFORE DELETE ON consent"
            + " BEGIN SELECT RAISE(ABORT, 'consents are append-only'); END");
  }

  void append(byte[] tag, Consent consent) throws SQLException {
    Database.change(
        connection,
        "INSERT INTO consent(tag,purpose,version,decision,at,terminal) VALUES(?,?,?,?,?,?)",
        tag,
        consent.purpose().name(),
        consent.version(),
        consent.decision().name(),
        consent.at().toEpochMilli(),
        consent.terminal());
  }

  /** A member's decisions, oldest first. */
  List<Consent> of(byte[] tag) throws SQLException {
    return Database.<Consent, SQLException>rows(
        connection,
        "SELECT purpose,version,decision,at,terminal FROM consent WHERE tag=? ORDER BY n",
        r ->
            new Consent(
                Purpose.valueOf(r.getString(1)),
                r.getString(2),
                Decision.valueOf(r.getString(3)),
                Instant.ofEpochMilli(r.getLong(4)),
                r.getString(5)),
        tag);
  }

  /** The consent that holds now, if the member's last decision on the purpose was to give it. */
  Optional<Consent> standing(byte[] tag, Purpose purpose) throws SQLException {
    return of(tag).stream()
        .filter(c -> c.purpose() == purpose)
        .reduce((earlier, later) -> later)
        .filter(c -> c.decision() == Decision.GIVEN);
  }

  /** How many consents stand, by purpose and version, e.g. {@code FACE_PAYMENT@2026-11}. */
  SortedMap<String, Integer> standingByVersion() throws SQLException {
    SortedMap<String, Integer> counts = new TreeMap<>();
    Database.<Integer, SQLException>rows(
        connection,
        "SELECT purpose || '@' || version, count(*) FROM consent WHERE n IN"
            + " (SELECT max(n) FROM consent GROUP BY tag, purpose)"
            + " AND decision='GIVEN' GROUP BY 1",
        r -> counts.merge(r.getString(1), r.getInt(2), Integer::sum));
    return counts;
  }
}
