package org.facepay.terminal.session;

import java.util.Currency;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.sale.Money;

/**
 * How a terminal numbers what it asks of others.
 *
 * @param terminal letters and digits, at most 12; begins every order number
 * @param epoch of the journal, 4 letters; tells its numbers from those of a journal before it
 * @param subject what a wallet shows its owner
 */
public record Numbers(String terminal, String epoch, String subject) {
  public Numbers {
    if (!terminal.matches("[A-Za-z0-9]{1,12}")) {
      throw new IllegalArgumentException("terminal id " + terminal);
    }
  }

  /** The next order of a session, all at once; the session has counted it already. */
  public Order order(Session session, String provider) {
    return order(session, provider, 0, false);
  }

  /**
   * The next order of a session, which has counted it already.
   *
   * @param months in how many parts it is paid, 0 for all at once
   * @param shown whether the terminal shows its code
   */
  public Order order(Session session, String provider, int months, boolean shown) {
    Money total = session.priced().total();
    return new Order(outTradeNo(session), total, subject, provider, months, shown);
  }

  /** The next order of a session, of an amount that is not what its goods cost. */
  public Order order(Session session, String provider, Money amount, boolean shown) {
    return new Order(outTradeNo(session), amount, subject, provider, 0, shown);
  }

  /** Of no session: a wallet is asked for it at the start, to see whether it answers. */
  public Order nobodys(Currency currency, String provider) {
    return new Order(terminal + "_" + epoch + "_0_0", new Money(1, currency), subject, provider);
  }

  /** The number of a session's n-th order, e.g. K3_7F3K_94XQ1C0B_1. */
  private String outTradeNo(Session session) {
    return String.join(
        "_", terminal, epoch, StampName.of(session.id()), "" + session.visit().orders());
  }

  /** The number of a basket that is suspended by the event with this stamp. */
  public String kept(long stamp) {
    return String.join("_", terminal, epoch, StampName.of(stamp));
  }

  /** What a person reads out to staff, e.g. "7F3K 94XQ 1C0B". */
  public String reference(Session session) {
    return epoch + " " + StampName.spoken(session.id());
  }
}
