package org.facepay.terminal.session.visit;

import java.util.List;

/**
 * What a cabinet says of a visit once its door is closed.
 *
 * @param decision what follows from it
 * @param pieces what most probably left, the dearest first
 * @param certain those of them that left in any case
 * @param choices what can have left instead, each whole; two or three of them when to be asked
 * @param evidence name of the kept trace; empty where there is none
 */
public record Settled(
    Decision decision,
    List<Piece> pieces,
    List<Piece> certain,
    List<List<Piece>> choices,
    String evidence) {
  public Settled {
    pieces = List.copyOf(pieces);
    certain = List.copyOf(certain);
    choices = List.copyOf(choices);
  }

  /** What happens next. */
  public enum Decision {
    /** All of it is charged. */
    CHARGE,
    /** The shopper says which it was. */
    ASK,
    /** What is certain is charged, somebody looks at the rest. */
    REVIEW
  }

  /** The cells say nothing. */
  public static Settled unread(String evidence) {
    return new Settled(Decision.REVIEW, List.of(), List.of(), List.of(), evidence);
  }
}
