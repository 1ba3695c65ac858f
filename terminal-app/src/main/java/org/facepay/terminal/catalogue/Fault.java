package org.facepay.terminal.catalogue;

import java.util.List;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;

/**
 * What is wrong with a line of a list, for whoever has written it.
 *
 * @param line from 1; 0 where it is none of a line
 */
public record Fault(int line, Phrase phrase, List<Object> arguments) {
  public Fault {
    arguments = List.copyOf(arguments);
  }

  /** A sentence with its line. */
  public String in(Language language) {
    String said = phrase.in(language, arguments.toArray());
    return line == 0 ? said : CatalogueWords.LINE.in(language, line, said);
  }

  /** What a cell has wrong; its line is whoever's reads the line. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;
    private final transient List<Object> arguments;

    Wrong(Phrase phrase, Object... arguments) {
      super(phrase.english());
      this.phrase = phrase;
      this.arguments = List.of(arguments);
    }

    Fault at(int line) {
      return new Fault(line, phrase, arguments);
    }
  }
}
