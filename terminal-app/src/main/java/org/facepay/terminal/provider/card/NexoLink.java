package org.facepay.terminal.provider.card;

import java.time.Duration;
import java.util.Optional;
import org.facepay.terminal.provider.wire.Wire;

/** A way to a card terminal. Thread-safe; several exchanges may be under way at once. */
public interface NexoLink extends AutoCloseable {

  /** Hears what the terminal says of its own accord during an exchange. */
  @FunctionalInterface
  interface Heard {
    /** Takes a message in; the answer to it, where there is one. */
    Optional<String> message(String text);
  }

  /**
   * Sends a message and waits for its answer.
   *
   * @param heard is given every message before the answer; it says which one is the answer by
   *     answering nothing
   */
  String exchange(String message, Duration total, Heard heard)
      throws Wire.NotSentException, Wire.NoAnswerException;

  /** Sends a message that has no answer. */
  void tell(String message) throws Wire.NotSentException, Wire.NoAnswerException;

  @Override
  void close();
}
