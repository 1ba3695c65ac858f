package org.facepay.terminal.world.cashier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that staff took is neither forgotten by a full disk here nor by one there. */
class StuckOrdersTest {
  private static final Order ORDER =
      new Order("K3_7F3K_1_1", Money.of(1_290, "CNY"), "店", "alipay");

  @TempDir Path folder;

  /** A wallet in whose books every order is closed. */
  private static final class Closed implements PaymentProvider {
    @Override
    public String name() {
      return "alipay";
    }

    @Override
    public boolean accepts(Credential credential) {
      return true;
    }

    @Override
    public Outcome authorise(Order order, Credential credential) {
      throw new IllegalStateException("nothing is charged");
    }

    @Override
    public Outcome query(Order order) {
      return new Outcome.Reversed();
    }

    @Override
    public Outcome cancel(Order order) {
      return new Outcome.Reversed();
    }
  }

  private static Payment payment() {
    return Fixture.RULES
        .payments()
        .of("alipay")
        .begin(ORDER, new PayCode("280000000000000000"), 1, Instant.now())
        .next();
  }

  private Path file() {
    return folder.resolve("stuck.db");
  }

  private void sql(String statement) throws Exception {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement s = c.createStatement()) {
      s.execute(statement);
    }
  }

  @Test
  void anOrderThatCannotBeWrittenDownIsTakenWhenItCan() throws Exception {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    try (StuckOrders stuck =
        new StuckOrders(
            file(), new Closed(), Fixture.RULES.payments(), _ -> true, InstantSource.system())) {
      sql("ALTER TABLE stuck RENAME TO away");
      stuck.take(payment(), () -> taken.complete(null));
      assertThrows(TimeoutException.class, () -> taken.get(300, TimeUnit.MILLISECONDS));
      sql("ALTER TABLE away RENAME TO stuck");
      taken.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void anEndThatCannotBeToldIsToldLater() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> twice = new CompletableFuture<>();
    try (StuckOrders stuck =
        new StuckOrders(
            file(),
            new Closed(),
            Fixture.RULES.payments(),
            payment -> {
              told.add(payment.order().outTradeNo());
              if (told.size() == 2) {
                twice.complete(null);
              }
              return told.size() == 2;
            },
            InstantSource.system())) {
      stuck.take(payment(), () -> {});
      twice.get(10, TimeUnit.SECONDS);
    }
    assertEquals(List.of("K3_7F3K_1_1", "K3_7F3K_1_1"), told);
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement s = c.createStatement()) {
      assertEquals(0, s.executeQuery("SELECT COUNT(*) FROM stuck").getInt(1));
    }
  }
}
