package org.facepay.terminal.provider.offline;

import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;

/**
 * A provider some of whose sales can be made without asking its other end. As a plain {@link
 * PaymentProvider} it makes none of them; {@link OfflineProvider} lets it within caps.
 */
public interface OfflineSeller extends PaymentProvider, RefundProvider {

  /** What the shopper hears of a sale that was made offline and taken back. */
  Outcome.Declined NOT_OFFLINE = new Outcome.Declined(DeclineReason.NETWORK_DOWN, "offline");

  /** What came of asking. */
  sealed interface Answer {
    /** The provider, or the lack of it, has the last word. */
    record Told(Outcome outcome) implements Answer {}

    /** The sale is made without the provider, if it is taken down now; or it still waits there. */
    record Offline(Payer payer, OfflineSale.State state) implements Answer {}
  }

  /**
   * Asks for the money, as {@link #authorise}.
   *
   * @param offline whether the sale may be made without asking the other end
   */
  Answer sell(Order order, Credential credential, boolean offline);

  /** What has become of the order, as {@link #query}. */
  Answer standing(Order order);

  /** A sale that was made offline and must not be: takes it back; nothing was given for it yet. */
  Outcome refuse(Order order, Answer.Offline made);

  @Override
  default Outcome authorise(Order order, Credential credential) {
    return online(order, sell(order, credential, false));
  }

  @Override
  default Outcome query(Order order) {
    return online(order, standing(order));
  }

  private Outcome online(Order order, Answer answer) {
    return switch (answer) {
      case Answer.Told(Outcome outcome) -> outcome;
      case Answer.Offline made -> refuse(order, made);
    };
  }
}
