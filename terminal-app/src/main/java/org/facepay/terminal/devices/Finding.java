package org.facepay.terminal.devices;

/**
 * How a check of a device ended.
 *
 * @param detail what answered, or what to check
 */
public record Finding(Grade grade, String detail) {
  /** From best to worst. */
  public enum Grade {
    /** Not tried; says why. */
    SKIPPED,
    OK,
    /** Answers, but needs a hand. */
    DEGRADED,
    FAILED
  }

  static Finding ok(String detail) {
    return new Finding(Grade.OK, detail);
  }

  static Finding degraded(String detail) {
    return new Finding(Grade.DEGRADED, detail);
  }

  static Finding failed(String detail) {
    return new Finding(Grade.FAILED, detail);
  }

  static Finding skipped(String detail) {
    return new Finding(Grade.SKIPPED, detail);
  }
}
