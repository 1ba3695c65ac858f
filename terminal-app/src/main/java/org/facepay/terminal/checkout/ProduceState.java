package org.facepay.terminal.checkout;

import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.View;

/** A session in which goods without a barcode are looked up and weighed or counted. */
public sealed interface ProduceState extends State.Idling {

  /**
   * Goods are chosen by picture.
   *
   * @param query initials typed so far, capital letters
   * @param letters whether a landscape panel shows the letters
   */
  record Choosing(View view, Session session, String query, boolean letters)
      implements ProduceState {
    @Override
    public Choosing with(View changed) {
      return new Choosing(changed, session, query, letters);
    }

    @Override
    public Choosing with(Session changed) {
      return new Choosing(view, changed, query, letters);
    }
  }

  /**
   * One of them is on the scale, or counted.
   *
   * @param tareGrams taken off what the scale says
   * @param count pieces of goods sold by the piece, 0 for goods sold by weight
   */
  record Weighing(View view, Session session, Product product, int tareGrams, int count)
      implements ProduceState {
    /** Under it nothing is sold: twenty divisions of a 1 g scale (OIML R 76, Min). */
    public static final int LEAST_GRAMS = 20;

    @Override
    public Weighing with(View changed) {
      return new Weighing(changed, session, product, tareGrams, count);
    }

    @Override
    public Weighing with(Session changed) {
      return new Weighing(view, changed, product, tareGrams, count);
    }

    Weighing tared(int grams) {
      return new Weighing(view, session, product, grams, count);
    }

    Weighing counted(int pieces) {
      return new Weighing(view, session, product, tareGrams, pieces);
    }

    /** What so much on the scale costs; minor units. */
    public long price(int grossGrams) {
      long unit = session.basket().member() ? product.memberPrice() : product.price();
      int net = grossGrams - tareGrams;
      return count > 0
          ? new Quantity.Pieces(count).amount(unit)
          : net > 0 ? new Quantity.Grams(net).amount(unit) : 0;
    }
  }
}
