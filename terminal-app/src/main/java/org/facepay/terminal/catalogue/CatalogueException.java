package org.facepay.terminal.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.language.Explained;
import org.facepay.terminal.language.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue cannot be used; the message names every line that is wrong and what was expected.
 */
public final class CatalogueException extends Exception implements Explained {
  private static final long serialVersionUID = 1L;

  private final transient Sentence explanation;
  private final transient List<Sentence> faults;

  /** Lines of a list are wrong. */
  public CatalogueException(Sentence explanation, List<Sentence> faults) {
    this(explanation, faults, null);
  }

  /** It could not be read, or kept, at all. */
  public CatalogueException(Sentence explanation, Throwable cause) {
    this(explanation, List.of(), cause);
  }

  static CatalogueException unreadable(Path file, IOException why) {
    return new CatalogueException(
        Sentence.of(CatalogueWords.UNREADABLE, file, ExplainedException.why(why)), why);
  }

  private CatalogueException(
      Sentence explanation, List<Sentence> faults, @Nullable Throwable cause) {
    super(explanation.english(), cause);
    this.explanation = explanation;
    this.faults = List.copyOf(faults);
  }

  @Override
  public Sentence explanation() {
    return explanation;
  }

  /** The lines that are wrong; none where the list could not be read at all. */
  public List<Sentence> faults() {
    return faults;
  }
}
