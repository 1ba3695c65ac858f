package org.facepay.terminal.session;

import java.util.Optional;
import org.facepay.kiosk.screen.Intent;

/**
 * Digits of a phone number as they are typed; never printed or journalled. After a restart they are
 * typed again.
 */
public record Digits(String text) {
  public static final Digits NONE = new Digits("");

  /** One digit that was typed. */
  public record Digit(int value) {
    /** What a journal gives back instead of one. */
    public static final Digit GONE = new Digit(0);

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /** What is typed after a key of the page was touched; empty: it was no such key. */
  public Optional<Digits> after(Event event) {
    return switch (event) {
      case Touched.DigitTyped(Digit digit) -> Optional.of(plus(digit));
      case Touched.Touch(Intent.DeleteDigit _) -> Optional.of(withoutLast());
      case Touched.Touch(Intent.ClearDigits _) -> Optional.of(NONE);
      default -> Optional.empty();
    };
  }

  public Digits plus(Digit digit) {
    return new Digits(text + digit.value());
  }

  public Digits withoutLast() {
    return text.isEmpty() ? this : new Digits(text.substring(0, text.length() - 1));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
