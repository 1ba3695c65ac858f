package org.facepay.terminal.world.claims;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.StoreWords;
import org.facepay.terminal.loop.EventCodec;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.ClaimEnd;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.visit.Admission;
import org.facepay.terminal.session.visit.Debt;

/**
 * What is claimed and what is owed, in one SQLite file: claims until they have ended, debts until
 * they are paid, and when somebody came, for a day. Used by one thread.
 */
final class ClaimBook implements AutoCloseable {
  private static final Duration DAY = Duration.ofDays(1);

  /** No session stays open for so long. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String[] TABLES = {
    "CREATE TABLE IF NOT EXISTS claim(number TEXT PRIMARY KEY, minor INTEGER NOT NULL,"
        + " currency TEXT NOT NULL, subject TEXT NOT NULL, provider TEXT NOT NULL,"
        + " shown INTEGER NOT NULL, since INTEGER NOT NULL, code_ends INTEGER NOT NULL,"
        + " reference TEXT NOT NULL, member TEXT NOT NULL, visitor TEXT NOT NULL, debt BLOB)",
    "CREATE TABLE IF NOT EXISTS debt(number TEXT PRIMARY KEY, visitor TEXT NOT NULL,"
        + " since INTEGER NOT NULL, debt BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS ended(number TEXT PRIMARY KEY, way TEXT NOT NULL,"
        + " at INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS visit(visitor TEXT NOT NULL, at INTEGER NOT NULL)"
  };

  private final Connection connection;
  private final EventCodec<Event> codec;

  /**
   * Opens or creates the file.
   *
   * @param codec writes goods as the journal does
   */
  ClaimBook(Path file, EventCodec<Event> codec) throws IOException {
    this.codec = codec;
    try {
      connection = Database.open(file, TABLES);
    } catch (SQLException e) {
      throw ExplainedException.ofStore(StoreWords.CLAIMS, file, e);
    }
  }

  /** Whether it was new; one that is there already stays as it is. */
  boolean keep(Claim claim) throws SQLException {
    Order order = claim.means().order();
    Payment asking = claim.means() instanceof Claim.OfHold(Hold hold) ? hold.asking() : null;
    boolean uncertain = asking != null && asking.open();
    return Database.change(
            connection,
            "INSERT OR IGNORE INTO claim VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
            order.outTradeNo(),
            order.amount().minor(),
            order.amount().currency().getCurrencyCode(),
            order.subject(),
            order.provider(),
            order.shown(),
            asking == null
                ? claim.due().map(d -> d.debt().since().toEpochMilli()).orElse(0L)
                : asking.started().toEpochMilli(),
            asking == null ? 0L : asking.code().map(c -> c.ends().toEpochMilli()).orElse(0L),
            claim.means() instanceof Claim.OfHold(Hold h) && !uncertain
                ? h.promise().reference()
                : "",
            claim.means() instanceof Claim.OfAccount(var _, MemberAccount(String member))
                ? member
                : "",
            claim.due().map(Claim.Due::visitor).orElse(""),
            claim.due().map(d -> bytes(d.debt())).orElse(null))
        == 1;
  }

  /** What has not ended. */
  List<Claim> open() throws SQLException {
    return Database.<Claim, SQLException>rows(
        connection,
        "SELECT number,minor,currency,subject,provider,shown,since,code_ends,reference,member,"
            + "visitor,debt FROM claim",
        this::claim);
  }

  private Claim claim(ResultSet r) throws SQLException {
    Order order =
        new Order(
            r.getString(1),
            Money.of(r.getLong(2), r.getString(3)),
            r.getString(4),
            r.getString(5),
            0,
            r.getBoolean(6));
    Instant since = Instant.ofEpochMilli(r.getLong(7));
    byte[] debt = r.getBytes(12);
    Optional<Claim.Due> due =
        debt == null ? Optional.empty() : Optional.of(new Claim.Due(r.getString(11), debt(debt)));
    String member = r.getString(10);
    if (!member.isEmpty()) {
      return new Claim(new Claim.OfAccount(order, new MemberAccount(member)), due);
    }
    String reference = r.getString(9);
    long minor = due.map(d -> d.debt().minor()).orElse(0L);
    Payment asking =
        reference.isEmpty()
            ? Payment.uncertain(order, since, codeEnds(r.getLong(8)))
            : Payment.paid(order, reference, since);
    Hold.Promise promise = new Hold.Promise(reference, "", since);
    return new Claim(new Claim.OfHold(Hold.apart(order, asking, promise, minor)), due);
  }

  private static Optional<Instant> codeEnds(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** How a claim ended, for as long as a session may ask again. */
  Optional<ClaimEnd> ended(String number) throws SQLException {
    return Database.<ClaimEnd, SQLException>rows(
            connection,
            "SELECT way FROM ended WHERE number=?",
            r -> ClaimEnd.valueOf(r.getString(1)),
            number)
        .stream()
        .findFirst();
  }

  /** It has ended; said first, so that it is never begun again. */
  void end(String number, ClaimEnd way, Instant now) throws SQLException {
    Database.change(
        connection,
        "INSERT OR IGNORE INTO ended VALUES(?,?,?)",
        number,
        way.name(),
        now.toEpochMilli());
    Database.change(connection, "DELETE FROM claim WHERE number=?", number);
    Database.change(connection, "DELETE FROM ended WHERE at<?", now.minus(KEPT).toEpochMilli());
  }

  /** It has ended without the money. */
  void owed(Claim.Due due, ClaimEnd way, Instant now) throws SQLException {
    Debt debt = due.debt();
    Database.<Integer, SQLException>inTransaction(
        connection,
        () -> {
          end(debt.order(), way, now);
          return Database.change(
              connection,
              "INSERT OR IGNORE INTO debt VALUES(?,?,?,?)",
              debt.order(),
              due.visitor(),
              debt.since().toEpochMilli(),
              bytes(debt));
        });
  }

  /** It is paid. */
  void forget(String number) throws SQLException {
    Database.change(connection, "DELETE FROM debt WHERE number=?", number);
  }

  /** The oldest of a visitor's debts. */
  Optional<Debt> debt(String visitor) throws SQLException {
    return Database.<Debt, SQLException>rows(
            connection,
            "SELECT debt FROM debt WHERE visitor=? ORDER BY since LIMIT 1",
            r -> debt(r.getBytes(1)),
            visitor)
        .stream()
        .findFirst();
  }

  /** How many claims on a visitor are open. */
  int claims(String visitor) throws SQLException {
    return count("SELECT COUNT(*) FROM claim WHERE visitor=?", visitor);
  }

  /** How often a visitor has come within a day. */
  int visits(String visitor, Instant now) throws SQLException {
    Database.change(connection, "DELETE FROM visit WHERE at<?", now.minus(DAY).toEpochMilli());
    return count("SELECT COUNT(*) FROM visit WHERE visitor=?", visitor);
  }

  void came(String visitor, Instant now) throws SQLException {
    Database.change(connection, "INSERT INTO visit VALUES(?,?)", visitor, now.toEpochMilli());
  }

  private int count(String sql, String value) throws SQLException {
    return Database.<Integer, SQLException>rows(connection, sql, r -> r.getInt(1), value)
        .getFirst();
  }

  private byte[] bytes(Debt debt) {
    return codec.encode(owes(debt));
  }

  private Debt debt(byte[] bytes) throws SQLException {
    try {
      return codec.decode(codec.type(owes(NOTHING)), bytes)
              instanceof Answered.VisitorChecked(long _, Admission.Owes(Debt debt))
          ? debt
          : NOTHING;
    } catch (IOException e) {
      throw new SQLException("a debt cannot be read", e);
    }
  }

  private static final Debt NOTHING = new Debt("", 0, 0, List.of(), Debt.Why.REFUSED);

  private static Event owes(Debt debt) {
    return new Answered.VisitorChecked(0, new Admission.Owes(debt));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
