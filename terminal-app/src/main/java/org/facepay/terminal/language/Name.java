package org.facepay.terminal.language;

/** A name in the languages of the page. */
public record Name(String zh, String en) {
  public String in(Language language) {
    return language.choose(zh, en);
  }
}
