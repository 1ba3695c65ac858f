package org.facepay.terminal.catalogue;

import java.util.List;

/**
 * The catalogue cannot be used; the message names every line that is wrong and what was expected.
 */
public final class CatalogueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public CatalogueException(String message) {
    this(message, List.of());
  }

  /**
   * @param faults what is wrong with the lines of a list, in every language
   */
  public CatalogueException(String message, List<Fault> faults) {
    super(message);
    this.faults = List.copyOf(faults);
  }

  public CatalogueException(String message, Throwable cause) {
    super(message, cause);
    this.faults = List.of();
  }

  /** The lines that are wrong; none where the list could not be read at all. */
  public List<Fault> faults() {
    return faults;
  }
}
