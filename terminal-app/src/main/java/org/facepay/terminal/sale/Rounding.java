package org.facepay.terminal.sale;

/**
 * The one way amounts are rounded: to the nearest minor unit, halves away from zero (commercial
 * rounding).
 */
public final class Rounding {
  private Rounding() {}

  /** {@code numerator / denominator} rounded half up in size; the denominator is positive. */
  public static long divide(long numerator, long denominator) {
    long half = denominator / 2;
    return numerator >= 0 ? (numerator + half) / denominator : -((-numerator + half) / denominator);
  }

  /** {@code a * b / denominator}, rounded, failing loudly on overflow. */
  public static long multiplyDivide(long a, long b, long denominator) {
    return divide(Math.multiplyExact(a, b), denominator);
  }
}
