package org.facepay.terminal.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.retry.Backoff;
import org.facepay.terminal.payment.Payment.Code;
import org.facepay.terminal.payment.Payment.Doing;
import org.facepay.terminal.payment.Payment.End;
import org.facepay.terminal.step.Step;

/**
 * One charge from the first request to certainty, as pure functions. The money is asked for exactly
 * once per order number; whatever the network does after that, the flow only asks and cancels until
 * the provider's own words say how it ended.
 *
 * <pre>
 * AUTHORISE --approved--> paid      --declined, not sent--> not paid
 *     | pending, unknown
 *     v
 * WAIT_TO_QUERY -> QUERY --approved--> paid   --declined, reversed--> not paid
 *     ^              | pending, unknown: wait again, until the shopper's time is up
 *     |              v not found, or time is up; not before the provider lets cancel
 * WAIT_TO_CANCEL -> CANCEL --reversed--> not paid
 *                    | not found
 *                    v
 * WAIT_FOR_LAST_QUERY (the in-flight window) -> LAST_QUERY --not found--> not paid
 * </pre>
 *
 * <p>A code that the terminal shows is an order nobody may know of until it is scanned: "no such
 * order" is no news while it can be paid, and proves nothing before it cannot be paid any more,
 * even when the shopper has turned to something else.
 */
public record PaymentFlow(Times times) {

  /**
   * Time limits of a provider (Alipay, "barcode payment" manual: poll every 3 to 5 s, give up after
   * about a minute).
   *
   * @param firstPoll from a pending answer to the first query
   * @param poll between queries while the shopper confirms
   * @param giveUp from the start to the cancellation
   * @param inFlight for so long a request nobody waits for may still be carried out; "no such
   *     order" proves nothing before
   * @param firstRetry after an unknown answer; doubles
   * @param longestRetry the most it grows to
   * @param firstCancel nothing is cancelled before, counted from the start or the first doubt
   *     (WeChat Pay asks for 15 s before a reversal)
   */
  public record Times(
      Duration firstPoll,
      Duration poll,
      Duration giveUp,
      Duration inFlight,
      Duration firstRetry,
      Duration longestRetry,
      Duration firstCancel) {

    /** For a provider that may be told to cancel at any time. */
    public Times(
        Duration firstPoll,
        Duration poll,
        Duration giveUp,
        Duration inFlight,
        Duration firstRetry,
        Duration longestRetry) {
      this(firstPoll, poll, giveUp, inFlight, firstRetry, longestRetry, Duration.ZERO);
    }

    /** For a provider that cancels nothing while its request may still be carried out. */
    public Times cancellingLate() {
      return new Times(firstPoll, poll, giveUp, inFlight, firstRetry, longestRetry, inFlight);
    }

    /** Between questions about an unknown answer. */
    public Backoff retries() {
      return new Backoff(firstRetry, longestRetry);
    }
  }

  /** Asks for the money. */
  public Step<Payment, PaymentEffect> begin(
      Order order, Credential credential, long stamp, Instant at) {
    Optional<Code> code =
        credential instanceof ShownCode(Duration valid)
            ? Optional.of(new Code("", at, at.plus(valid), false))
            : Optional.empty();
    Payment payment =
        new Payment(
            order,
            Doing.AUTHORISE,
            stamp,
            at,
            Optional.empty(),
            0,
            false,
            false,
            code,
            Optional.empty());
    return Step.of(payment, new PaymentEffect.Authorise(stamp, order, credential));
  }

  /** A provider answered. */
  public Step<Payment, PaymentEffect> answered(
      Payment p, long attempt, Outcome outcome, long stamp, Instant at) {
    if (!p.open() || attempt != p.attempt()) {
      return Step.of(p);
    }
    return switch (p.doing()) {
      case AUTHORISE -> authorised(p, outcome, stamp, at);
      case QUERY, LAST_QUERY -> queried(p, outcome, stamp, at);
      case CANCEL -> cancelled(p, outcome, stamp, at);
      case WAIT_TO_QUERY, WAIT_TO_CANCEL, WAIT_FOR_LAST_QUERY, NOTHING -> Step.of(p);
    };
  }

  /** A wait is over. */
  public Step<Payment, PaymentEffect> waited(Payment p, long attempt, long stamp) {
    if (!p.open() || attempt != p.attempt()) {
      return Step.of(p);
    }
    return switch (p.doing()) {
      case WAIT_TO_QUERY -> query(p, Doing.QUERY, stamp);
      case WAIT_TO_CANCEL -> cancel(p, stamp);
      case WAIT_FOR_LAST_QUERY -> query(p, Doing.LAST_QUERY, stamp);
      case AUTHORISE, QUERY, CANCEL, LAST_QUERY, NOTHING -> Step.of(p);
    };
  }

  /** The shopper turns away from the code on the screen; anything else is left as it is. */
  public Step<Payment, PaymentEffect> left(Payment p, long stamp, Instant at) {
    if (!p.open() || p.code().filter(Code::onScreen).isEmpty()) {
      return Step.of(p);
    }
    return mayCancel(p, at)
        ? cancel(p.left(at), stamp)
        : waitFor(p.left(at), Doing.WAIT_TO_QUERY, times.poll(), stamp);
  }

  /** The shopper turns back to the code they left, while it can still be paid. */
  public Step<Payment, PaymentEffect> returned(Payment p, long stamp, Instant at) {
    return mayReturn(p, at) ? query(p.shownAgain(at), Doing.QUERY, stamp) : Step.of(p);
  }

  /** Whether a code that was left can be shown again: nobody may have closed it yet. */
  public static boolean mayReturn(Payment p, Instant at) {
    boolean waits = p.doing() == Doing.WAIT_TO_QUERY || p.doing() == Doing.WAIT_FOR_LAST_QUERY;
    return p.open()
        && waits
        && !p.cancelInDoubt()
        && p.code()
            .filter(c -> c.left() && !c.content().isEmpty() && at.isBefore(c.ends()))
            .isPresent();
  }

  /** The terminal was started again while the payment was open: ask, never charge. */
  public Step<Payment, PaymentEffect> restarted(Payment p, long stamp, Instant at) {
    return p.open() ? query(p.restarted(at), Doing.QUERY, stamp) : Step.of(p);
  }

  /** Nobody gets anything for it any more: whatever was taken goes back, for certain. */
  public Step<Payment, PaymentEffect> abandoned(Payment p, long stamp, Instant at) {
    return p.open() ? query(p.restarted(at).withCancelInDoubt(), Doing.QUERY, stamp) : Step.of(p);
  }

  private Step<Payment, PaymentEffect> authorised(
      Payment p, Outcome outcome, long stamp, Instant at) {
    return switch (outcome) {
      case Outcome.Approved(String tradeNo) -> Step.of(p.ended(new End.Paid(tradeNo)));
      case Outcome.Declined declined -> notPaid(p, declined.reason());
      case Outcome.NotSent none -> notPaid(p, DeclineReason.NETWORK_DOWN);
      case Outcome.Pending none ->
          waitFor(p.pending(), Doing.WAIT_TO_QUERY, times.firstPoll(), stamp);
      case Outcome.Shown(String content) when p.code().isPresent() ->
          waitFor(p.waitingForScan(content, at), Doing.WAIT_TO_QUERY, times.poll(), stamp);
      case Outcome.Unknown _, Outcome.NotFound _, Outcome.Reversed _, Outcome.Shown _ ->
          askAgain(p.doubted(at), stamp);
    };
  }

  private Step<Payment, PaymentEffect> queried(Payment p, Outcome outcome, long stamp, Instant at) {
    return switch (outcome) {
      // A cancellation that was never answered may still be carried out: the money must not be kept
      // then.
      case Outcome.Approved _ when p.cancelInDoubt() -> cancel(p.doubted(at), stamp);
      case Outcome.Approved(String tradeNo) -> Step.of(p.ended(new End.Paid(tradeNo)));
      case Outcome.Reversed _ -> notPaid(p, whyNot(p));
      case Outcome.Declined(DeclineReason reason, String _) -> notPaid(p, reason);
      case Outcome.Pending _ ->
          timeIsUp(p, at) && mayCancel(p, at)
              ? cancel(p.pending(), stamp)
              : waitFor(p.pending(), Doing.WAIT_TO_QUERY, times.poll(), stamp);
      case Outcome.NotFound _ when canBeScanned(p, at) && p.doing() == Doing.QUERY ->
          waitFor(
              p.waitingForScan(p.code().orElseThrow().content(), at),
              Doing.WAIT_TO_QUERY,
              times.poll(),
              stamp);
      case Outcome.NotFound _ when p.doing() == Doing.LAST_QUERY && windowIsOver(p, at) ->
          notPaid(p, whyNot(p));
      case Outcome.NotFound _ when mayCancel(p, at) -> cancel(p.doubted(at), stamp);
      case Outcome.NotFound _, Outcome.Unknown _, Outcome.NotSent _, Outcome.Shown _ ->
          askAgain(p.doubted(at), stamp);
    };
  }

  private Step<Payment, PaymentEffect> cancelled(
      Payment p, Outcome outcome, long stamp, Instant at) {
    return switch (outcome) {
      case Outcome.Reversed _ -> notPaid(p, whyNot(p));
      case Outcome.NotFound _ -> {
        Payment doubted = p.doubted(at);
        Duration left = Duration.between(at, windowEnds(doubted, at));
        yield waitFor(
            doubted, Doing.WAIT_FOR_LAST_QUERY, left.isNegative() ? Duration.ZERO : left, stamp);
      }
      case Outcome.Pending _, Outcome.Unknown _ ->
          waitFor(p.doubted(at).withCancelInDoubt(), Doing.WAIT_TO_CANCEL, retry(p), stamp);
      case Outcome.NotSent _ -> waitFor(p.doubted(at), Doing.WAIT_TO_CANCEL, retry(p), stamp);
      case Outcome.Approved _, Outcome.Declined _, Outcome.Shown _ ->
          waitFor(p.doubted(at), Doing.WAIT_TO_QUERY, retry(p), stamp);
    };
  }

  /** Nothing is cancelled while nobody can be asked: the shopper may well have paid. */
  private Step<Payment, PaymentEffect> askAgain(Payment p, long stamp) {
    return waitFor(p, Doing.WAIT_TO_QUERY, retry(p), stamp);
  }

  private static DeclineReason whyNot(Payment p) {
    if (p.codeLeft()) {
      return DeclineReason.CANCELLED_BY_SHOPPER;
    }
    boolean shown = p.code().isPresent() && p.code().get().onScreen();
    return p.confirmOnPhone() || shown
        ? DeclineReason.NOT_CONFIRMED_IN_TIME
        : DeclineReason.NOT_COMPLETED;
  }

  private static Step<Payment, PaymentEffect> query(Payment p, Doing doing, long stamp) {
    return Step.of(p.doing(doing, stamp), new PaymentEffect.Query(stamp, p.order()));
  }

  private static Step<Payment, PaymentEffect> cancel(Payment p, long stamp) {
    return Step.of(p.doing(Doing.CANCEL, stamp), new PaymentEffect.Cancel(stamp, p.order()));
  }

  private static Step<Payment, PaymentEffect> waitFor(
      Payment p, Doing doing, Duration delay, long stamp) {
    return Step.of(p.doing(doing, stamp), new PaymentEffect.Wait(stamp, delay));
  }

  private static Step<Payment, PaymentEffect> notPaid(Payment p, DeclineReason reason) {
    return new Step<>(p.ended(new End.NotPaid(reason)), List.of());
  }

  private boolean timeIsUp(Payment p, Instant at) {
    Instant up =
        p.code().filter(Code::onScreen).map(Code::ends).orElse(p.started().plus(times.giveUp()));
    return !at.isBefore(up) || p.codeLeft();
  }

  private static boolean canBeScanned(Payment p, Instant at) {
    return p.code().filter(c -> c.onScreen() && at.isBefore(c.ends())).isPresent();
  }

  private boolean mayCancel(Payment p, Instant at) {
    return !at.isBefore(p.doubtSince().orElse(p.started()).plus(times.firstCancel()));
  }

  private boolean windowIsOver(Payment p, Instant at) {
    return !at.isBefore(windowEnds(p, at));
  }

  /** When a request nobody waits for can be carried out no more, and a shown code not be paid. */
  public Instant windowEnds(Payment p, Instant at) {
    Instant doubt = p.doubtSince().orElse(at);
    Instant code = p.code().filter(c -> !c.content().isEmpty()).map(Code::ends).orElse(doubt);
    return (code.isAfter(doubt) ? code : doubt).plus(times.inFlight());
  }

  private Duration retry(Payment p) {
    return times.retries().after(p.tries());
  }
}
