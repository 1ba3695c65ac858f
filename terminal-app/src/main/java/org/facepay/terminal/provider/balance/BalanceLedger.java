package org.facepay.terminal.provider.balance;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.StoreWords;

/**
 * The members' accounts in one SQLite file, by double entry: every transaction is written once
 * under its own name, its postings add up to zero, and neither is ever changed. A charge and its
 * reversal are transactions of an order, so that asking twice moves the money once.
 *
 * <p>Amounts are minor units of the terminal's currency. Thread-safe.
 */
public final class BalanceLedger implements AutoCloseable {
  private static final String CASH = "cash";
  private static final String SALES = "sales";

  private final Connection connection;

  /** What has become of an order. */
  public enum Standing {
    UNKNOWN,
    CHARGED,
    /** Charged and given back, or closed before it was charged; it can never be charged again. */
    CLOSED
  }

  /**
   * What a charge came to.
   *
   * @param standing of the order now; UNKNOWN when the balance was too low and nothing was written
   */
  public record Charge(Standing standing, long balanceMinor) {}

  /** Opens or creates the file. */
  public BalanceLedger(Path file) throws IOException {
    try {
      connection =
          Database.open(
              file,
              "CREATE TABLE IF NOT EXISTS entry(id TEXT PRIMARY KEY, at INTEGER NOT NULL)",
              "CREATE TABLE IF NOT EXISTS posting(n INTEGER PRIMARY KEY, entry TEXT NOT NULL"
                  + " REFERENCES entry, account TEXT NOT NULL, minor INTEGER NOT NULL)",
              "CREATE INDEX IF NOT EXISTS posting_account ON posting(account)",
              "CREATE INDEX IF NOT EXISTS posting_entry ON posting(entry)",
              "CREATE TRIGGER IF NOT EXISTS posting_unchanged BEFORE UPDATE ON posting"
                  + " BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END",
              "CREATE TRIGGER IF NOT EXISTS posting_kept BEFORE DELETE ON posting"
                  + " BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END");
    } catch (SQLException e) {
      throw ExplainedException.ofStore(StoreWords.ACCOUNTS, file, e);
    }
  }

  /** Takes money for an order, at most once whatever happens between. */
  public synchronized Charge charge(String order, String member, long minor, Instant at)
      throws SQLException {
    positive(minor);
    return Database.inTransaction(
        connection,
        () -> {
          Standing now = find(order);
          if (now == Standing.CHARGED && !isOf(order, member, minor)) {
            throw new SQLException("order " + order + " was charged to another account or amount");
          }
          if (now != Standing.UNKNOWN) {
            return new Charge(now, sum(account(member)));
          }
          long balance = sum(account(member));
          if (balance < minor) {
            return new Charge(Standing.UNKNOWN, balance);
          }
          write("charge " + order, account(member), SALES, minor, at);
          return new Charge(Standing.CHARGED, balance - minor);
        });
  }

  public synchronized Standing standing(String order) throws SQLException {
    return find(order);
  }

  /** Gives back what an order took; one that has taken nothing never will. */
  public synchronized void close(String order, Instant at) throws SQLException {
    var _ =
        Database.inTransaction(
            connection,
            () -> {
              Standing now = find(order);
              if (now == Standing.CHARGED) {
                long left = minorOf("charge " + order) - refunded(order);
                if (left > 0) {
                  write("close " + order, SALES, accountOf("charge " + order), left, at);
                } else {
                  entry("close " + order, at);
                }
              } else if (now == Standing.UNKNOWN) {
                entry("close " + order, at);
              }
              return now;
            });
  }

  /** What a refund came to. */
  public enum Refunded {
    DONE,
    /** More than was charged and has not gone back yet. */
    TOO_MUCH,
    NOT_CHARGED,
    /** The number was used for another amount. */
    OTHER_CONTENT
  }

  /** Gives a part of a charge back, once for each request number. */
  public synchronized Refunded refund(String order, String requestNo, long minor, Instant at)
      throws SQLException {
    positive(minor);
    return Database.inTransaction(
        connection,
        () -> {
          String id = refundId(order) + requestNo;
          if (exists(id)) {
            return minorOf(id) == minor ? Refunded.DONE : Refunded.OTHER_CONTENT;
          }
          if (find(order) != Standing.CHARGED) {
            return Refunded.NOT_CHARGED;
          }
          if (minor > minorOf("charge " + order) - refunded(order)) {
            return Refunded.TOO_MUCH;
          }
          write(id, SALES, accountOf("charge " + order), minor, at);
          return Refunded.DONE;
        });
  }

  /** What of an order has gone back by refunds. */
  public synchronized long refunded(String order) throws SQLException {
    return Database.number(
        connection,
        "SELECT coalesce(sum(minor),0) FROM posting WHERE minor>0 AND entry>=? AND entry<?",
        refundId(order),
        "refund " + order + "!"); // the character after the space
  }

  private static String refundId(String order) {
    return "refund " + order + " ";
  }

  /** The amount of a written transaction. */
  private long minorOf(String entry) throws SQLException {
    return Database.number(
        connection, "SELECT minor FROM posting WHERE entry=? AND minor>0", entry);
  }

  /** Whose money a transaction took. */
  private String accountOf(String entry) throws SQLException {
    return texts("SELECT account FROM posting WHERE entry=? AND minor<0", entry)
        .findFirst()
        .orElseThrow(() -> new SQLException("nothing was taken by " + entry));
  }

  private Stream<String> texts(String sql, Object... values) throws SQLException {
    return Database.<String, SQLException>rows(connection, sql, r -> r.getString(1), values)
        .stream();
  }

  /**
   * A member pays money in.
   *
   * @param receipt what it is known by; the same receipt is counted once
   * @return the new balance
   */
  public synchronized long topUp(String receipt, String member, long minor, Instant at)
      throws SQLException {
    positive(minor);
    return Database.inTransaction(
        connection,
        () -> {
          if (!exists("top-up " + receipt)) {
            write("top-up " + receipt, CASH, account(member), minor, at);
          }
          return sum(account(member));
        });
  }

  /** What a member has; 0 for one who never paid anything in. */
  public synchronized long balance(String member) throws SQLException {
    return sum(account(member));
  }

  /** The entry that does not add up to zero, if there is one: the books were tampered with. */
  public synchronized Optional<String> unbalanced() throws SQLException {
    return texts("SELECT entry FROM posting GROUP BY entry HAVING sum(minor)<>0 LIMIT 1")
        .findFirst();
  }

  /** What the shop has sold on accounts, all reversals subtracted. */
  public synchronized long sold() throws SQLException {
    return sum(SALES);
  }

  private Standing find(String order) throws SQLException {
    if (exists("close " + order)) {
      return Standing.CLOSED;
    }
    return exists("charge " + order) ? Standing.CHARGED : Standing.UNKNOWN;
  }

  private boolean isOf(String order, String member, long minor) throws SQLException {
    return Database.number(
            connection,
            "SELECT 1 FROM posting WHERE entry=? AND account=? AND minor=?",
            "charge " + order,
            account(member),
            -minor)
        == 1;
  }

  private boolean exists(String id) throws SQLException {
    return Database.number(connection, "SELECT 1 FROM entry WHERE id=?", id) == 1;
  }

  private long sum(String account) throws SQLException {
    return Database.number(
        connection, "SELECT coalesce(sum(minor),0) FROM posting WHERE account=?", account);
  }

  private void write(String id, String from, String to, long minor, Instant at)
      throws SQLException {
    entry(id, at);
    String posting = "INSERT INTO posting(entry,account,minor) VALUES(?,?,?)";
    Database.change(connection, posting, id, from, -minor);
    Database.change(connection, posting, id, to, minor);
  }

  private void entry(String id, Instant at) throws SQLException {
    Database.change(connection, "INSERT INTO entry VALUES(?,?)", id, at.toEpochMilli());
  }

  private static String account(String member) {
    return "member " + member;
  }

  private static void positive(long minor) {
    if (minor <= 0) {
      throw new IllegalArgumentException("expected an amount above zero, found " + minor);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("closing the accounts: " + e.getMessage(), e);
    }
  }
}
