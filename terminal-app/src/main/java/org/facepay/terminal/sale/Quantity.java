package org.facepay.terminal.sale;

import java.util.Optional;

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
    /** More than this is no pack that a shopper carries: what wrote it was wrong. */
    private static final int MOST = 1_000_000;

    /** So much, if a pack can weigh that; scales write 0 when they overflow. */
    public static Optional<Quantity> of(long grams) {
      return grams < 1 || grams > MOST ? Optional.empty() : Optional.of(new Grams((int) grams));
    }

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
