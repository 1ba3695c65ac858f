package org.facepay.terminal.payment;

/**
 * The one-time code of a shopper's wallet as the scanner read it. Whoever has it can take money for
 * a minute: it is never printed, logged or stored.
 */
public record PayCode(String digits) implements Credential {

  /** What a journal gives back instead of one. */
  public static final PayCode GONE = new PayCode("");

  /**
   * Whether a scan can only be a wallet's code: Alipay 16 to 24 digits beginning 25 to 30, WeChat
   * 18 digits beginning 10 to 15 (the wallets' pay-by-code manuals). Retail barcodes have at most
   * 14 digits.
   */
  public static boolean looksLikeOne(String data) {
    return data.matches("(2[5-9]|30)[0-9]{14,22}|1[0-5][0-9]{16}");
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
