package org.facepay.terminal.payment;

import org.facepay.terminal.sale.Money;

/**
 * What is asked of a provider, under a number that is used for one charge only.
 *
 * @param outTradeNo at most 32 of A-Z a-z 0-9 and the underscore
 * @param subject what the shopper's wallet shows, e.g. the shop's name
 * @param provider name of the provider that is asked; empty where there is only one
 */
public record Order(String outTradeNo, Money amount, String subject, String provider) {

  /** An order where there is only one provider. */
  public Order(String outTradeNo, Money amount, String subject) {
    this(outTradeNo, amount, subject, "");
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
