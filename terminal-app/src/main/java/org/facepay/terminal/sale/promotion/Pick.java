package org.facepay.terminal.sale.promotion;

/**
 * A column used once.
 *
 * @param granted what it takes off; less than it would where a cap is reached
 */
record Pick(Column column, long granted) {
  long net() {
    return granted - column.alone;
  }
}
