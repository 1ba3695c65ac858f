package org.facepay.terminal.member;

import java.time.Instant;

/**
 * One decision of a member; a later one for the same purpose replaces it, none is ever changed.
 *
 * @param version of the notice the member saw
 * @param terminal where it was decided
 */
public record Consent(
    Purpose purpose, String version, Decision decision, Instant at, String terminal) {

  /** What is agreed to, each for itself: paying by face is not part of being recognised. */
  public enum Purpose {
    FACE_RECOGNITION,
    FACE_PAYMENT,
    E_RECEIPT,
    /** To be a member, whose phone number is kept. */
    MEMBERSHIP
  }

  /** What the member decided. */
  public enum Decision {
    GIVEN,
    WITHDRAWN
  }
}
