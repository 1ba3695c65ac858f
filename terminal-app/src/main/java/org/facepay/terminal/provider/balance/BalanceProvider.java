package org.facepay.terminal.provider.balance;

import java.sql.SQLException;
import java.time.InstantSource;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member's stored money as a payment provider: works without a network and answers at once. A
 * ledger that cannot be read or written is an unknown outcome like any other.
 */
public final class BalanceProvider implements PaymentProvider, RefundProvider {
  public static final String NAME = "balance";

  private static final Logger LOG = LoggerFactory.getLogger(BalanceProvider.class);

  private final BalanceLedger ledger;
  private final InstantSource clock;

  public BalanceProvider(BalanceLedger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean accepts(Credential credential) {
    return credential instanceof MemberAccount;
  }

  @Override
  public Outcome authorise(Order order, Credential credential) {
    if (!(credential instanceof MemberAccount(String member))) {
      throw new IllegalArgumentException("a balance is charged to a member, not " + credential);
    }
    try {
      BalanceLedger.Charge charge =
          ledger.charge(order.outTradeNo(), member, order.amount().minor(), clock.instant());
      return charge.standing() == BalanceLedger.Standing.UNKNOWN
          ? new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "balance too low")
          : outcome(order, charge.standing());
    } catch (SQLException e) {
      return unknown(e);
    }
  }

  @Override
  public Outcome query(Order order) {
    try {
      return outcome(order, ledger.standing(order.outTradeNo()));
    } catch (SQLException e) {
      return unknown(e);
    }
  }

  @Override
  public Outcome cancel(Order order) {
    try {
      ledger.close(order.outTradeNo(), clock.instant());
      return new Outcome.Reversed();
    } catch (SQLException e) {
      return unknown(e);
    }
  }

  @Override
  public Refund refund(Order order, Money amount, String requestNo) {
    try {
      return switch (ledger.refund(
          order.outTradeNo(), requestNo, amount.minor(), clock.instant())) {
        case DONE -> new Refund.Accepted();
        case TOO_MUCH -> new Refund.Refused("more than was paid");
        case NOT_CHARGED -> new Refund.Refused("not paid");
        case OTHER_CONTENT -> new Refund.Refused("number used for another refund");
      };
    } catch (SQLException e) {
      return new Refund.Unknown(unknown(e).why());
    }
  }

  private static Outcome outcome(Order order, BalanceLedger.Standing standing) {
    return switch (standing) {
      case CHARGED -> new Outcome.Approved("balance-" + order.outTradeNo());
      case CLOSED -> new Outcome.Reversed();
      case UNKNOWN -> new Outcome.NotFound();
    };
  }

  private static Outcome.Unknown unknown(SQLException e) {
    LOG.error("the members' accounts: {}", e.getMessage());
    return new Outcome.Unknown("the members' accounts cannot be used");
  }
}
