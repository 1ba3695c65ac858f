package org.facepay.terminal.world.claims;

import java.util.Optional;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.session.visit.Debt;

/**
 * Something to be seen through.
 *
 * @param means where the money is
 * @param due what is to be taken and becomes a debt when it cannot be; empty when all of it is let
 *     go
 */
record Claim(Means means, Optional<Due> due) {

  /** Where the money is. */
  sealed interface Means {
    /** The order that names it. */
    Order order();
  }

  /** Promised by a wallet. */
  record OfHold(Hold hold) implements Means {
    @Override
    public Order order() {
      return hold.order();
    }
  }

  /** A member's. */
  record OfAccount(Order order, MemberAccount account) implements Means {}

  /** What is owed, and by whom. */
  record Due(String visitor, Debt debt) {}

  /** Its number. */
  String number() {
    return means.order().outTradeNo();
  }

  /** What is to be taken, minor units; 0 when it is let go. */
  long minor() {
    return due.map(d -> d.debt().minor()).orElse(0L);
  }
}
