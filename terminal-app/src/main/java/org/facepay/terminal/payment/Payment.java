package org.facepay.terminal.payment;

import java.time.Instant;
import java.util.Optional;

/**
 * One charge on its way, as a value.
 *
 * @param doing what is under way
 * @param attempt stamp of the request or the wait under way; answers to any other are too late
 * @param started when the money was asked for
 * @param doubtSince since when nobody can tell whether money moved; empty while it is known
 * @param tries requests in a row that brought no certainty
 * @param confirmOnPhone whether the wallet is known to wait for the shopper
 * @param cancelInDoubt whether a cancellation got no clear answer and may still be carried out
 * @param end how it ended, once it has
 */
public record Payment(
    Order order,
    Doing doing,
    long attempt,
    Instant started,
    Optional<Instant> doubtSince,
    int tries,
    boolean confirmOnPhone,
    boolean cancelInDoubt,
    Optional<End> end) {

  /** What is under way. */
  public enum Doing {
    AUTHORISE,
    QUERY,
    CANCEL,
    /** The order was not found when it was cancelled; asked again after the in-flight window. */
    LAST_QUERY,
    WAIT_TO_QUERY,
    WAIT_TO_CANCEL,
    WAIT_FOR_LAST_QUERY,
    NOTHING
  }

  /** How a payment ends. There is no third way. */
  public sealed interface End {
    /** The money has moved. */
    record Paid(String tradeNo) implements End {}

    /** The money has not moved, or was given back, and cannot move any more. */
    record NotPaid(DeclineReason reason) implements End {}
  }

  public boolean open() {
    return end.isEmpty();
  }

  Payment doing(Doing next, long stamp) {
    return new Payment(
        order, next, stamp, started, doubtSince, tries, confirmOnPhone, cancelInDoubt, end);
  }

  Payment doubted(Instant at) {
    return new Payment(
        order,
        doing,
        attempt,
        started,
        Optional.of(doubtSince.orElse(at)),
        tries + 1,
        confirmOnPhone,
        cancelInDoubt,
        end);
  }

  Payment pending() {
    return new Payment(
        order, doing, attempt, started, Optional.empty(), 0, true, cancelInDoubt, end);
  }

  Payment withCancelInDoubt() {
    return new Payment(
        order, doing, attempt, started, doubtSince, tries, confirmOnPhone, true, end);
  }

  Payment restarted(Instant at) {
    boolean cancelling = doing == Doing.CANCEL || cancelInDoubt;
    Instant begun =
        started.isAfter(at) ? at : started; // a clock that lost its battery starts in the past
    return new Payment(
        order, doing, attempt, begun, Optional.of(at), 0, confirmOnPhone, cancelling, end);
  }

  Payment ended(End how) {
    return new Payment(
        order, Doing.NOTHING, 0, started, Optional.empty(), 0, false, false, Optional.of(how));
  }
}
