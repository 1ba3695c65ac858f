package org.facepay.terminal.provider.card;

/** A message is not the terminal's, or not whole, or not an answer to ours. */
public final class NexoException extends Exception {
  private static final long serialVersionUID = 1L;

  NexoException(String message) {
    super(message);
  }
}
