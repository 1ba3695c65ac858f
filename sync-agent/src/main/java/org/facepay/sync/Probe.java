package org.facepay.sync;

/** Probe. */
public final class Probe {
  private Probe() {}

  static String x() {
    return "";
  }
}
