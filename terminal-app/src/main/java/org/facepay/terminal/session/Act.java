package org.facepay.terminal.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a member of staff did, for a shopper or with the terminal: it is told to the collector and
 * stands in the record of the sale it was for.
 *
 * @param attendant who, by the name of the badge
 * @param why the reason, or what it was done to; empty where the deed says it all
 * @param minor the money it is about, minor units; 0 for none
 */
public record Act(Deed deed, String attendant, Instant at, String why, long minor) {

  /** The act of one deed among these, the last. */
  public static Optional<Act> last(List<Act> acts, Deed deed) {
    return acts.stream().filter(act -> act.deed() == deed).reduce((_, later) -> later);
  }

  /** What was done. */
  public enum Deed {
    /** Looked at the shopper: old enough for all that is in the basket. */
    AGE_CONFIRMED,
    /** Looked at the shopper: too young, the goods were taken out. */
    AGE_REFUSED,
    /** Looked into the bags: they are right as they are. */
    BAGS_ACCEPTED,
    /** Took a line out of the basket. */
    LINE_VOIDED,
    /** Put the line that was taken out last back. */
    VOID_UNDONE,
    /** Took something off a line. */
    DISCOUNTED,
    /** Took the money of the basket in cash; the money is what was received. */
    CASH_TAKEN,
    /** Had the last receipt printed once more. */
    REPRINTED,
    /** Nothing is sold from the next shopper on. */
    PAUSED,
    /** It is sold again. */
    RESUMED,
    /** Had the day's report printed. */
    DAY_ENDED,
    /** Kept a basket for another terminal. */
    SUSPENDED,
    /** A kept basket goes on here; nobody of the staff did it. */
    BASKET_RESUMED,
    /** Had an address shown that pairs a phone. */
    PHONE_LINKED,
    /** Looked after what a machine had locked: it is sold again. */
    SERVICED
  }
}
