package org.facepay.terminal.provider.cash;

import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Money;

/**
 * The drawer as one who gives money back: what was paid in cash goes back in cash, by the hand of
 * whoever agreed to it. Nothing is ever charged here; a sale in cash is booked when staff say that
 * they have the money.
 */
public final class CashProvider implements PaymentProvider, RefundProvider {
  /** In records and books. */
  public static final String NAME = "cash";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean accepts(Credential credential) {
    return false;
  }

  @Override
  public Outcome authorise(Order order, Credential credential) {
    return new Outcome.NotSent("cash is taken by staff");
  }

  @Override
  public Outcome query(Order order) {
    return new Outcome.NotSent("cash is taken by staff");
  }

  @Override
  public Outcome cancel(Order order) {
    return new Outcome.NotSent("cash is taken by staff");
  }

  @Override
  public Refund refund(Order order, Money amount, String requestNo) {
    return new Refund.Accepted();
  }
}
