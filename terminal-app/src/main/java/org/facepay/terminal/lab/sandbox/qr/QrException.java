package org.facepay.terminal.lab.sandbox.qr;

/** A text is no merchant-presented code; the message says why. */
public final class QrException extends Exception {
  private static final long serialVersionUID = 1L;

  QrException(String message) {
    super(message);
  }
}
