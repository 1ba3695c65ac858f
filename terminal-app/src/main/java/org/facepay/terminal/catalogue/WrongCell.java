package org.facepay.terminal.catalogue;

import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;

/** A cell has something wrong; its line is whoever's reads the line. */
final class WrongCell extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Sentence what;

  WrongCell(Phrase phrase, Object... arguments) {
    super(phrase.english());
    this.what = Sentence.of(phrase, arguments);
  }

  Sentence at(int line) {
    return Sentence.of(CatalogueWords.LINE, line, what);
  }
}
