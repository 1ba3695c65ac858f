package org.facepay.terminal.world.vending;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.facepay.peripherals.vending.VendEvent.VendRequested;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;

/**
 * What is sold behind a keypad, at the prices of the list.
 *
 * @param slots by the controller's own numbers
 */
public record KeyedGoods(Map<Integer, Product> slots, Currency currency) {
  public KeyedGoods {
    slots = Map.copyOf(slots);
  }

  Optional<Product> product(int slot) {
    return Optional.ofNullable(slots.get(slot));
  }

  /** Whether this article is asked for, at its right price. */
  boolean isFor(VendRequested request, String code) {
    return product(request.item())
        .filter(p -> p.code().equals(code) && p.price() == request.priceMinor())
        .isPresent();
  }

  /** The most that anything costs; minor units. */
  long dearest() {
    return slots.values().stream().mapToLong(Product::price).max().orElse(0);
  }

  String figures(long minor) {
    return new Money(minor, currency).figures();
  }
}
