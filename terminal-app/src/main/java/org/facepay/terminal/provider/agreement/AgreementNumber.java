package org.facepay.terminal.provider.agreement;

/**
 * The wallet's number of an agreement. Whoever has it and the merchant's key can take money: it is
 * never printed, logged or journalled, and kept sealed.
 */
public record AgreementNumber(String digits) {

  public AgreementNumber {
    if (!digits.matches("[A-Za-z0-9]{8,64}")) {
      throw new IllegalArgumentException("expected 8 to 64 letters and digits");
    }
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
