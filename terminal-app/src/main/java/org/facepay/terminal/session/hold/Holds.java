package org.facepay.terminal.session.hold;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.ShownCode;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.payment.hold.HoldEffect;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * How a promise of money is asked for. It ends when the provider has answered for certain, or when
 * it has not for too long; then it is seen through apart from any session, as what is taken of it
 * later.
 *
 * @param flows by the names of the providers that promise
 * @param patience from the request until nobody waits for its answer
 */
public record Holds(Map<String, HoldFlow> flows, Duration patience) {
  public Holds {
    flows = Map.copyOf(flows);
  }

  /** Whether a provider promises money. */
  public boolean promises(String provider) {
    return flows.containsKey(provider);
  }

  /** Asks for the first time. */
  public Step<Holding, Effect> begin(Order order, Credential credential, Stamped<Event> event) {
    long stamp = event.stamp();
    Duration shown = credential instanceof ShownCode(Duration valid) ? valid : Duration.ZERO;
    return of(flow(order).begin(order, credential, stamp, event.at()))
        .and(List.of(new Effect.StartTimer(Timer.DOUBT, stamp, patience.plus(shown))));
  }

  public Step<Holding, Effect> on(Holding holding, Stamped<Event> event) {
    Step<Holding, Effect> step = next(holding, event);
    return step.next().end() == Holding.End.OPEN
        ? step
        : step.and(List.of(new Effect.StopTimer(Timer.PAYMENT), new Effect.StopTimer(Timer.DOUBT)));
  }

  private Step<Holding, Effect> next(Holding holding, Stamped<Event> event) {
    Hold hold = holding.hold();
    long stamp = event.stamp();
    HoldFlow flow = flow(hold.order());
    return switch (event.event()) {
      case Answered.HoldAnswered(long attempt, var outcome) ->
          of(flow.answered(hold, attempt, outcome, stamp, event.at()));
      case TimerFired(Timer timer, long attempt) when timer == Timer.PAYMENT ->
          of(flow.waited(hold, attempt, stamp, event.at()));
      case TimerFired(Timer timer, long _) when timer == Timer.DOUBT -> givenUp(hold);
      // Whoever asked for it may have gone meanwhile.
      case Told.Restarted _ -> givenUp(hold);
      case Touch(Intent.Back _), Touch(Intent.AnotherWay _) ->
          of(flow.left(hold, stamp, event.at()));
      default -> Step.of(holding);
    };
  }

  private static Step<Holding, Effect> givenUp(Hold hold) {
    return Step.of(new Holding(hold, true), new Effect.ReleaseHeld(hold));
  }

  private HoldFlow flow(Order order) {
    return Objects.requireNonNull(flows.get(order.provider()), order.provider());
  }

  /** A promise that stands is looked at again by nobody before it is claimed. */
  private static Step<Holding, Effect> of(Step<Hold, HoldEffect> step) {
    Holding next = new Holding(step.next(), false);
    return next.end() == Holding.End.OPEN
        ? new Step<>(next, step.effects().stream().map(Holds::effect).toList())
        : Step.of(next);
  }

  private static Effect effect(HoldEffect effect) {
    return effect instanceof HoldEffect.Wait(long attempt, var delay)
        ? new Effect.StartTimer(Timer.PAYMENT, attempt, delay)
        : new Effect.Hold(effect);
  }
}
