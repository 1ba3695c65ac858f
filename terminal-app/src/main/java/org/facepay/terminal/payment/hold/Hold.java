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
 * @param promise what the provider promised, once the money is held
 * @param claim what becomes of it
 * @param end how it ended, once it has
 */
public record Hold(
    Order order,
    Doing doing,
    long attempt,
    Payment asking,
    Promise promise,
    Claim claim,
    Optional<End> end) {

  /**
   * What the provider promised.
   *
   * @param reference the provider's number
   * @param payer whose money it is, by the provider's name for them; empty where it does not say
   * @param until nobody claims it after this
   */
  public record Promise(String reference, String payer, Instant until) {}

  /**
   * What is taken of a promise.
   *
   * @param minor what is to be taken; 0 when everything is to be let go
   * @param refusals how often the provider refused the capture
   * @param tries requests in a row that brought no certainty
   * @param taken what was captured while the rest still has to be released
   */
  public record Claim(long minor, int refusals, int tries, Optional<Taken> taken) {
    static final Claim NONE = of(0);

    static Claim of(long minor) {
      return new Claim(minor, 0, 0, Optional.empty());
    }
  }

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

  /**
   * One that goes on apart from where it was begun.
   *
   * @param asking how it was asked for; still open where nobody knows whether it stands
   * @param claimMinor what is to be taken of it; 0 to let it go
   */
  public static Hold apart(Order order, Payment asking, Promise promise, long claimMinor) {
    return new Hold(
        order,
        asking.open() ? Doing.ASKING : Doing.CHECK,
        asking.attempt(),
        asking,
        promise,
        Claim.of(claimMinor),
        Optional.empty());
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
    return Math.min(claim.minor(), order.amount().minor());
  }

  long uncoveredMinor() {
    return claim.minor() - captureMinor();
  }

  Hold doing(Doing next, long stamp) {
    return new Hold(order, next, stamp, asking, promise, claim, end);
  }

  Hold asking(Payment now) {
    return new Hold(order, Doing.ASKING, now.attempt(), now, promise, claim, end);
  }

  /** It was heard whose money it is. */
  Hold of(String payer) {
    return with(new Promise(promise.reference(), payer, promise.until()));
  }

  Hold heldAs(String number, Instant expiry) {
    return doing(Doing.HELD, attempt).with(new Promise(number, promise.payer(), expiry));
  }

  Hold claiming(long minor) {
    return with(Claim.of(minor));
  }

  Hold triedAgain() {
    return with(new Claim(claim.minor(), claim.refusals(), claim.tries() + 1, claim.taken()));
  }

  Hold refused() {
    return with(new Claim(claim.minor(), claim.refusals() + 1, claim.tries(), claim.taken()));
  }

  Hold took(Taken money) {
    return with(new Claim(claim.minor(), claim.refusals(), 0, Optional.of(money)));
  }

  Hold ended(End how) {
    return new Hold(order, Doing.NOTHING, 0, asking, promise, claim, Optional.of(how));
  }

  private Hold with(Promise changed) {
    return new Hold(order, doing, attempt, asking, changed, claim, end);
  }

  private Hold with(Claim changed) {
    return new Hold(order, doing, attempt, asking, promise, changed, end);
  }
}
