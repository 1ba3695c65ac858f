package org.facepay.terminal.sale.promotion;

import org.facepay.terminal.sale.Product;

/** Who a price is for (ARTS: price derivation rule eligibility). */
public enum Eligibility {
  EVERYBODY,
  MEMBERS;

  /** What one piece or one kilogram costs them, minor units. */
  public long unitPrice(Product product) {
    return switch (this) {
      case EVERYBODY -> product.price();
      case MEMBERS -> product.memberPrice();
    };
  }
}
