package org.facepay.terminal.provider.token;

import java.time.Duration;

/** Whoever turns a face in front of the terminal into a token that pays one order. */
@FunctionalInterface
public interface FaceCredentialSource {
  /**
   * Asks the shopper to look into the camera. Blocks for at most {@code timeout}; an interrupt
   * cancels. What goes wrong is an answer, never an exception.
   */
  FaceCredential challenge(FaceChallenge challenge, Duration timeout);
}
