package org.facepay.terminal.session;

import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Movement.Place;

/** An article where it lies. */
public record Stand(Place place, Product product) {
  public Stand(int slot, Product product, int capacity) {
    this(new Place(slot, product.code(), capacity), product);
  }
}
