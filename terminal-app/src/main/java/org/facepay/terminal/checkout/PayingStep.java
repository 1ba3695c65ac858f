package org.facepay.terminal.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.checkout.Event.Timer;
import org.facepay.terminal.checkout.State.Idling;
import org.facepay.terminal.checkout.State.Paid;
import org.facepay.terminal.checkout.State.Paper;
import org.facepay.terminal.checkout.State.Paying;
import org.facepay.terminal.checkout.State.Refused;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * The part of {@link Checkout} in which a charge is open. It ends only when the payment has ended.
 */
record PayingStep(Rules rules) {

  Step<State, Effect> begin(Idling state, PayCode code, Stamped<Event> event) {
    Session session = state.session().nextOrder();
    Order order = new Order(rules.outTradeNo(session), session.basket().total(), rules.subject());
    Step<Payment, PaymentEffect> begun =
        rules.payment().begin(order, code, event.stamp(), event.at());
    Paying paying = new Paying(state.view(), session, begun.next(), false, 0, false);
    List<Effect> effects =
        new ArrayList<>(
            List.of(new Effect.StopTimer(Timer.IDLE), new Effect.StopTimer(Timer.WIPE)));
    begun.effects().forEach(e -> effects.add(effect(e)));
    return new Step<>(paying, effects);
  }

  Step<State, Effect> step(Paying state, Stamped<Event> event) {
    Instant at = event.at();
    return switch (event.event()) {
      case Event.PaymentAnswered(long attempt, var outcome) ->
          after(
              state,
              rules.payment().answered(state.payment(), attempt, outcome, event.stamp(), at),
              event);
      case Event.TimerFired(Timer timer, long attempt) when timer == Timer.PAYMENT ->
          after(state, rules.payment().waited(state.payment(), attempt, event.stamp()), event);
      case Event.TimerFired(Timer timer, long _) when timer == Timer.DOUBT ->
          alarm(state, event.stamp());
      case Event.Restarted _ ->
          after(
              state.reference(0, state.referencePrinted()),
              rules.payment().restarted(state.payment(), event.stamp(), at),
              event);
      case Event.ReferenceRequested _ when state.alarmed() && state.referenceJob() == 0 ->
          Step.of(
              state.reference(event.stamp(), false),
              new Effect.PrintReference(
                  event.stamp(),
                  rules.reference(state.session()),
                  state.payment().order(),
                  state.view().english()));
      case Event.PrintEnded(long job, boolean printed, String _) when job == state.referenceJob() ->
          Step.of(state.reference(0, printed));
      case Event.Continued _ -> Step.of(state.with(state.view().withoutDialog()));
      default -> Step.of(state);
    };
  }

  private Step<State, Effect> after(
      Paying state, Step<Payment, PaymentEffect> step, Stamped<Event> event) {
    Payment payment = step.next();
    if (payment.end().isPresent()) {
      return switch (payment.end().get()) {
        case Payment.End.Paid _ -> paid(state, payment, event);
        case Payment.End.NotPaid _ -> refused(state, payment, event);
      };
    }
    List<Effect> effects = new ArrayList<>();
    step.effects().forEach(e -> effects.add(effect(e)));
    boolean doubted = payment.doubtSince().isPresent();
    boolean restarted = event.event() instanceof Event.Restarted;
    if (doubted && !state.alarmed() && (restarted || state.payment().doubtSince().isEmpty())) {
      effects.add(new Effect.StartTimer(Timer.DOUBT, event.stamp(), rules.times().doubt()));
    }
    return new Step<>(state.with(payment).alarm(state.alarmed() && doubted), effects);
  }

  /** Nobody has known for a while whether the money moved: say so, and fetch somebody. */
  private Step<State, Effect> alarm(Paying state, long stamp) {
    if (state.alarmed() || state.payment().doubtSince().isEmpty()) {
      return Step.of(state);
    }
    return Step.of(
        state.alarm(true).with(state.view().called(stamp, false)),
        new Effect.CallStaff(stamp, "payment-unknown", rules.reference(state.session())));
  }

  private Step<State, Effect> paid(Paying state, Payment payment, Stamped<Event> event) {
    long stamp = event.stamp();
    List<Effect> effects = stopTimers();
    effects.add(new Effect.RecordSale(state.session(), payment));
    effects.add(new Effect.StartTimer(Timer.CLOSING, stamp, rules.times().success()));
    if (rules.printAlways()) {
      effects.add(new Effect.PrintReceipt(stamp, state.session(), payment, state.view().english()));
    }
    Paper paper = rules.printAlways() ? Paper.PRINTING : Paper.NONE;
    return new Step<>(
        new Paid(
            state.view().withoutDialog(),
            state.session(),
            payment,
            paper,
            rules.printAlways() ? stamp : 0,
            stamp),
        effects);
  }

  private Step<State, Effect> refused(Paying state, Payment payment, Stamped<Event> event) {
    List<Effect> effects = stopTimers();
    effects.add(new Effect.StartTimer(Timer.IDLE, event.stamp(), rules.times().idle()));
    Session session = state.session().touched(event.stamp());
    return new Step<>(new Refused(state.view().withoutDialog(), session, payment), effects);
  }

  private static List<Effect> stopTimers() {
    return new ArrayList<>(
        List.of(new Effect.StopTimer(Timer.PAYMENT), new Effect.StopTimer(Timer.DOUBT)));
  }

  private static Effect effect(PaymentEffect effect) {
    return effect instanceof PaymentEffect.Wait(long attempt, var delay)
        ? new Effect.StartTimer(Timer.PAYMENT, attempt, delay)
        : new Effect.Pay(effect);
  }
}
