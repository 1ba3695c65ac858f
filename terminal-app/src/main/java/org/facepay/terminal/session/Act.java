package org.facepay.terminal.session;

import java.time.Instant;

/**
 * What a member of staff did, for a shopper or with the terminal: it is told to the collector and
 * stands in the record of the sale it was for.
 *
 * @param attendant who, by the name of the badge
 * @param why the reason, or what it was done to; may be empty
 * @param minor the money it is about, minor units; 0 for none
 */
public record Act(Deed deed, String attendant, Instant at, String why, long minor) {

  /** What was done. */
  public enum Deed {
    /** Looked at the shopper: old enough for all that is in the basket. */
    AGE_CONFIRMED,
    /** Looked at the shopper: too young, the goods were taken out. */
    AGE_REFUSED
  }
}
