package org.facepay.terminal.devices;

import java.util.List;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.problem.HealthText;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;

/**
 * How a check of a device ended.
 *
 * @param detail what answered, or what to check
 */
public record Finding(Grade grade, Detail detail) {
  /** From best to worst. */
  public enum Grade {
    /** Not tried; says why. */
    SKIPPED,
    OK,
    /** Answers, but needs a hand. */
    DEGRADED,
    FAILED
  }

  /** What is told; whoever shows it finds the words of a health's text. */
  public sealed interface Detail {
    /** As the device tells it. */
    record Health(HealthText text) implements Detail {}

    /** In every language. */
    record Phrased(Phrase phrase, List<Object> arguments) implements Detail {}

    /** What only the command line comes to, which speaks English. */
    record Plain(String english) implements Detail {}
  }

  /** In English, for the command line. */
  public String english() {
    return switch (detail) {
      case Detail.Health(HealthText text) -> text.english();
      case Detail.Phrased(Phrase phrase, List<Object> arguments) ->
          phrase.in(Language.ENGLISH, arguments.toArray());
      case Detail.Plain(String english) -> english;
    };
  }

  static Finding of(Grade grade, Phrase phrase, Object... arguments) {
    return new Finding(grade, new Detail.Phrased(phrase, List.of(arguments)));
  }

  static Finding ok(String detail) {
    return new Finding(Grade.OK, new Detail.Plain(detail));
  }

  static Finding ok(Phrase phrase, Object... arguments) {
    return of(Grade.OK, phrase, arguments);
  }

  /** What answers when it is asked how it is. */
  static Finding answered(Device device) throws DeviceException {
    return new Finding(Grade.OK, new Detail.Health(device.checkHealth()));
  }

  static Finding degraded(String detail) {
    return new Finding(Grade.DEGRADED, new Detail.Plain(detail));
  }

  static Finding failed(String detail) {
    return new Finding(Grade.FAILED, new Detail.Plain(detail));
  }

  static Finding degraded(HealthText why) {
    return new Finding(Grade.DEGRADED, new Detail.Health(why));
  }

  static Finding failed(HealthText why) {
    return new Finding(Grade.FAILED, new Detail.Health(why));
  }

  static Finding skipped(String detail) {
    return new Finding(Grade.SKIPPED, new Detail.Plain(detail));
  }
}
