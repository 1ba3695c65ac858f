package org.facepay.terminal.catalogue;

/**
 * The catalogue cannot be used; the message names every line that is wrong and what was expected.
 */
public final class CatalogueException extends Exception {
  private static final long serialVersionUID = 1L;

  public CatalogueException(String message) {
    super(message);
  }

  public CatalogueException(String message, Throwable cause) {
    super(message, cause);
  }
}
