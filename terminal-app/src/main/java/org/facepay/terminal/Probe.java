package org.facepay.terminal;

/** Probe. */
public final class Probe {
  private Probe() {}

  static String x() {
    return "";
  }
}
