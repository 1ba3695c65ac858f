package org.facepay.terminal.world.cashier;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.facepay.sync.retry.Backoff;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.alarm.Alarm.Kind;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.StoreWords;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.sale.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refunds that a provider has taken in and that are not settled: asked about under their own
 * numbers until the money is there, also after a restart. One that does not arrive stands as an
 * alarm until a person has finished it on the provider's platform. One SQLite file of its own, a
 * thread of its own.
 */
public final class OpenRefunds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenRefunds.class);

  /** A bank card takes up to three days (WeChat Pay, "refund reference"). */
  private static final Duration LATE = Duration.ofDays(3);

  /** How often a refund is asked about, from when it was taken in. */
  public static final Backoff USUAL_PACE = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));

  /** One of them. */
  public record OpenRefund(Order order, Money amount, String requestNo, Instant since) {}

  /** Told of a refund that is settled; again until it is true: that it was told is on the disk. */
  public interface Settled {
    boolean told(OpenRefund refund);
  }

  private final Connection connection;
  private final PaymentProviders providers;
  private final Alarms alarms;
  private final Settled settled;
  private final Backoff pace;
  private final InstantSource clock;
  private final SideThread thread = new SideThread("open-refunds");

  /** Opens or creates the file and goes on with what is in it. */
  public OpenRefunds(
      Path file,
      PaymentProviders providers,
      Alarms alarms,
      Settled settled,
      Backoff pace,
      InstantSource clock)
      throws IOException {
    this.providers = providers;
    this.alarms = alarms;
    this.settled = settled;
    this.pace = pace;
    this.clock = clock;
    try {
      connection =
          Database.open(
              file,
              "CREATE TABLE IF NOT EXISTS refund(number TEXT PRIMARY KEY, order_no TEXT NOT NULL,"
                  + " paid_minor INTEGER NOT NULL, minor INTEGER NOT NULL, currency TEXT NOT NULL,"
                  + " subject TEXT NOT NULL, provider TEXT NOT NULL, since INTEGER NOT NULL)");
      List<OpenRefund> open =
          Database.<OpenRefund, SQLException>rows(
              connection,
              "SELECT number,order_no,paid_minor,minor,currency,subject,provider,since FROM refund",
              OpenRefunds::refund);
      open.forEach(refund -> thread.later(() -> ask(refund, 0), Duration.ZERO));
    } catch (SQLException e) {
      throw ExplainedException.ofStore(StoreWords.OPEN_REFUNDS, file, e);
    }
  }

  private static OpenRefund refund(ResultSet r) throws SQLException {
    String currency = r.getString(5);
    return new OpenRefund(
        new Order(r.getString(2), Money.of(r.getLong(3), currency), r.getString(6), r.getString(7)),
        Money.of(r.getLong(4), currency),
        r.getString(1),
        Instant.ofEpochMilli(r.getLong(8)));
  }

  /** Follows a refund from now on; one that is followed already is followed once. */
  public void follow(Order order, Money amount, String requestNo) {
    OpenRefund refund = new OpenRefund(order, amount, requestNo, clock.instant());
    thread.insist(
        "refund " + requestNo + " is not written down yet",
        () -> {
          if (keep(refund)) {
            ask(refund, 0);
          }
          return true;
        });
  }

  /** Whether it was new. */
  private boolean keep(OpenRefund refund) throws SQLException {
    return Database.change(
            connection,
            "INSERT OR IGNORE INTO refund VALUES(?,?,?,?,?,?,?,?)",
            refund.requestNo(),
            refund.order().outTradeNo(),
            refund.order().amount().minor(),
            refund.amount().minor(),
            refund.amount().currency().getCurrencyCode(),
            refund.order().subject(),
            refund.order().provider(),
            refund.since().toEpochMilli())
        == 1;
  }

  private void ask(OpenRefund refund, int asked) {
    Refund answer =
        providers
            .refunds(refund.order().provider())
            .map(p -> p.queryRefund(refund.order(), refund.amount(), refund.requestNo()))
            .orElseGet(() -> new Refund.Unknown("no provider " + refund.order().provider()));
    switch (answer) {
      case Refund.Accepted _ -> {
        settle(refund);
        return;
      }
      // It was taken in: whatever is said now, the money has not arrived, and nobody else asks.
      case Refund.Abnormal(String code) -> trouble(refund, code);
      case Refund.Refused(String code) -> trouble(refund, code);
      case Refund.Processing _, Refund.Unknown _, Refund.NotSent _ -> {
        boolean late = clock.instant().isAfter(refund.since().plus(LATE));
        alarms.set(late, Kind.REFUND_LATE, refund.requestNo(), sum(refund));
      }
    }
    thread.later(() -> ask(refund, asked + 1), pace.after(asked));
  }

  private void trouble(OpenRefund refund, String code) {
    alarms.raise(Kind.REFUND_IN_TROUBLE, refund.requestNo(), sum(refund) + " " + code);
  }

  private static String sum(OpenRefund refund) {
    return refund.order().provider()
        + " "
        + refund.amount().figures()
        + " "
        + refund.amount().currency().getCurrencyCode();
  }

  private void settle(OpenRefund refund) {
    thread.insist(
        "that refund " + refund.requestNo() + " is settled is not told yet",
        () -> {
          boolean told = settled.told(refund);
          if (told) {
            forget(refund);
          }
          return told;
        });
  }

  private void forget(OpenRefund refund) {
    alarms.clear(Kind.REFUND_IN_TROUBLE, refund.requestNo());
    alarms.clear(Kind.REFUND_LATE, refund.requestNo());
    try {
      Database.change(connection, "DELETE FROM refund WHERE number=?", refund.requestNo());
    } catch (SQLException e) {
      LOG.error("a refund that is settled stays on the list: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      boolean ignored = thread.awaitTermination(2, TimeUnit.SECONDS);
      connection.close();
    } catch (SQLException e) {
      LOG.warn("closing the open refunds: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
