package org.facepay.terminal.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.facepay.terminal.payment.Payment.Doing;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;

/** A provider that must not be told to cancel in the first seconds is asked instead. */
class FirstCancelTest {
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final PaymentFlow FLOW =
      new PaymentFlow(
          new PaymentFlow.Times(
              Duration.ofSeconds(5),
              Duration.ofSeconds(4),
              Duration.ofSeconds(10),
              Duration.ofSeconds(15),
              Duration.ofSeconds(2),
              Duration.ofSeconds(20),
              Duration.ofSeconds(15)));

  private Payment payment =
      FLOW.begin(
              new Order("W1_1", Money.of(1290, "CNY"), "店"),
              new PayCode("130000000000000000"),
              1,
              START)
          .next();
  private long stamp = 1;

  private Doing answered(Outcome outcome, long second) {
    Instant at = START.plusSeconds(second);
    payment = FLOW.answered(payment, payment.attempt(), outcome, ++stamp, at).next();
    return payment.doing();
  }

  private void waited() {
    payment = FLOW.waited(payment, payment.attempt(), ++stamp).next();
    assertEquals(Doing.QUERY, payment.doing());
  }

  @Test
  void anOrderThatIsNotFoundIsAskedForAgainFirst() {
    assertEquals(Doing.WAIT_TO_QUERY, answered(new Outcome.Unknown("cut"), 3));
    for (int second = 5; second < 18; second += 4) {
      waited();
      assertEquals(Doing.WAIT_TO_QUERY, answered(new Outcome.NotFound(), second));
    }
    waited();
    assertEquals(Doing.CANCEL, answered(new Outcome.NotFound(), 18));
  }

  @Test
  void aShopperWhoseTimeIsUpGetsALittleMore() {
    assertEquals(Doing.WAIT_TO_QUERY, answered(new Outcome.Pending(), 1));
    waited();
    assertEquals(Doing.WAIT_TO_QUERY, answered(new Outcome.Pending(), 14));
    waited();
    assertEquals(Doing.CANCEL, answered(new Outcome.Pending(), 15));
  }

  @Test
  void aRestartCountsFromItself() {
    payment = FLOW.restarted(payment, ++stamp, START.plusSeconds(100)).next();
    assertEquals(Doing.WAIT_TO_QUERY, answered(new Outcome.NotFound(), 101));
    waited();
    assertEquals(Doing.CANCEL, answered(new Outcome.NotFound(), 115));
  }
}
