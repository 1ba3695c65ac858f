package org.facepay.terminal.checkout;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;

/** The wallet of a walk, with books of its own. */
final class WalkingWallet {
  final Map<String, Long> money = new HashMap<>();
  final Set<String> closed = new HashSet<>();
  final Map<Order, Instant> codes = new LinkedHashMap<>();
  private final Random random;

  WalkingWallet(Random random) {
    this.random = random;
  }

  /** Somebody may scan a code as long as it can be paid. */
  void scan(Instant now) {
    codes.forEach(
        (order, ends) -> {
          boolean payable = now.isBefore(ends) && !closed.contains(order.outTradeNo());
          if (payable && random.nextInt(8) == 0) {
            money.put(order.outTradeNo(), order.amount().minor());
          }
        });
  }

  Outcome authorise(Order order) {
    if (closed.contains(order.outTradeNo()) || random.nextInt(5) == 0) {
      return new Outcome.Declined(DeclineReason.BANK_REFUSED, "ACQ.PAYMENT_FAIL");
    }
    if (order.shown()) {
      return new Outcome.Shown("https://qr.example/" + order.outTradeNo());
    }
    if (random.nextInt(4) == 0) {
      return new Outcome.Pending();
    }
    money.put(order.outTradeNo(), order.amount().minor());
    return new Outcome.Approved("t" + order.outTradeNo());
  }

  Outcome query(Order order) {
    if (closed.contains(order.outTradeNo())) {
      return new Outcome.Reversed();
    }
    return money.containsKey(order.outTradeNo())
        ? new Outcome.Approved("t" + order.outTradeNo())
        : random.nextBoolean() && !order.shown() ? new Outcome.Pending() : new Outcome.NotFound();
  }

  Outcome cancel(Order order) {
    if (random.nextInt(4) == 0 && !money.containsKey(order.outTradeNo())) {
      return new Outcome.NotFound();
    }
    closed.add(order.outTradeNo());
    money.remove(order.outTradeNo());
    return new Outcome.Reversed();
  }
}
