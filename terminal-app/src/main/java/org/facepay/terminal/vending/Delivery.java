package org.facepay.terminal.vending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Drop;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.session.refund.Returns;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.facepay.terminal.vending.Stage.Delivered;
import org.facepay.terminal.vending.Stage.Dispensing;
import org.facepay.terminal.vending.Stage.Fate;
import org.facepay.terminal.vending.Stage.Owing;
import org.facepay.terminal.vending.Stage.Returning;
import org.facepay.terminal.vending.Stage.Review;

/**
 * From the money to the last word: the pieces fall one after the other, and each comes, has its
 * money going back, or is looked at by staff. A slot that nobody saw is never turned again.
 */
record Delivery(Rules rules) {
  /** Longer than the slowest machine takes; whoever has not answered by then will not. */
  private static final Duration LONGEST_FALL = Duration.ofSeconds(60);

  /** The motor of the piece that is to come turns for the first time. */
  static Step<State<Stage>, Effect> turned(
      Open<Stage> s, Vends vends, Payment payment, long stamp) {
    boolean last = vends.coming().orElseThrow().once();
    return turned(s, new Dispensing(vends, payment, last, stamp));
  }

  private static Step<State<Stage>, Effect> turned(Open<Stage> s, Dispensing next) {
    long stamp = next.attempt();
    return Step.of(
        s.at(next),
        new Effect.Dispense(stamp, next.vends().coming().orElseThrow().slot()),
        new Effect.StartTimer(Timer.DISPENSING, stamp, LONGEST_FALL));
  }

  Step<State<Stage>, Effect> dispensing(Open<Stage> s, Dispensing at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.Dispensed(long attempt, Drop drop) when attempt == at.attempt() ->
          fell(s, at, drop, event);
      // Whoever did not answer may still turn: nothing more is asked of it.
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.DISPENSING && attempt == at.attempt() ->
          over(s, at.vends().ended(Fate.UNCERTAIN).stopped(), at.payment(), event);
      case Told.Restarted _ ->
          over(s, at.vends().ended(Fate.UNCERTAIN).stopped(), at.payment(), event);
      default -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> fell(
      Open<Stage> s, Dispensing at, Drop drop, Stamped<Event> event) {
    if (drop == Drop.NOT_DELIVERED && !at.last()) {
      return turned(s, new Dispensing(at.vends(), at.payment(), true, event.stamp()));
    }
    Fate fate =
        switch (drop) {
          case DELIVERED -> Fate.DELIVERED;
          case NOT_DELIVERED -> Fate.NOT_DELIVERED;
          case UNCERTAIN -> Fate.UNCERTAIN;
        };
    Vends next = at.vends().ended(fate).begun();
    return next.coming().isPresent()
        ? turned(s, next, at.payment(), event.stamp())
        : over(s, next, at.payment(), event);
  }

  /** Nothing falls any more: each piece has come, goes back as money, or is looked at by staff. */
  private Step<State<Stage>, Effect> over(
      Open<Stage> s, Vends vends, Payment payment, Stamped<Event> event) {
    long stamp = event.stamp();
    List<Effect> effects = new ArrayList<>(List.of(new Effect.StopTimer(Timer.DISPENSING)));
    boolean unseen = vends.any(fate -> fate == Fate.UNCERTAIN);
    if (unseen) {
      String reference = rules.numbers().reference(s.session());
      effects.add(new Effect.CallStaff(stamp, "vend-uncertain", reference));
    }
    if (vends.any(Fate::isOwed)) {
      return rules
          .refunds()
          .begin(Returns.of(s.session(), payment.order(), vends.lines(Fate::isOwed)), event)
          .<State<Stage>>as(refund -> s.at(new Returning(vends, refund)))
          .after(effects);
    }
    Stage end = unseen ? new Review(vends, stamp) : new Delivered(vends, stamp);
    return Step.<State<Stage>, Effect>of(
            s.at(end), new Effect.StartTimer(Timer.CLOSING, stamp, rules.times().success()))
        .after(effects);
  }

  Step<State<Stage>, Effect> returning(Open<Stage> s, Returning at, Stamped<Event> event) {
    Step<Refund, Effect> step = rules.refunds().on(at.refund(), s.view(), event);
    return switch (step.next()) {
      case Refund.Left _ -> Frame.<Stage>end().after(step.effects());
      case Refund.Idling _
          when at.refund() instanceof Refund.Refunding(Return goods, var no, _, _, _) ->
          owing(s, at.vends(), goods, no, event.stamp()).after(step.effects());
      default -> step.as(r -> s.at(new Returning(at.vends(), r)));
    };
  }

  /** The money does not go back from here: staff have to give it. */
  private Step<State<Stage>, Effect> owing(
      Open<Stage> s, Vends vends, Return goods, String requestNo, long stamp) {
    return Step.of(
        s.at(new Owing(vends, goods.sale().amount(goods.lines()).minor(), stamp)),
        new Effect.CallStaff(stamp, "refund-refused", requestNo),
        new Effect.StartTimer(Timer.CLOSING, stamp, rules.times().success()));
  }
}
