package org.facepay.terminal.language;

import java.util.Locale;

/**
 * The same words in every language, side by side, so that none can be forgotten and a translator
 * sees both. Phrases stand in the files of words of their rooms, {@code …Words}; the logic has
 * their names only.
 *
 * @param chinese may have places for arguments, as {@link String#format} has them
 * @param english with the same arguments
 */
public record Phrase(String chinese, String english) {

  public String in(Language language) {
    return language.choose(chinese, english);
  }

  /** With its arguments. */
  public String in(Language language, Object... arguments) {
    return String.format(Locale.ROOT, in(language), arguments);
  }
}
