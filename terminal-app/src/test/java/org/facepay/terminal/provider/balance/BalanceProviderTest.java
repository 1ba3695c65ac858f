package org.facepay.terminal.provider.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored money: taken once, given back once, and the books always balance. */
class BalanceProviderTest {
  private static final MemberAccount ANNA = new MemberAccount("M1");

  @TempDir Path folder;
  private BalanceLedger ledger;
  private BalanceProvider provider;

  @BeforeEach
  void open() throws Exception {
    ledger = new BalanceLedger(folder.resolve("balance.db"));
    provider = new BalanceProvider(ledger, InstantSource.system());
    ledger.topUp("r1", "M1", 10_000, Instant.now());
  }

  @AfterEach
  void close() throws Exception {
    assertEquals(Optional.empty(), ledger.unbalanced());
    ledger.close();
  }

  private static Order order(String number, long minor) {
    return new Order(number, Money.of(minor, "CNY"), "shop", BalanceProvider.NAME);
  }

  @Test
  void takesTheMoneyOnceHoweverOftenItIsAsked() throws Exception {
    Order order = order("K3_1", 9_218);
    assertEquals(new Outcome.NotFound(), provider.query(order));
    for (int n = 0; n < 3; n++) {
      assertInstanceOf(Outcome.Approved.class, provider.authorise(order, ANNA));
      assertInstanceOf(Outcome.Approved.class, provider.query(order));
    }
    assertEquals(782, ledger.balance("M1"));
    assertEquals(9_218, ledger.sold());
  }

  @Test
  void saysNoWithoutWritingAnything() throws Exception {
    Outcome.Declined no =
        assertInstanceOf(Outcome.Declined.class, provider.authorise(order("K3_1", 10_001), ANNA));
    assertEquals(DeclineReason.BALANCE_TOO_LOW, no.reason());
    assertEquals(new Outcome.NotFound(), provider.query(order("K3_1", 10_001)));
    assertInstanceOf(
        Outcome.Declined.class, provider.authorise(order("K3_2", 1), new MemberAccount("nobody")));
    assertEquals(10_000, ledger.balance("M1"));
  }

  @Test
  void givesBackOnceAndAClosedOrderCanNeverBeCharged() throws Exception {
    Order order = order("K3_1", 500);
    provider.authorise(order, ANNA);
    assertEquals(new Outcome.Reversed(), provider.cancel(order));
    assertEquals(new Outcome.Reversed(), provider.cancel(order));
    assertEquals(new Outcome.Reversed(), provider.authorise(order, ANNA));
    Order never = order("K3_2", 500);
    assertEquals(new Outcome.Reversed(), provider.cancel(never));
    assertEquals(new Outcome.Reversed(), provider.authorise(never, ANNA));
    assertEquals(10_000, ledger.balance("M1"));
    assertEquals(0, ledger.sold());
  }

  @Test
  void anotherAmountUnderTheSameNumberIsNotBelieved() throws Exception {
    provider.authorise(order("K3_1", 500), ANNA);
    assertInstanceOf(Outcome.Unknown.class, provider.authorise(order("K3_1", 600), ANNA));
    assertInstanceOf(
        Outcome.Unknown.class, provider.authorise(order("K3_1", 500), new MemberAccount("M2")));
    assertEquals(9_500, ledger.balance("M1"));
  }

  @Test
  void aReceiptIsCountedOnceAndPostingsNeverChange() throws Exception {
    assertEquals(10_000, ledger.topUp("r1", "M1", 10_000, Instant.now()));
    assertThrows(IllegalArgumentException.class, () -> ledger.topUp("r2", "M1", 0, Instant.now()));
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("balance.db"));
        var statement = other.createStatement()) {
      for (String attack :
          new String[] {"UPDATE posting SET minor=minor+1", "DELETE FROM posting"}) {
        assertTrue(
            String.valueOf(
                    assertThrows(SQLException.class, () -> statement.execute(attack)).getMessage())
                .contains("append-only"));
      }
    }
  }

  @Test
  void aLedgerThatCannotBeUsedIsAnUnknownOutcome() throws Exception {
    ledger.close();
    assertInstanceOf(Outcome.Unknown.class, provider.authorise(order("K3_1", 500), ANNA));
    assertInstanceOf(Outcome.Unknown.class, provider.query(order("K3_1", 500)));
    assertInstanceOf(Outcome.Unknown.class, provider.cancel(order("K3_1", 500)));
    ledger = new BalanceLedger(folder.resolve("balance.db"));
    assertEquals(10_000, ledger.balance("M1"));
  }

  /**
   * Any order of charges, cancellations and repetitions: a member loses what was bought, no more.
   */
  @Test
  void holdsOverARandomWalk() throws Exception {
    Random random = new Random(5);
    Map<String, Long> charged = new HashMap<>();
    Map<String, Long> amounts = new HashMap<>();
    for (int n = 0; n < 2_000; n++) {
      String number = "K3_" + random.nextInt(200);
      long minor = amounts.computeIfAbsent(number, any -> 1L + random.nextInt(400));
      Order order = order(number, minor);
      if (random.nextInt(3) == 0) {
        provider.cancel(order);
        charged.put(number, 0L);
      } else if (provider.authorise(order, ANNA) instanceof Outcome.Approved) {
        assertTrue(charged.getOrDefault(number, minor) > 0, "a closed order was charged");
        charged.put(number, minor);
      }
      long spent = charged.values().stream().mapToLong(Long::longValue).sum();
      assertEquals(10_000 - spent, ledger.balance("M1"));
      assertTrue(ledger.balance("M1") >= 0);
    }
  }

  @Test
  void partsOfAChargeGoBackOnceEachAndNeverMoreThanWasCharged() throws Exception {
    Order order = order("W1_1", 2_000);
    Order alike = order("W1_1_1", 1_000); // its name begins with the other's
    provider.authorise(order, ANNA);
    provider.authorise(alike, ANNA);
    Money part = Money.of(500, "CNY");
    assertEquals(new Refund.Accepted(), provider.refund(alike, Money.of(1_000, "CNY"), "r"));
    assertEquals(new Refund.Accepted(), provider.refund(order, part, "r1"));
    assertEquals(new Refund.Accepted(), provider.refund(order, part, "r1"));
    assertEquals(500, ledger.refunded("W1_1"));
    for (Refund no :
        new Refund[] {
          provider.refund(order, Money.of(501, "CNY"), "r1"),
          provider.refund(order, Money.of(1_501, "CNY"), "r2"),
          provider.refund(order("W1_9", 1), part, "r3")
        }) {
      assertInstanceOf(Refund.Refused.class, no);
    }
    assertEquals(8_500, ledger.balance("M1"));
    assertEquals(new Outcome.Reversed(), provider.cancel(order));
    assertEquals(10_000, ledger.balance("M1"), "the rest goes back, and no more");
    assertInstanceOf(Refund.Refused.class, provider.refund(order, Money.of(1, "CNY"), "r4"));
    assertEquals(0, ledger.sold());
  }
}
