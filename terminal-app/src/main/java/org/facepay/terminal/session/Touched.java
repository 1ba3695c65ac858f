package org.facepay.terminal.session;

import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.sale.Product;

/** What the shopper's hand did on the page. */
public sealed interface Touched extends Event {

  /** A button that means by itself all it has to. */
  record Touch(Intent intent) implements Touched {
    public Touch {
      if (intent instanceof Intent.Digit) {
        throw new IllegalArgumentException("a digit of a phone number is a DigitTyped");
      }
    }
  }

  /** A carrier bag was taken. */
  record BagAdded(Product bag) implements Touched {}

  /** One of the goods without a barcode. */
  record GoodChosen(Product product) implements Touched {}

  /**
   * What lies in this slot of the machine, and nothing else; the article and its price are those of
   * that moment. Machines of before sold one article at a time.
   */
  record SlotChosen(int slot, Product product) implements Touched {}

  /**
   * One more of what lies in this slot of the machine; the article, its price and how many there
   * may be are those of that moment.
   *
   * @param most pieces in a basket
   * @param holds pieces the slot has room for; 0 when nobody has said
   */
  record PieceChosen(int slot, Product product, int most, int holds) implements Touched {}

  /** What lies on the scale is to be taken off, or no more. */
  record Tared(int grams) implements Touched {}

  /**
   * What is on the scale goes into the basket.
   *
   * @param grams gross, fresh and stable when the button was touched; 0 when there was no such
   *     weight
   */
  record WeighedAdded(int grams) implements Touched {}

  /** One digit of a phone number, which no journal keeps. */
  record DigitTyped(Digits.Digit digit) implements Touched {}
}
