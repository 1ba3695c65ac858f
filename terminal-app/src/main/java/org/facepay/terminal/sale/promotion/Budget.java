package org.facepay.terminal.sale.promotion;

/** What is left to be worked, in steps of a search. */
final class Budget {
  private int left;

  Budget(int steps) {
    this.left = steps;
  }

  boolean spend() {
    return left-- > 0;
  }
}
