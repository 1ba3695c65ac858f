package org.facepay.terminal.payment;

import org.facepay.terminal.sale.Money;

/**
 * What is asked of a provider, under a number that is used for one charge only.
 *
 * @param outTradeNo at most 32 of A-Z a-z 0-9 and the underscore
 * @param subject what the shopper's wallet shows, e.g. the shop's name
 * @param provider name of the provider that is asked; empty where there is only one
 * @param instalments parts the shopper wants to pay in, 0 for all at once
 * @param shown whether the terminal shows its code ({@link ShownCode}) instead of reading one; some
 *     wallets end such an order in another way
 */
public record Order(
    String outTradeNo,
    Money amount,
    String subject,
    String provider,
    int instalments,
    boolean shown) {

  /** An order paid all at once. */
  public Order(String outTradeNo, Money amount, String subject, String provider) {
    this(outTradeNo, amount, subject, provider, 0, false);
  }

  /** An order where there is only one provider. */
  public Order(String outTradeNo, Money amount, String subject) {
    this(outTradeNo, amount, subject, "", 0, false);
  }

  public Order {
    if (!outTradeNo.matches("[A-Za-z0-9_]{1,32}")) {
      throw new IllegalArgumentException("order number " + outTradeNo);
    }
    if (amount.minor() <= 0) {
      throw new IllegalArgumentException("an order over " + amount);
    }
  }
}
