package org.facepay.peripherals.problem;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a device's health (UnifiedPOS CheckHealthText) before it is put into the words of a
 * language: what is wrong, or what answered. Programs compare kinds and arguments; words are for
 * people.
 */
public sealed interface HealthText permits Problem, Identity {
  /** Where an argument goes into words: its name in braces. */
  Pattern ARGUMENT = Pattern.compile("\\{(\\w+)}");

  /** What can be told. */
  sealed interface Kind permits Problem.Kind, Identity.Kind {
    /** The words for logs, with the name of each argument in braces where it goes. */
    String english();

    /** The names of the arguments, in their order. */
    default List<String> shape() {
      return ARGUMENT.matcher(english()).results().map(found -> found.group(1)).distinct().toList();
    }
  }

  /** What is told. */
  Kind kind();

  /** As many as its kind has names for. */
  List<String> arguments();

  /** In English, for logs. */
  default String english() {
    return in(kind().english());
  }

  /**
   * In the words of any language.
   *
   * @param words with the names of arguments of {@link Kind#shape} in braces, in any order
   */
  default String in(String words) {
    List<String> shape = kind().shape();
    return ARGUMENT
        .matcher(words)
        .replaceAll(
            found -> Matcher.quoteReplacement(arguments().get(shape.indexOf(found.group(1)))));
  }

  /** A kind told with the wrong number of arguments is a bug. */
  static void check(Kind kind, List<String> arguments) {
    if (arguments.size() != kind.shape().size()) {
      throw new IllegalArgumentException(kind + " takes " + kind.shape() + ", not " + arguments);
    }
  }

  /** Whatever they are, as texts. */
  static List<String> texts(Object... arguments) {
    return Arrays.stream(arguments).map(String::valueOf).toList();
  }
}
