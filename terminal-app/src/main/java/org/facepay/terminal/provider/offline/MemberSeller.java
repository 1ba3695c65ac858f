package org.facepay.terminal.provider.offline;

import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Money;

/**
 * A provider of members' accounts: what certainly never left can be asked for later, from this
 * terminal. Wallets' codes and face tokens cannot: nobody can vouch for them later.
 */
public final class MemberSeller implements OfflineSeller {
  private final PaymentProvider provider;
  private final RefundProvider refunds;

  /** Decorates a provider that takes {@link MemberAccount}s and refunds. */
  public <P extends PaymentProvider & RefundProvider> MemberSeller(P provider) {
    this.provider = provider;
    this.refunds = provider;
  }

  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public boolean accepts(Credential credential) {
    return provider.accepts(credential);
  }

  @Override
  public Answer sell(Order order, Credential credential, boolean offline) {
    Outcome outcome = provider.authorise(order, credential);
    return offline
            && outcome instanceof Outcome.NotSent
            && credential instanceof MemberAccount(String member)
            && provider.accepts(credential)
        ? new Answer.Offline(new Payer.Member(member), OfflineSale.State.WAITING)
        : new Answer.Told(outcome);
  }

  @Override
  public Answer standing(Order order) {
    return new Answer.Told(provider.query(order));
  }

  @Override
  public Outcome refuse(Order order, Answer.Offline made) {
    return new Outcome.NotSent("not sold offline");
  }

  @Override
  public Outcome cancel(Order order) {
    return provider.cancel(order);
  }

  @Override
  public Refund refund(Order order, Money amount, String requestNo) {
    return refunds.refund(order, amount, requestNo);
  }
}
