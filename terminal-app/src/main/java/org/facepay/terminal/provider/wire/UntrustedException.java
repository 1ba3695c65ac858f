package org.facepay.terminal.provider.wire;

import org.facepay.terminal.language.Explained;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;

/** An answer is not the gateway's, or not whole, or not of now. */
public final class UntrustedException extends Exception implements Explained {
  private static final long serialVersionUID = 1L;

  private final transient Sentence explanation;
  private final String words;

  public UntrustedException(Phrase why, Object... arguments) {
    this(Sentence.of(why, arguments), "");
  }

  /**
   * @param words what the answer says, if it says anything: nobody has signed it
   */
  public UntrustedException(Sentence why, String words) {
    super(why.english());
    this.explanation = why;
    this.words = words;
  }

  @Override
  public Sentence explanation() {
    return explanation;
  }

  /** What the answer says, believed by nobody; may be empty. */
  public String words() {
    return words;
  }
}
