package org.facepay.terminal.sale;

/**
 * How much one basket may hold. Above it the shopper is told to pay first or to ask staff; nothing
 * is lost.
 *
 * @param articles pieces in all
 * @param totalMinor sum of the lines, minor units
 */
public record Limits(int articles, long totalMinor) {

  /** Whether a basket is within the limits. */
  public boolean allow(Basket basket) {
    return basket.articles() <= articles && basket.total().minor() <= totalMinor;
  }
}
