package org.facepay.terminal.sale;

/**
 * How much one basket may hold, and how much is a bag. Above it the shopper is told to pay first or
 * to ask staff; nothing is lost.
 *
 * @param articles pieces in all
 * @param totalMinor sum of the lines, minor units
 * @param tareGrams most that is taken off as an empty bag: what goods weigh never is
 */
public record Limits(int articles, long totalMinor, int tareGrams) {

  /** Whether a basket of so many articles, for so much, is within the limits. */
  public boolean allow(int inBasket, long minor) {
    return inBasket <= articles && minor <= totalMinor;
  }

  /** Whether so much on the scale is an empty bag. */
  public boolean isBag(int grams) {
    return grams > 0 && grams <= tareGrams;
  }
}
