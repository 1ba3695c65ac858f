package org.facepay.peripherals.vending;

/** Bytes that are no EVA DTS report; the message says where and why. */
public final class DtsException extends Exception {
  private static final long serialVersionUID = 1L;

  DtsException(String message) {
    super(message);
  }
}
