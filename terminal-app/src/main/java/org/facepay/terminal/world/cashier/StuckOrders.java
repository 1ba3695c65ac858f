package org.facepay.terminal.world.cashier;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.StoreWords;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.step.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders whose outcome nobody knew and that staff took from the terminal: asked about until it is
 * certain, also after a restart, and given back whatever was taken, because nobody got goods for it
 * here. One SQLite file of its own, a thread of its own.
 */
public final class StuckOrders implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StuckOrders.class);

  private final Connection connection;
  private final PaymentProvider provider;
  private final PaymentFlows flows;
  private final Predicate<Payment> settled;
  private final InstantSource clock;
  private final SideThread thread = new SideThread("stuck-orders");
  private long stamp;

  /**
   * Opens or creates the file and goes on with what is in it.
   *
   * @param settled told of every order that has ended, on the thread of this, again until it is
   *     true: that it was told is on the disk
   */
  public StuckOrders(
      Path file,
      PaymentProvider provider,
      PaymentFlows flows,
      Predicate<Payment> settled,
      InstantSource clock)
      throws IOException {
    this.provider = provider;
    this.flows = flows;
    this.settled = settled;
    this.clock = clock;
    try {
      connection =
          Database.open(
              file,
              "CREATE TABLE IF NOT EXISTS stuck(number TEXT PRIMARY KEY, minor INTEGER NOT NULL,"
                  + " currency TEXT NOT NULL, subject TEXT NOT NULL, provider TEXT NOT NULL,"
                  + " shown INTEGER NOT NULL, since INTEGER NOT NULL, code_ends INTEGER NOT NULL)");
      List<Payment> open = open();
      thread.execute(() -> open.forEach(this::begin));
    } catch (SQLException e) {
      throw ExplainedException.ofStore(StoreWords.STUCK_ORDERS, file, e);
    }
  }

  /**
   * Takes an order over, at most once.
   *
   * @param taken run when it is on the disk, which is tried until it is
   */
  public void take(Payment payment, Runnable taken) {
    thread.insist(
        "the order stays at the terminal for now",
        () -> {
          if (keep(payment)) {
            begin(payment);
          }
          taken.run();
          return true;
        });
  }

  private boolean keep(Payment payment) throws SQLException {
    Order order = payment.order();
    return Database.change(
            connection,
            "INSERT OR IGNORE INTO stuck VALUES(?,?,?,?,?,?,?,?)",
            order.outTradeNo(),
            order.amount().minor(),
            order.amount().currency().getCurrencyCode(),
            order.subject(),
            order.provider(),
            order.shown(),
            payment.doubtSince().orElse(payment.started()).toEpochMilli(),
            payment.code().map(c -> c.ends().toEpochMilli()).orElse(0L))
        == 1;
  }

  private List<Payment> open() throws SQLException {
    return Database.<Payment, SQLException>rows(
        connection,
        "SELECT number,minor,currency,subject,provider,shown,since,code_ends FROM stuck",
        StuckOrders::payment);
  }

  private static Payment payment(ResultSet r) throws SQLException {
    Order order =
        new Order(
            r.getString(1),
            Money.of(r.getLong(2), r.getString(3)),
            r.getString(4),
            r.getString(5),
            0,
            r.getBoolean(6));
    long ends = r.getLong(8);
    return Payment.uncertain(
        order,
        Instant.ofEpochMilli(r.getLong(7)),
        ends == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ends)));
  }

  private PaymentFlow flow(Payment payment) {
    return flows.of(payment.order());
  }

  private void begin(Payment payment) {
    go(flow(payment).abandoned(payment, ++stamp, clock.instant()));
  }

  private void go(Step<Payment, PaymentEffect> step) {
    Payment payment = step.next();
    if (!payment.open()) {
      end(payment);
    }
    for (PaymentEffect effect : step.effects()) {
      switch (effect) {
        case PaymentEffect.Query(long attempt, Order order) ->
            answered(payment, attempt, provider.query(order));
        case PaymentEffect.Cancel(long attempt, Order order) ->
            answered(payment, attempt, provider.cancel(order));
        case PaymentEffect.Wait(long attempt, var delay) ->
            thread.later(() -> go(flow(payment).waited(payment, attempt, ++stamp)), delay);
        case PaymentEffect.Authorise _ ->
            throw new IllegalStateException("nothing is charged for an order that was taken");
      }
    }
  }

  private void answered(Payment payment, long attempt, Outcome outcome) {
    go(flow(payment).answered(payment, attempt, outcome, ++stamp, clock.instant()));
  }

  private void end(Payment payment) {
    String number = payment.order().outTradeNo();
    thread.insist(
        "the end of " + number + " is not told yet",
        () -> {
          boolean told = settled.test(payment);
          if (told) {
            delete(number);
          }
          return told;
        });
  }

  private void delete(String number) {
    try {
      Database.change(connection, "DELETE FROM stuck WHERE number=?", number);
    } catch (SQLException e) {
      LOG.error("an order that has ended stays on the list: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      boolean ignored = thread.awaitTermination(2, TimeUnit.SECONDS);
      connection.close();
    } catch (SQLException e) {
      LOG.warn("closing the stuck orders: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
