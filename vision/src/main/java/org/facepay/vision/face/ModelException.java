package org.facepay.vision.face;

/**
 * A model file cannot be used. The message names the file and what was expected of it, for the
 * technician; the terminal then runs without faces.
 */
public final class ModelException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;

  ModelException(String file, String expected) {
    super("model " + file + ": " + expected);
    this.file = file;
  }

  ModelException(String file, String expected, Throwable cause) {
    super("model " + file + ": " + expected, cause);
    this.file = file;
  }

  /** The file that is missing, damaged or of the wrong shape. */
  public String file() {
    return file;
  }
}
