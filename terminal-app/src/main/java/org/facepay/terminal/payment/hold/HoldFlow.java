package org.facepay.terminal.payment.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.hold.Hold.Doing;
import org.facepay.terminal.payment.hold.Hold.End;
import org.facepay.terminal.payment.hold.HoldProvider.Part;
import org.facepay.terminal.payment.hold.HoldProvider.Rest;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.step.Step;

/**
 * One hold from the first request to certainty, as pure functions. Asking for the promise is asking
 * for a charge, so {@link PaymentFlow} does it; only when it ends in "paid" is the money held and a
 * door may open. Then it is captured once under one number, or released.
 *
 * <pre>
 * ASKING (a PaymentFlow) --not paid--> not held
 *     | paid
 *     v
 * HELD --claimed--> CAPTURE --captured, claimed--> captured       (a rest still held: RELEASE)
 *     |                 | else: WAIT_TO_CHECK -> CHECK --held--> CAPTURE again, the same number
 *     |                                           |---captured--> captured
 *     |                                           '---released--> not captured: it had expired
 *     '--released, or its time is over--> RELEASE -> ... CHECK --held--> RELEASE again
 *                                                          '--released--> released
 * </pre>
 *
 * <p>A capture that the provider refuses {@value #MOST_REFUSALS} times while the hold stands is
 * given up and the hold released: the goods are gone, and the shop has to be told.
 *
 * @param times of the wallet
 * @param validity a hold that nobody claims is released after it
 * @param rest what a capture does with the rest; what it leaves is released by itself
 */
public record HoldFlow(PaymentFlow.Times times, Duration validity, Rest rest) {
  private static final int MOST_REFUSALS = 3;

  /** Asks for the promise. */
  public Step<Hold, HoldEffect> begin(Order order, Credential credential, long stamp, Instant at) {
    Step<Payment, PaymentEffect> step = charge().begin(order, credential, stamp, at);
    Hold hold =
        new Hold(
            order,
            Doing.ASKING,
            stamp,
            step.next(),
            new Hold.Promise("", "", at),
            Hold.Claim.NONE,
            Optional.empty());
    return asked(hold, step, stamp, at);
  }

  /** A provider answered. */
  public Step<Hold, HoldEffect> answered(
      Hold h, long attempt, HoldOutcome outcome, long stamp, Instant at) {
    if (!h.open() || attempt != h.attempt()) {
      return Step.of(h);
    }
    return switch (h.doing()) {
      case ASKING ->
          asked(
              named(h, outcome),
              charge().answered(h.asking(), attempt, asCharge(outcome), stamp, at),
              stamp,
              at);
      case ASKING_WHETHER_HELD -> stillHeld(h, outcome, stamp, at);
      case CAPTURE -> captured(h, outcome, stamp);
      case RELEASE -> released(h, outcome, stamp);
      case CHECK -> checked(h, outcome, stamp);
      case HELD, WAIT_TO_CHECK, NOTHING -> Step.of(h);
    };
  }

  /** A wait is over. */
  public Step<Hold, HoldEffect> waited(Hold h, long attempt, long stamp, Instant at) {
    if (!h.open() || attempt != h.attempt()) {
      return Step.of(h);
    }
    return switch (h.doing()) {
      case ASKING -> asked(h, charge().waited(h.asking(), attempt, stamp), stamp, at);
      case HELD -> query(h, Doing.ASKING_WHETHER_HELD, stamp);
      case WAIT_TO_CHECK -> query(h, Doing.CHECK, stamp);
      case ASKING_WHETHER_HELD, CAPTURE, RELEASE, CHECK, NOTHING -> Step.of(h);
    };
  }

  /**
   * The door has closed and this is owed. More than the hold covers is never taken: what is left is
   * told with the end. Nothing owed is a release. Decided once; a second decision changes nothing.
   */
  public Step<Hold, HoldEffect> claim(Hold h, Money owed, long stamp) {
    if (!h.open() || !h.held()) {
      return Step.of(h);
    }
    if (owed.minor() < 0 || !owed.currency().equals(h.order().amount().currency())) {
      throw new IllegalArgumentException("a claim of " + owed + " on " + h.order().amount());
    }
    return owed.minor() == 0 ? release(h, stamp) : capture(h.claiming(owed.minor()), stamp);
  }

  /** Nothing is owed. */
  public Step<Hold, HoldEffect> release(Hold h, long stamp) {
    return h.open() && h.held() ? letGo(h.claiming(0), stamp) : Step.of(h);
  }

  /** The terminal was started again while the hold was open: ask, never hold or capture blindly. */
  public Step<Hold, HoldEffect> restarted(Hold h, long stamp, Instant at) {
    if (!h.open()) {
      return Step.of(h);
    }
    return switch (h.doing()) {
      case ASKING -> asked(h, charge().restarted(h.asking(), stamp, at), stamp, at);
      case HELD, ASKING_WHETHER_HELD -> query(h, Doing.ASKING_WHETHER_HELD, stamp);
      case CAPTURE, RELEASE, CHECK, WAIT_TO_CHECK -> query(h, Doing.CHECK, stamp);
      case NOTHING -> Step.of(h);
    };
  }

  /** The shopper has turned away from a code that is shown. */
  public Step<Hold, HoldEffect> left(Hold h, long stamp, Instant at) {
    return h.doing() == Doing.ASKING
        ? asked(h, charge().left(h.asking(), stamp, at), stamp, at)
        : Step.of(h);
  }

  /**
   * A hold that nobody waits for any more: what was claimed is seen through, and one that was never
   * certain is let go, whatever became of it.
   */
  public Step<Hold, HoldEffect> apart(Hold h, long stamp, Instant at) {
    if (!h.open()) {
      return Step.of(h);
    }
    return h.doing() == Doing.ASKING
        ? asked(h, charge().abandoned(h.asking(), stamp, at), stamp, at)
        : query(h, Doing.CHECK, stamp);
  }

  private static Hold named(Hold h, HoldOutcome outcome) {
    return outcome instanceof HoldOutcome.Held(String _, String payer) && !payer.isEmpty()
        ? h.of(payer)
        : h;
  }

  private PaymentFlow charge() {
    return new PaymentFlow(times);
  }

  /** What became of the charge that asks for the promise. */
  private Step<Hold, HoldEffect> asked(
      Hold h, Step<Payment, PaymentEffect> step, long stamp, Instant at) {
    Payment payment = step.next();
    if (payment.end().isEmpty()) {
      return new Step<>(h.asking(payment), step.effects().stream().map(e -> effect(h, e)).toList());
    }
    return switch (payment.end().get()) {
      case Payment.End.Paid(String reference) ->
          hold(h.asking(payment).heldAs(reference, at.plus(validity)), validity, stamp);
      case Payment.End.NotPaid(var reason) ->
          Step.of(h.asking(payment).ended(new End.NotHeld(reason)));
    };
  }

  private static HoldEffect effect(Hold h, PaymentEffect effect) {
    return switch (effect) {
      case PaymentEffect.Authorise(long attempt, Order order, Credential credential) ->
          new HoldEffect.Place(attempt, order, credential);
      case PaymentEffect.Query(long attempt, Order order) -> new HoldEffect.Query(attempt, order);
      case PaymentEffect.Cancel(long attempt, Order order) ->
          new HoldEffect.Release(attempt, order, new Part("", h.order().amount()));
      case PaymentEffect.Wait(long attempt, Duration delay) -> new HoldEffect.Wait(attempt, delay);
    };
  }

  /** What an answer means while the promise is asked for: nothing has been claimed yet. */
  private static Outcome asCharge(HoldOutcome outcome) {
    return switch (outcome) {
      case HoldOutcome.Held(String reference, String _) -> new Outcome.Approved(reference);
      case HoldOutcome.Released _ -> new Outcome.Reversed();
      case HoldOutcome.Declined(var reason, String code) -> new Outcome.Declined(reason, code);
      case HoldOutcome.Pending _ -> new Outcome.Pending();
      case HoldOutcome.Shown(String code) -> new Outcome.Shown(code);
      case HoldOutcome.NotFound _ -> new Outcome.NotFound();
      case HoldOutcome.NotSent(String why) -> new Outcome.NotSent(why);
      case HoldOutcome.Unknown(String why) -> new Outcome.Unknown(why);
      case HoldOutcome.Captured _, HoldOutcome.Claimed _ ->
          new Outcome.Unknown("captured before anything was claimed");
    };
  }

  private Step<Hold, HoldEffect> stillHeld(Hold h, HoldOutcome outcome, long stamp, Instant at) {
    return switch (outcome) {
      case HoldOutcome.Held _ when at.isBefore(h.promise().until()) ->
          hold(h, Duration.between(at, h.promise().until()), stamp);
      case HoldOutcome.Held _ -> release(h, stamp);
      case HoldOutcome.Released _ -> Step.of(h.ended(new End.Released()));
      default -> hold(h.triedAgain(), times.retries().after(h.claim().tries()), stamp);
    };
  }

  private Step<Hold, HoldEffect> captured(Hold h, HoldOutcome outcome, long stamp) {
    return switch (outcome) {
      case HoldOutcome.Captured money -> took(h, money, stamp);
      case HoldOutcome.Claimed claim -> claimed(h, claim);
      case HoldOutcome.Declined _ -> checkLater(h.refused(), stamp);
      case HoldOutcome.Released _, HoldOutcome.NotFound _, HoldOutcome.Held _ ->
          query(h, Doing.CHECK, stamp);
      case HoldOutcome.Pending _,
          HoldOutcome.Shown _,
          HoldOutcome.Unknown _,
          HoldOutcome.NotSent _ ->
          checkLater(h, stamp);
    };
  }

  private Step<Hold, HoldEffect> released(Hold h, HoldOutcome outcome, long stamp) {
    return switch (outcome) {
      case HoldOutcome.Released _ when h.claim().taken().isPresent() || h.claim().minor() == 0 ->
          Step.of(h.ended(nothingHeld(h)));
      // The capture that was given up may have been carried out before the release.
      case HoldOutcome.Released _ -> query(h, Doing.CHECK, stamp);
      default -> checkLater(h, stamp);
    };
  }

  private Step<Hold, HoldEffect> checked(Hold h, HoldOutcome outcome, long stamp) {
    return switch (outcome) {
      case HoldOutcome.Captured money -> took(h, money, stamp);
      case HoldOutcome.Claimed claim -> claimed(h, claim);
      case HoldOutcome.Released _ -> Step.of(h.ended(nothingHeld(h)));
      case HoldOutcome.Held _ ->
          h.claim().minor() == 0 || h.claim().refusals() >= MOST_REFUSALS
              ? letGo(h, stamp)
              : capture(h, stamp);
      default -> checkLater(h, stamp);
    };
  }

  private Step<Hold, HoldEffect> took(Hold h, HoldOutcome.Captured money, long stamp) {
    Hold richer = h.took(new Hold.Taken(money.tradeNo(), money.minor()));
    return money.stillHeldMinor() > 0
        ? letGo(richer, stamp)
        : Step.of(richer.ended(nothingHeld(richer)));
  }

  private static Step<Hold, HoldEffect> claimed(Hold h, HoldOutcome.Claimed claim) {
    return Step.of(
        h.ended(new End.Captured(claim.reference(), claim.minor(), h.uncoveredMinor(), false)));
  }

  private static End nothingHeld(Hold h) {
    if (h.claim().taken().isPresent()) {
      Hold.Taken taken = h.claim().taken().get();
      return new End.Captured(taken.tradeNo(), taken.minor(), h.uncoveredMinor(), true);
    }
    if (h.claim().minor() == 0) {
      return new End.Released();
    }
    return new End.NotCaptured(
        h.claim().minor(), h.claim().refusals() > 0 ? "refused" : "the hold had expired");
  }

  private Step<Hold, HoldEffect> capture(Hold h, long stamp) {
    Money amount = new Money(h.captureMinor(), h.order().amount().currency());
    return Step.of(
        h.doing(Doing.CAPTURE, stamp),
        new HoldEffect.Capture(stamp, h.order(), new Part(h.promise().reference(), amount), rest));
  }

  private static Step<Hold, HoldEffect> letGo(Hold h, long stamp) {
    long taken = h.claim().taken().map(Hold.Taken::minor).orElse(0L);
    Money left = new Money(h.order().amount().minor() - taken, h.order().amount().currency());
    return Step.of(
        h.doing(Doing.RELEASE, stamp),
        new HoldEffect.Release(stamp, h.order(), new Part(h.promise().reference(), left)));
  }

  private static Step<Hold, HoldEffect> hold(Hold h, Duration delay, long stamp) {
    return Step.of(h.doing(Doing.HELD, stamp), new HoldEffect.Wait(stamp, delay));
  }

  private static Step<Hold, HoldEffect> query(Hold h, Doing doing, long stamp) {
    return Step.of(h.doing(doing, stamp), new HoldEffect.Query(stamp, h.order()));
  }

  private Step<Hold, HoldEffect> checkLater(Hold h, long stamp) {
    return Step.of(
        h.triedAgain().doing(Doing.WAIT_TO_CHECK, stamp),
        new HoldEffect.Wait(stamp, times.retries().after(h.claim().tries())));
  }
}
