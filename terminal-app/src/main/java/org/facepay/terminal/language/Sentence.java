package org.facepay.terminal.language;

import java.util.Arrays;
import java.util.List;

/**
 * What is said, before it is put into a language: a phrase, and what goes into its places.
 *
 * @param arguments texts, numbers, or sentences, phrases and names, which are said in the same
 *     language
 */
public record Sentence(Phrase phrase, List<Object> arguments) {
  public Sentence {
    arguments = List.copyOf(arguments);
  }

  public static Sentence of(Phrase phrase, Object... arguments) {
    return new Sentence(phrase, Arrays.asList(arguments));
  }

  /** What is the same in every language: a figure, a name, the other side's own words. */
  public static Sentence verbatim(String text) {
    return of(SentenceWords.VERBATIM, text);
  }

  /** One below the other. */
  public static Sentence lines(List<Sentence> lines) {
    return lines.stream()
        .reduce((above, below) -> of(SentenceWords.BELOW, above, below))
        .orElse(verbatim(""));
  }

  public String in(Language language) {
    return phrase.in(language, arguments.stream().map(a -> said(a, language)).toArray());
  }

  private static Object said(Object argument, Language language) {
    return switch (argument) {
      case Sentence sentence -> sentence.in(language);
      case Phrase phrase -> phrase.in(language);
      case Name name -> name.in(language);
      default -> argument;
    };
  }

  /** In English, as logs and records have it. */
  public String english() {
    return in(Language.ENGLISH);
  }

  @Override
  public String toString() {
    return english();
  }
}
