package org.facepay.peripherals.worker;

/**
 * How an open device is after one duty cycle.
 *
 * @param useful whether it can do its work now
 * @param detail for a technician; empty to keep what identified it
 */
public record Condition(boolean useful, String detail) {
  private static final Condition FINE = new Condition(true, "");

  /** Nothing to say. */
  public static Condition fine() {
    return FINE;
  }

  /** Works, but somebody should see to it soon. */
  public static Condition fineBut(String detail) {
    return new Condition(true, detail);
  }

  /** Open, but needs a hand before it can work. */
  public static Condition degraded(String detail) {
    return new Condition(false, detail);
  }
}
