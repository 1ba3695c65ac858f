package org.facepay.terminal.sale;

/**
 * How much one basket may hold. Above it the shopper is told to pay first or to ask staff; nothing
 * is lost.
 *
 * @param articles pieces in all
 * @param totalMinor sum of the lines, minor units
 */
public record Limits(int articles, long totalMinor) {

  /** Whether a basket of so many articles, for so much, is within the limits. */
  public boolean allow(int inBasket, long minor) {
    return inBasket <= articles && minor <= totalMinor;
  }
}
