package org.facepay.terminal.payment.hold;

import java.time.Instant;
import java.util.Optional;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;

/**
 * One hold on its way, as a value.
 *
 * @param order its amount is the most that can be taken
 * @param doing what is under way
 * @param attempt stamp of the request or the wait under way; answers to any other are too late
 * @param asking how the promise is asked for, the same as any charge; it has the code to be shown
 * @param reference the provider's number, once the money is held
 * @param until nobody claims it after this; meaningful once the money is held
 * @param claimMinor what is to be taken; 0 when everything is to be let go
 * @param refusals how often the provider refused the capture
 * @param tries requests in a row that brought no certainty
 * @param taken what was captured while the rest still has to be released
 * @param end how it ended, once it has
 */
public record Hold(
    Order order,
    Doing doing,
    long attempt,
    Payment asking,
    String reference,
    Instant until,
    long claimMinor,
    int refusals,
    int tries,
    Optional<Taken> taken,
    Optional<End> end) {

  /** What is under way. */
  public enum Doing {
    /** The promise is being asked for. */
    ASKING,
    /** The money is held: the door may be open. */
    HELD,
    /** As HELD, while the provider is asked whether it still is. */
    ASKING_WHETHER_HELD,
    CAPTURE,
    RELEASE,
    /** Asking what a capture or release came to. */
    CHECK,
    WAIT_TO_CHECK,
    NOTHING
  }

  /** Money that has moved. */
  public record Taken(String tradeNo, long minor) {}

  /** How a hold ends. */
  public sealed interface End {
    /**
     * The money was taken, and nothing is held any more.
     *
     * @param uncoveredMinor what was owed beyond the hold, which cannot be topped up
     * @param collected false while the provider still collects it, which is its own affair
     */
    record Captured(String tradeNo, long minor, long uncoveredMinor, boolean collected)
        implements End {}

    /** The money was never promised: no door may open. */
    record NotHeld(DeclineReason reason) implements End {}

    /** Nothing was taken, nothing is held any more. */
    record Released() implements End {}

    /**
     * Money was owed, but nothing could be taken: the hold had expired, or the provider refused.
     */
    record NotCaptured(long minor, String why) implements End {}
  }

  public boolean open() {
    return end.isEmpty();
  }

  /** Whether the money is held and nothing has been decided yet: now a door may open. */
  public boolean held() {
    return doing == Doing.HELD || doing == Doing.ASKING_WHETHER_HELD;
  }

  /** Whether the hold is enough for this; more cannot be promised later. */
  public boolean covers(long minor) {
    return minor <= order.amount().minor();
  }

  /** What is to be taken of it. */
  long captureMinor() {
    return Math.min(claimMinor, order.amount().minor());
  }

  long uncoveredMinor() {
    return claimMinor - captureMinor();
  }

  Hold doing(Doing next, long stamp) {
    return new Hold(
        order, next, stamp, asking, reference, until, claimMinor, refusals, tries, taken, end);
  }

  Hold asking(Payment now) {
    return new Hold(
        order,
        Doing.ASKING,
        now.attempt(),
        now,
        reference,
        until,
        claimMinor,
        refusals,
        tries,
        taken,
        end);
  }

  Hold heldAs(String number, Instant expiry) {
    return new Hold(
        order, Doing.HELD, attempt, asking, number, expiry, 0, 0, 0, Optional.empty(), end);
  }

  Hold claiming(long minor) {
    return new Hold(order, doing, attempt, asking, reference, until, minor, 0, 0, taken, end);
  }

  Hold triedAgain() {
    return new Hold(
        order,
        doing,
        attempt,
        asking,
        reference,
        until,
        claimMinor,
        refusals,
        tries + 1,
        taken,
        end);
  }

  Hold refused() {
    return new Hold(
        order,
        doing,
        attempt,
        asking,
        reference,
        until,
        claimMinor,
        refusals + 1,
        tries,
        taken,
        end);
  }

  Hold took(Taken money) {
    return new Hold(
        order,
        doing,
        attempt,
        asking,
        reference,
        until,
        claimMinor,
        refusals,
        0,
        Optional.of(money),
        end);
  }

  Hold ended(End how) {
    return new Hold(
        order,
        Doing.NOTHING,
        0,
        asking,
        reference,
        until,
        claimMinor,
        0,
        0,
        taken,
        Optional.of(how));
  }
}
