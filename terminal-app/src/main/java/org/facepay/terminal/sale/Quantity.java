package org.facepay.terminal.sale;

/** How much of an article a line is for, and so what it costs. */
public sealed interface Quantity {

  /** The amount to pay for so much at a unit price, in minor units. */
  long amount(long unitPrice);

  /** Pieces, at least one. */
  record Pieces(int count) implements Quantity {
    public Pieces {
      if (count < 1) {
        throw new IllegalArgumentException(count + " pieces");
      }
    }

    @Override
    public long amount(long unitPrice) {
      return Math.multiplyExact(unitPrice, (long) count);
    }
  }

  /** Goods weighed before, priced per kilogram. */
  record Grams(int grams) implements Quantity {
    public Grams {
      if (grams < 1) {
        throw new IllegalArgumentException(grams + " g");
      }
    }

    @Override
    public long amount(long unitPrice) {
      return Rounding.multiplyDivide(unitPrice, grams, 1_000);
    }
  }

  /** A pack whose label carries its price. */
  record Pack(long priceMinor) implements Quantity {
    @Override
    public long amount(long unitPrice) {
      return priceMinor;
    }
  }
}
