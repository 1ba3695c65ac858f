package org.facepay.terminal.session.charge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.View;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * How a charge goes on. It ends only when the payment has ended, or when staff have taken it.
 *
 * @param card name of the provider behind the card terminal beside the screen; empty: none
 * @param doubt from the first unknown answer to the "do not pay again" screen
 */
public record Charges(PaymentFlows flows, String card, Duration doubt) {

  /** Asks for the first time. */
  public Step<Charge, Effect> begin(
      Order order, Credential credential, String reference, Stamped<Event> event) {
    Step<Payment, PaymentEffect> begun =
        flows.of(order).begin(order, credential, event.stamp(), event.at());
    Charge charge =
        new Charge(begun.next(), reference, false, new Charge.Slip(0, false), Optional.empty());
    return new Step<>(charge, effects(begun));
  }

  public Step<Charge, Effect> on(Charge charge, View view, Stamped<Event> event) {
    Step<Charge, Effect> step =
        charge.handing().isPresent()
            ? handing(charge, charge.handing().get(), event)
            : open(charge, view, event);
    boolean left = step.next().end() != Charge.End.OPEN || step.next().handing().isPresent();
    return left && charge.handing().isEmpty() ? step.after(stopTimers()) : step;
  }

  private Step<Charge, Effect> open(Charge charge, View view, Stamped<Event> event) {
    long stamp = event.stamp();
    Payment payment = charge.payment();
    PaymentFlow flow = flows.of(payment.order());
    return switch (event.event()) {
      case Answered.PaymentAnswered(long attempt, var outcome) ->
          after(charge, flow.answered(payment, attempt, outcome, stamp, event.at()), event);
      case TimerFired(Timer timer, long attempt) when timer == Timer.PAYMENT ->
          after(charge, flow.waited(payment, attempt, stamp), event);
      case TimerFired(Timer timer, long _) when timer == Timer.DOUBT -> alarm(charge, stamp);
      case Told.Restarted _ ->
          after(
              charge.with(new Charge.Slip(0, charge.slip().printed())),
              flow.restarted(payment, stamp, event.at()),
              event);
      case Touch(Intent.AnotherWay _) -> leave(charge, event);
      case Touch(Intent.Back _) -> after(charge, flow.returned(payment, stamp, event.at()), event);
      case Read.BadgeScanned(String attendant) when charge.alarmed() && !attendant.isEmpty() ->
          take(charge, attendant, stamp);
      case Touch(Intent.PrintReference _) when charge.alarmed() && charge.slip().job() == 0 ->
          Step.of(
              charge.with(new Charge.Slip(stamp, false)),
              new Effect.PrintReference(
                  stamp, charge.reference(), payment.order(), view.language()));
      case Answered.PrintEnded(long job, boolean printed, String _)
          when job == charge.slip().job() ->
          Step.of(charge.with(new Charge.Slip(0, printed)));
      case Answered.PrintSent(long job, String _) when job == charge.slip().job() ->
          Step.of(charge.with(new Charge.Slip(0, false)));
      default -> Step.of(charge);
    };
  }

  /** What is on the screen or at the card terminal is given up; nothing else can be left. */
  private Step<Charge, Effect> leave(Charge charge, Stamped<Event> event) {
    Payment payment = charge.payment();
    if (payment.order().provider().equals(card) && payment.doing() == Payment.Doing.AUTHORISE) {
      return Step.of(charge, new Effect.AbortPayment(payment.order()));
    }
    return payment.doubtSince().isPresent()
        ? Step.of(charge)
        : after(charge, flows.of(payment.order()).left(payment, event.stamp(), event.at()), event);
  }

  private Step<Charge, Effect> after(
      Charge charge, Step<Payment, PaymentEffect> step, Stamped<Event> event) {
    Payment payment = step.next();
    if (payment.end().isPresent()) {
      return Step.of(charge.with(payment));
    }
    boolean doubted = payment.doubtSince().isPresent();
    boolean restarted = event.event() instanceof Told.Restarted;
    boolean begins =
        doubted && !charge.alarmed() && (restarted || charge.payment().doubtSince().isEmpty());
    Step<Charge, Effect> next =
        new Step<>(charge.with(payment).alarmed(charge.alarmed() && doubted), effects(step));
    return begins
        ? next.and(
            List.of(new Effect.StartTimer(Timer.DOUBT, event.stamp(), doubt(payment, event.at()))))
        : next;
  }

  /** A code that was left is in doubt until it cannot be paid any more; nobody is called before. */
  private Duration doubt(Payment payment, Instant at) {
    if (!payment.codeLeft()) {
      return doubt;
    }
    Duration closing = Duration.between(at, flows.of(payment.order()).windowEnds(payment, at));
    return closing.isNegative() ? doubt : closing.plus(doubt);
  }

  /** Nobody has known for a while whether the money moved: say so, and fetch somebody. */
  private static Step<Charge, Effect> alarm(Charge charge, long stamp) {
    return charge.alarmed() || charge.payment().doubtSince().isEmpty()
        ? Step.of(charge)
        : Step.of(
            charge.alarmed(true),
            new Effect.CallStaff(stamp, "payment-unknown", charge.reference()));
  }

  private static Step<Charge, Effect> take(Charge charge, String attendant, long stamp) {
    return Step.of(
        charge.with(new Charge.Handing(attendant, stamp, false)),
        new Effect.HandOver(stamp, charge.payment()));
  }

  /** The terminal is free again once the order is in other hands. */
  private static Step<Charge, Effect> handing(
      Charge charge, Charge.Handing handing, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.HandedOver(long attempt) when attempt == handing.attempt() ->
          Step.of(charge.with(new Charge.Handing(handing.attendant(), attempt, true)));
      case Told.Restarted _ -> take(charge, handing.attendant(), event.stamp());
      default -> Step.of(charge);
    };
  }

  private static List<Effect> stopTimers() {
    return List.of(new Effect.StopTimer(Timer.PAYMENT), new Effect.StopTimer(Timer.DOUBT));
  }

  private static List<Effect> effects(Step<Payment, PaymentEffect> step) {
    return step.effects().stream().map(Charges::effect).toList();
  }

  private static Effect effect(PaymentEffect effect) {
    return effect instanceof PaymentEffect.Wait(long attempt, var delay)
        ? new Effect.StartTimer(Timer.PAYMENT, attempt, delay)
        : new Effect.Pay(effect);
  }
}
