package org.facepay.terminal.language;

/**
 * A language that people at the terminal read: on the page, on paper, on the technician's console.
 */
public enum Language {
  CHINESE("zh", "zh-CN"),
  ENGLISH("en", "en");

  private final String code;
  private final String tag;

  Language(String code, String tag) {
    this.code = code;
    this.tag = tag;
  }

  /** The language of a code; Chinese for one that is not known. */
  public static Language of(String code) {
    return code.equals(ENGLISH.code) ? ENGLISH : CHINESE;
  }

  /** ISO 639-1. */
  public String code() {
    return code;
  }

  /** BCP 47, as browsers want it. */
  public String tag() {
    return tag;
  }

  /** The one to switch to. */
  public Language other() {
    return choose(ENGLISH, CHINESE);
  }

  /** Whichever of two things is in this language; words are better kept as a {@link Phrase}. */
  public <T> T choose(T chinese, T english) {
    return switch (this) {
      case CHINESE -> chinese;
      case ENGLISH -> english;
    };
  }
}
