package org.facepay.kiosk.screen;

/**
 * What the shopper asked for by touching the page. Whether it is possible now is decided by the
 * session's state, never by the page.
 */
public sealed interface Intent {
  record Start() implements Intent {}

  record OpenLine(String line) implements Intent {}

  /** Closes the line's own screen on small panels. */
  record CloseLine() implements Intent {}

  record OneMore(String line) implements Intent {}

  record OneLess(String line) implements Intent {}

  record RemoveLine(String line) implements Intent {}

  record AddBag() implements Intent {}

  /**
   * Asks to throw the basket away; answered with {@code ConfirmCancel} while it holds something.
   */
  record Cancel() implements Intent {}

  record ConfirmCancel() implements Intent {}

  /** To the ways of paying. */
  record Pay() implements Intent {}

  record ChooseMethod(Screen.Method method) implements Intent {}

  /** To the screen before. */
  record Back() implements Intent {}

  /** Pay again after a payment that truly ended without money. */
  record Retry() implements Intent {}

  /** Another way, after a payment that ended without money. */
  record AnotherWay() implements Intent {}

  record PrintReceipt() implements Intent {}

  /** Ends the success screen without paper. */
  record NoPaper() implements Intent {}

  record PrintReference() implements Intent {}

  record CallStaff() implements Intent {}

  /** Closes a dialog, goes on shopping. */
  record Continue() implements Intent {}

  /** Ends the session from the idle warning. */
  record Finish() implements Intent {}

  record SwitchLanguage() implements Intent {}

  record ToggleLargerText() implements Intent {}

  record ToggleHighContrast() implements Intent {}
}
