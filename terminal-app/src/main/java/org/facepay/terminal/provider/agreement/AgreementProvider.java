package org.facepay.terminal.provider.agreement;

import java.io.IOException;
import java.util.Optional;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.sale.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deduction from the wallet of a member who has signed for it: {@code alipay.trade.pay} with {@code
 * agreement_params}. Everything after that is as with any trade of Alipay's.
 */
public final class AgreementProvider implements PaymentProvider, RefundProvider {
  public static final String NAME = "agreement";

  private static final Logger LOG = LoggerFactory.getLogger(AgreementProvider.class);

  private final AlipayProvider alipay;
  private final Agreements agreements;
  private final String product;

  /**
   * @param product product code of the merchant's contract, e.g. GENERAL_WITHHOLDING
   */
  public AgreementProvider(AlipayProvider alipay, Agreements agreements, String product) {
    this.alipay = alipay;
    this.agreements = agreements;
    this.product = product;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Only a member who has signed. */
  @Override
  public boolean accepts(Credential credential) {
    return credential instanceof MemberAccount(String member) && find(member).isPresent();
  }

  @Override
  public Outcome authorise(Order order, Credential credential) {
    if (!(credential instanceof MemberAccount(String member))) {
      throw new IllegalArgumentException("an agreement is a member's, not " + credential);
    }
    return find(member)
        .map(number -> alipay.deduct(order, number.digits(), product))
        .orElseGet(() -> new Outcome.Declined(DeclineReason.ACCOUNT_CLOSED, "no agreement"));
  }

  @Override
  public Outcome query(Order order) {
    return alipay.query(order);
  }

  @Override
  public Outcome cancel(Order order) {
    return alipay.cancel(order);
  }

  @Override
  public Refund refund(Order order, Money amount, String requestNo) {
    return alipay.refund(order, amount, requestNo);
  }

  /** An agreement that cannot be read is none: the member can pay in another way. */
  private Optional<AgreementNumber> find(String member) {
    try {
      return agreements.find(member);
    } catch (IOException e) {
      LOG.error("{}", e.getMessage());
      return Optional.empty();
    }
  }
}
