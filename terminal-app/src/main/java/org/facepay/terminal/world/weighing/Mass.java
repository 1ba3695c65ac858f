package org.facepay.terminal.world.weighing;

/**
 * What one piece of an article weighs, learned from those that were put down alone: count, mean and
 * sum of squared differences (Welford 1962), grams.
 */
public record Mass(long count, double mean, double squares) {
  public static final Mass UNKNOWN = new Mass(0, 0, 0);

  /** So many pieces of one article have to agree before it is judged by. */
  private static final int ENOUGH = 3;

  /** Of the mean; an article that varies more says nothing. */
  private static final double MOST_SPREAD = 0.15;

  Mass with(double grams) {
    long n = count + 1;
    double delta = grams - mean;
    double next = mean + delta / n;
    return new Mass(n, next, squares + delta * (grams - next));
  }

  /** Standard deviation of the pieces, grams. */
  double spread() {
    return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
  }

  boolean known() {
    return count >= ENOUGH && spread() <= MOST_SPREAD * mean;
  }
}
