package org.facepay.terminal.lab.drive;

import java.time.Duration;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PaymentEffect;

/** What a lane asks of the world. */
sealed interface BatchEffect {
  /** The customer holds the next code up. */
  record AskForCode(int basket, int presentation) implements BatchEffect {}

  record Pay(PaymentEffect request) implements BatchEffect {}

  record Refund(long attempt, Order order, String requestNo) implements BatchEffect {}

  record Wait(long attempt, Duration delay) implements BatchEffect {}

  record StartPatience(long basket, Duration delay) implements BatchEffect {}

  /** One line of the export. */
  record Tell(Line line) implements BatchEffect {}

  /**
   * How a basket ended.
   *
   * @param outcome paid, declined, cancelled, refunded or unresolved
   * @param attempts order numbers used
   */
  record Line(
      int basket,
      String orderId,
      String outTradeNo,
      long amountMinor,
      String currency,
      String outcome,
      int attempts) {
    boolean settled() {
      return !outcome.equals("unresolved");
    }
  }
}
