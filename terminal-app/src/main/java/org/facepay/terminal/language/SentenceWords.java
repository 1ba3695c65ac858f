package org.facepay.terminal.language;

/** How sentences are put together, and what is said where nobody has a sentence. */
final class SentenceWords {
  static final Phrase VERBATIM = new Phrase("%1$s", "%s");
  static final Phrase BELOW = new Phrase("%1$s\n  %2$s", "%s\n  %s");
  static final Phrase LOG_SAYS_WHY = new Phrase("原因在日志里", "%1$s");

  private SentenceWords() {}
}
