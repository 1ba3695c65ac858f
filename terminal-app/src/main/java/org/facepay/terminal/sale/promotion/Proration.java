package org.facepay.terminal.sale.promotion;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * An amount in parts that add up to it, to the minor unit (ARTS: proration). What is taken off by a
 * bundle is shared so by its pieces, what is taken off a basket by its lines, and what a line cost
 * by what of it goes back or never fell.
 */
public final class Proration {
  private Proration() {}

  /**
   * Shares in proportion to the weights, by the largest remainder; of equal ones the first. No
   * share is above its weight while the amount is not above their sum.
   *
   * @param weights none below zero; an amount above zero needs one that is not zero
   */
  static long[] split(long amount, long[] weights) {
    long sum = sum(weights);
    long[] shares = new long[weights.length];
    if (amount == 0 || sum == 0) {
      return shares;
    }
    long[] remainders = new long[weights.length];
    long left = amount;
    for (int i = 0; i < weights.length; i++) {
      shares[i] = share(amount, weights[i], sum);
      remainders[i] = amount * weights[i] - shares[i] * sum; // right, though each may overflow
      left -= shares[i];
    }
    int[] order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted((a, b) -> Long.compare(remainders[b], remainders[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < left; i++) {
      shares[order[i]]++;
    }
    return shares;
  }

  private static long share(long amount, long weight, long sum) {
    return Math.multiplyHigh(amount, weight) == 0 && amount * weight >= 0
        ? amount * weight / sum
        : BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(weight))
            .divide(BigInteger.valueOf(sum))
            .longValueExact();
  }

  /** What the first so many of that many equal pieces come to; all of them come to the amount. */
  public static long first(long amount, int some, int all) {
    return Math.multiplyExact(amount, (long) some) / all;
  }

  /**
   * The sum.
   *
   * @throws ArithmeticException when it is more than a long holds
   */
  static long sum(long[] amounts) {
    long sum = 0;
    for (long amount : amounts) {
      sum = Math.addExact(sum, amount);
    }
    return sum;
  }
}
