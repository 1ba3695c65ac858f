package org.facepay.vision;

/** Probe. */
public final class Probe {
  private Probe() {}

  static String x() {
    return "";
  }
}
