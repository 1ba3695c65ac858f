package org.facepay.terminal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.facepay.terminal.language.Explained;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Something of the disk or of the set-up that cannot be used, and what to do about it, for whoever
 * stands before the terminal.
 */
public final class ExplainedException extends IOException implements Explained {
  private static final long serialVersionUID = 1L;

  private final transient Sentence explanation;

  public ExplainedException(Sentence explanation) {
    this(explanation, null);
  }

  public ExplainedException(Sentence explanation, @Nullable Throwable cause) {
    super(explanation.english(), cause);
    this.explanation = explanation;
  }

  /**
   * A database.
   *
   * @param what is kept in it
   */
  public static ExplainedException ofStore(Phrase what, Path file, SQLException e) {
    return new ExplainedException(
        Sentence.of(StoreWords.UNUSABLE, what, file, StoreWords.of(e)), e);
  }

  /** A file that cannot be read, whatever the reason. */
  public static ExplainedException of(Path file, IOException e) {
    return new ExplainedException(Sentence.of(FileWords.OF, file, why(e)), e);
  }

  /** What is wrong with a file of which an exception of the system tells. */
  public static Sentence why(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> Sentence.of(FileWords.MISSING, String.valueOf(e.getMessage()));
      case AccessDeniedException _ ->
          Sentence.of(FileWords.FORBIDDEN, String.valueOf(e.getMessage()));
      default -> Explained.of(e);
    };
  }

  /** A file in which that is wrong. */
  public ExplainedException(Path file, Phrase what, Object... arguments) {
    this((Throwable) null, file, what, arguments);
  }

  /** As above, with what it was found by. */
  public ExplainedException(
      @Nullable Throwable cause, Path file, Phrase what, Object... arguments) {
    this(Sentence.of(FileWords.OF, file, Sentence.of(what, arguments)), cause);
  }

  @Override
  public Sentence explanation() {
    return explanation;
  }
}
