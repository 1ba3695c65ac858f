package org.facepay.terminal.language;

/** A failure that can be told to people in their language; its message is the English one. */
public interface Explained {
  Sentence explanation();

  /** What is told of a failure; of one that nobody has put into words, that the log has it. */
  static Sentence of(Throwable failure) {
    return failure instanceof Explained explained
        ? explained.explanation()
        : Sentence.of(
            SentenceWords.LOG_SAYS_WHY,
            failure.getMessage() == null ? failure.toString() : failure.getMessage());
  }
}
