package org.facepay.sync.collector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.digest.Sha256;
import org.facepay.sync.sqlite.Database;

/**
 * Which terminals there are, which tickets may make one, and which certificates count, in SQLite.
 * Thread-safe; other processes may use the file beside this one.
 */
final class Registry implements AutoCloseable {
  /** A ticket that was not used by then is none any more. */
  static final Duration TICKET = Duration.ofHours(24);

  /** For so long one that has run out may still bring the next: machines sleep over a winter. */
  static final Duration GRACE = Duration.ofDays(400);

  /** When a terminal asked last is known to this: it asks twice a second, and a write is a sync. */
  private static final Duration SEEN = Duration.ofMinutes(1);

  private static final String[] TABLES = {
    "CREATE TABLE IF NOT EXISTS ticket(hash TEXT PRIMARY KEY, terminal TEXT NOT NULL, until INTEGER NOT NULL,"
        + " key TEXT) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS certificate(serial TEXT PRIMARY KEY, terminal TEXT NOT NULL,"
        + " until INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS terminal(id TEXT PRIMARY KEY, enrolled INTEGER NOT NULL, seen INTEGER) WITHOUT ROWID"
  };

  private final SharedDatabase shared;
  private final Connection database;

  /** What a certificate is worth. */
  enum Standing {
    GOOD,
    /** It has run out, and may bring the next. */
    EXPIRED,
    /** It was taken back, or was never given. */
    REVOKED
  }

  /** Why a ticket makes no terminal. */
  enum Denial {
    UNKNOWN("this ticket is unknown; ask for a new one"),
    USED("this ticket was used by another terminal; ask for a new one"),
    LATE("this ticket is older than a day; ask for a new one");

    final String english;

    Denial(String english) {
      this.english = english;
    }
  }

  /**
   * What a ticket came to.
   *
   * @param terminal whom it makes; empty with a reason
   */
  record Admission(Optional<String> terminal, Optional<Denial> denial) {
    static Admission of(String terminal) {
      return new Admission(Optional.of(terminal), Optional.empty());
    }

    static Admission denied(Denial why) {
      return new Admission(Optional.empty(), Optional.of(why));
    }
  }

  private Registry(SharedDatabase shared) {
    this.shared = shared;
    this.database = shared.connection();
  }

  /** Opens the file, or makes it. */
  static Registry open(Path file) throws IOException {
    return new Registry(SharedDatabase.open(file, TABLES));
  }

  /** A ticket was made. */
  void ticket(String token, String terminal, Instant now) throws IOException {
    shared.alone(
        () ->
            Database.change(
                database,
                "INSERT INTO ticket(hash,terminal,until) VALUES(?,?,?)",
                hash(token.getBytes(StandardCharsets.UTF_8)),
                terminal,
                now.plus(TICKET).toEpochMilli()));
  }

  /**
   * Whom a ticket makes. It counts once, for one key: whoever has not heard the answer asks again
   * with the same. Certificates that the terminal had before count no more.
   */
  Admission admit(String token, PublicKey key, Instant now) throws IOException {
    String hash = hash(token.getBytes(StandardCharsets.UTF_8));
    String asking = hash(key.getEncoded());
    return shared.alone(
        () ->
            Database.inTransaction(
                database,
                () -> {
                  List<Ticketed> found =
                      Database.<Ticketed, SQLException>rows(
                          database,
                          "SELECT terminal,until,coalesce(key,'') FROM ticket WHERE hash=?",
                          r -> new Ticketed(r.getString(1), r.getLong(2), r.getString(3)),
                          hash);
                  if (found.isEmpty()) {
                    return Admission.denied(Denial.UNKNOWN);
                  }
                  Ticketed ticket = found.getFirst();
                  if (!ticket.key().isEmpty() && !ticket.key().equals(asking)) {
                    return Admission.denied(Denial.USED);
                  }
                  if (now.toEpochMilli() > ticket.until()) {
                    return Admission.denied(Denial.LATE);
                  }
                  Database.change(database, "UPDATE ticket SET key=? WHERE hash=?", asking, hash);
                  Database.change(
                      database,
                      "UPDATE certificate SET revoked=1 WHERE terminal=?",
                      ticket.terminal());
                  Database.change(
                      database,
                      "INSERT INTO terminal(id,enrolled) VALUES(?1,?2)"
                          + " ON CONFLICT(id) DO UPDATE SET enrolled=?2",
                      ticket.terminal(),
                      now.toEpochMilli());
                  return Admission.of(ticket.terminal());
                }));
  }

  private record Ticketed(String terminal, long until, String key) {}

  /** A certificate was made, and counts from now on. */
  void issued(X509Certificate certificate, String terminal) throws IOException {
    shared.alone(
        () ->
            Database.change(
                database,
                "INSERT INTO certificate(serial,terminal,until) VALUES(?,?,?)",
                certificate.getSerialNumber().toString(16),
                terminal,
                certificate.getNotAfter().toInstant().toEpochMilli()));
  }

  /** What a certificate of the authority is worth; whoever has a good one was seen. */
  Standing standing(X509Certificate certificate, String terminal, Instant now) throws IOException {
    return shared.alone(
        () -> {
          long counts =
              Database.number(
                  database,
                  "SELECT count(*) FROM certificate WHERE serial=? AND terminal=? AND revoked=0",
                  certificate.getSerialNumber().toString(16),
                  terminal);
          Instant until = certificate.getNotAfter().toInstant();
          if (counts == 0 || now.isAfter(until.plus(GRACE))) {
            return Standing.REVOKED;
          }
          if (now.isAfter(until)) {
            return Standing.EXPIRED;
          }
          Database.change(
              database,
              "UPDATE terminal SET seen=?1 WHERE id=?2 AND coalesce(seen,0) < ?3",
              now.toEpochMilli(),
              terminal,
              now.minus(SEEN).toEpochMilli());
          return Standing.GOOD;
        });
  }

  /**
   * Takes all certificates of a terminal back, and the tickets for it.
   *
   * @return whether it had any
   */
  boolean revoke(String terminal) throws IOException {
    return shared.alone(
        () ->
            Database.inTransaction(
                database,
                () -> {
                  int tickets =
                      Database.change(database, "DELETE FROM ticket WHERE terminal=?", terminal);
                  int certificates =
                      Database.change(
                          database,
                          "UPDATE certificate SET revoked=1 WHERE terminal=? AND revoked=0",
                          terminal);
                  return tickets + certificates > 0;
                }));
  }

  /** All, by their ids. */
  List<Enrolments.Terminal> terminals() throws IOException {
    return shared.alone(
        () ->
            Database.<Enrolments.Terminal, SQLException>rows(
                database,
                "SELECT t.id, t.enrolled, t.seen, (SELECT max(c.until) FROM certificate c"
                    + " WHERE c.terminal=t.id AND c.revoked=0) FROM terminal t ORDER BY t.id",
                r ->
                    new Enrolments.Terminal(
                        r.getString(1),
                        Instant.ofEpochMilli(r.getLong(2)),
                        moment(r.getLong(3)),
                        moment(r.getLong(4)))));
  }

  private static Optional<Instant> moment(long milliseconds) {
    return milliseconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(milliseconds));
  }

  /** What is kept of a secret: a copy of the file opens nothing. */
  private static String hash(byte[] secret) {
    return Sha256.hex(secret);
  }

  @Override
  public void close() throws IOException {
    shared.close();
  }
}
