package org.facepay.terminal.session;

import java.time.Instant;
import org.facepay.terminal.language.Language;

/**
 * How the shopper wants the page to look, and whether somebody has been called.
 *
 * @param call the last call for staff that nobody has answered
 * @param showCall whether the page says so in a dialog
 */
public record View(
    Language language, boolean largerText, boolean highContrast, Call call, boolean showCall) {

  /** How the page looks to the next shopper. */
  public static final View DEFAULT = new View(Language.CHINESE, false, false, Call.NONE, false);

  /** Whether the call reached staff. */
  public boolean delivered() {
    return call.delivered();
  }

  public View switchLanguage() {
    return new View(language.other(), largerText, highContrast, call, showCall);
  }

  public View toggleText() {
    return new View(language, !largerText, highContrast, call, showCall);
  }

  public View toggleContrast() {
    return new View(language, largerText, !highContrast, call, showCall);
  }

  public View called(long stamp, Instant at, boolean show) {
    return new View(language, largerText, highContrast, new Call(stamp, at, false), show);
  }

  public View delivered(long stamp) {
    return stamp == call.stamp()
        ? new View(language, largerText, highContrast, new Call(stamp, call.at(), true), showCall)
        : this;
  }

  /** Staff are here. */
  public View answered() {
    return new View(language, largerText, highContrast, Call.NONE, false);
  }

  public View withDialog() {
    return new View(language, largerText, highContrast, call, true);
  }

  public View withoutDialog() {
    return new View(language, largerText, highContrast, call, false);
  }
}
