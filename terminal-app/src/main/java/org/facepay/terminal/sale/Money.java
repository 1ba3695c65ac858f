package org.facepay.terminal.sale;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in minor units of one currency (ISO 4217), e.g. 9218 fen.
 *
 * @param minor may be negative (refunds, reductions)
 */
public record Money(long minor, Currency currency) {

  public static Money of(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency));
  }

  /** The sum of two amounts of the same currency. */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  /**
   * Figures with the currency's own number of decimals and no mark, e.g. "92.18"; this is also what
   * wallets call an amount in yuan.
   */
  public String figures() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  @Override
  public String toString() {
    return currency + " " + figures();
  }
}
