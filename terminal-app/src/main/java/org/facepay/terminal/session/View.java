package org.facepay.terminal.session;

import java.time.Instant;
import org.facepay.kiosk.screen.Screen.StaffCall;
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

  /** What became of the call. */
  public StaffCall staff() {
    return call.heard();
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

  public View called(long stamp, Instant at, boolean show, String why) {
    return new View(
        language, largerText, highContrast, new Call(stamp, at, StaffCall.NOT_REACHED, why), show);
  }

  /** More became of the call with this stamp than was known; never less. */
  public View heard(long stamp, StaffCall heard, Instant at) {
    return stamp == call.stamp() && heard.compareTo(call.heard()) > 0
        ? new View(
            language,
            largerText,
            highContrast,
            new Call(stamp, heard == StaffCall.COMING ? at : call.at(), heard, call.why()),
            showCall)
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
