package org.facepay.peripherals;

/** Probe. */
public final class Probe {
  private Probe() {}

  static String x() {
    return "";
  }
}
