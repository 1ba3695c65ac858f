package org.facepay.terminal.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.checkout.State.Idling;
import org.facepay.terminal.checkout.State.Paid;
import org.facepay.terminal.checkout.State.Paper;
import org.facepay.terminal.checkout.State.Paying;
import org.facepay.terminal.checkout.State.Refused;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.ShownCode;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Event.Timer;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.View;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * The part of {@link Checkout} in which a charge is open. It ends only when the payment has ended.
 */
record PayingStep(Rules rules) {

  /** Charges the basket under the session's next order number. */
  Step<State, Effect> begin(
      Idling state, String provider, Credential credential, Stamped<Event> event) {
    return begin(state, provider, 0, credential, event);
  }

  /** In so many parts, 0 for all at once. */
  Step<State, Effect> begin(
      Idling state, String provider, int months, Credential credential, Stamped<Event> event) {
    Session session = state.session().nextOrder();
    Order order = rules.order(session, provider, months, credential instanceof ShownCode);
    return begin(state.view(), session, order, credential, event);
  }

  /** Shows a code that the shopper's phone scans. */
  Step<State, Effect> show(Idling state, String wallet, Stamped<Event> event) {
    return begin(state, wallet, new ShownCode(rules.ways().shownValid()), event);
  }

  /** Lets the card terminal ask for a card. */
  Step<State, Effect> card(Idling state, Stamped<Event> event) {
    return begin(state, rules.ways().card(), new CardPresented(), event);
  }

  /** Charges an order that the session has counted already. */
  Step<State, Effect> begin(
      View view, Session session, Order order, Credential credential, Stamped<Event> event) {
    Step<Payment, PaymentEffect> begun =
        rules.payment(order.provider()).begin(order, credential, event.stamp(), event.at());
    Session still = session.with(session.face().still());
    Paying paying = new Paying(view, still, begun.next(), false, 0, false);
    List<Effect> effects =
        new ArrayList<>(
            List.of(new Effect.StopTimer(Timer.IDLE), new Effect.StopTimer(Timer.WIPE)));
    if (session.face().look() != 0) {
      effects.addAll(FaceStep.cameraOff());
    }
    begun.effects().forEach(e -> effects.add(effect(e)));
    return new Step<>(paying, effects);
  }

  Step<State, Effect> step(Paying state, Stamped<Event> event) {
    Instant at = event.at();
    return switch (event.event()) {
      case Event.PaymentAnswered(long attempt, var outcome) ->
          after(
              state,
              flow(state).answered(state.payment(), attempt, outcome, event.stamp(), at),
              event);
      case Event.TimerFired(Timer timer, long attempt) when timer == Timer.PAYMENT ->
          after(state, flow(state).waited(state.payment(), attempt, event.stamp()), event);
      case Event.TimerFired(Timer timer, long _) when timer == Timer.DOUBT ->
          alarm(state, event.stamp(), event.at());
      case Event.Restarted _ ->
          after(
              state.reference(0, state.referencePrinted()),
              flow(state).restarted(state.payment(), event.stamp(), at),
              event);
      case Event.AnotherWayRequested _ -> leave(state, event);
      case Event.BadgeScanned(String attendant) when state.alarmed() && !attendant.isEmpty() ->
          take(
              new State.HandingOver(
                  state.view(), state.session(), state.payment(), attendant, event.stamp()));
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
      case Event.PrintSent(long job, String _) when job == state.referenceJob() ->
          Step.of(state.reference(0, false));
      case Event.Continued _ -> Step.of(state.with(state.view().withoutDialog()));
      default -> Step.of(state);
    };
  }

  /** What is on the screen or at the card terminal is given up; nothing else can be left. */
  private Step<State, Effect> leave(Paying state, Stamped<Event> event) {
    Payment payment = state.payment();
    if (payment.order().provider().equals(rules.ways().card())
        && payment.doing() == Payment.Doing.AUTHORISE) {
      return Step.of(state, new Effect.AbortPayment(payment.order()));
    }
    return payment.doubtSince().isPresent()
        ? Step.of(state)
        : after(state, flow(state).left(payment, event.stamp(), event.at()), event);
  }

  private static Step<State, Effect> take(State.HandingOver state) {
    List<Effect> effects = stopTimers();
    effects.add(new Effect.HandOver(state.attempt(), state.payment()));
    return new Step<>(state, effects);
  }

  /** The terminal is free again once the order is in other hands. */
  static Step<State, Effect> handingOver(State.HandingOver state, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.HandedOver(long attempt) when attempt == state.attempt() ->
          Checkout.end(
              new Effect.RecordHandedOver(state.session(), state.payment(), state.attendant()));
      case Event.Restarted _ ->
          take(
              new State.HandingOver(
                  state.view(),
                  state.session(),
                  state.payment(),
                  state.attendant(),
                  event.stamp()));
      default -> Step.of(state);
    };
  }

  private PaymentFlow flow(Paying state) {
    return rules.payment(state.payment().order().provider());
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
  private Step<State, Effect> alarm(Paying state, long stamp, Instant at) {
    if (state.alarmed() || state.payment().doubtSince().isEmpty()) {
      return Step.of(state);
    }
    return Step.of(
        state.alarm(true).with(state.view().called(stamp, at, false)),
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
    if (payment.code().filter(Payment.Code::left).isPresent()) {
      return new Step<>(new State.Choosing(state.view().withoutDialog(), session), effects);
    }
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
