package org.facepay.terminal.checkout;

/**
 * How the shopper wants the page to look, and whether somebody has been called.
 *
 * @param call stamp of the last call for staff, 0 when nobody was called
 * @param delivered whether it reached staff
 * @param showCall whether the page says so in a dialog
 */
public record View(
    boolean english,
    boolean largerText,
    boolean highContrast,
    long call,
    boolean delivered,
    boolean showCall) {

  /** How the page looks to the next shopper. */
  public static final View DEFAULT = new View(false, false, false, 0, false, false);

  View switchLanguage() {
    return new View(!english, largerText, highContrast, call, delivered, showCall);
  }

  View toggleText() {
    return new View(english, !largerText, highContrast, call, delivered, showCall);
  }

  View toggleContrast() {
    return new View(english, largerText, !highContrast, call, delivered, showCall);
  }

  View called(long stamp, boolean show) {
    return new View(english, largerText, highContrast, stamp, false, show);
  }

  View delivered(long stamp) {
    return stamp == call ? new View(english, largerText, highContrast, call, true, showCall) : this;
  }

  View withoutDialog() {
    return new View(english, largerText, highContrast, call, delivered, false);
  }
}
