package org.facepay.terminal.sale;

/**
 * A rate of value-added tax that prices already include.
 *
 * @param basisPoints 1300 is 13 %
 */
public record TaxRate(int basisPoints) implements Comparable<TaxRate> {

  public TaxRate {
    if (basisPoints < 0 || basisPoints >= 10_000) {
      throw new IllegalArgumentException(
          "tax rate of " + basisPoints + " basis points; expected 0 to 9999");
    }
  }

  /**
   * The tax inside a gross amount: gross * rate / (1 + rate), rounded once per rate and receipt.
   */
  public long includedIn(long grossMinor) {
    return Rounding.multiplyDivide(grossMinor, basisPoints, 10_000L + basisPoints);
  }

  /** E.g. "13%" or "0.5%". */
  public String label() {
    return basisPoints % 100 == 0
        ? basisPoints / 100 + "%"
        : java.math.BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
  }

  @Override
  public int compareTo(TaxRate other) {
    return Integer.compare(basisPoints, other.basisPoints);
  }
}
