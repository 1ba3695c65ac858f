package org.facepay.terminal.provider.wechat;

/** An answer is not the platform's, or not whole, or not of now. */
final class UntrustedException extends Exception {
  private static final long serialVersionUID = 1L;

  UntrustedException(String message) {
    super(message);
  }
}
