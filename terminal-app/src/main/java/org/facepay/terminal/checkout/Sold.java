package org.facepay.terminal.checkout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen.Paper;
import org.facepay.terminal.checkout.Stage.Paid;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/** From the money to the next shopper: the sale, its paper, and the clock that ends the screen. */
record Sold(Rules rules) {

  /** The sale is recorded with the event that brought the money. */
  Step<State<Stage>, Effect> begin(
      Open<Stage> s, Payment payment, boolean print, Stamped<Event> event) {
    long stamp = event.stamp();
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.RecordSale(s.session(), payment));
    effects.add(new Effect.StartTimer(Timer.CLOSING, stamp, rules.times().success()));
    if (print) {
      effects.add(new Effect.PrintReceipt(stamp, s.session(), payment, s.view().language()));
    }
    Paper paper = print ? Paper.PRINTING : Paper.NONE;
    return new Step<>(
        s.at(
            new Paid(
                payment,
                paper,
                print ? stamp : 0,
                Stage.Closing.after(rules.times().success(), event))),
        effects);
  }

  Step<State<Stage>, Effect> on(Open<Stage> s, Paid at, Stamped<Event> event) {
    long stamp = event.stamp();
    return switch (event.event()) {
      case Touch(Intent.PrintReceipt _)
          when at.paper() == Paper.NONE || at.paper() == Paper.NOT_PRINTED ->
          Step.of(
              s.at(new Paid(at.payment(), Paper.PRINTING, stamp, at.closing())),
              new Effect.PrintReceipt(stamp, s.session(), at.payment(), s.view().language()));
      case Answered.PrintEnded(long job, boolean printed, String _) when job == at.job() ->
          closing(s, at, printed ? Paper.PRINTED : Paper.NOT_PRINTED, event);
      case Answered.PrintSent(long job, String _) when job == at.job() ->
          closing(s, at, Paper.SENT, event);
      case Told.Restarted _ ->
          closing(s, at, at.paper() == Paper.PRINTING ? Paper.NOT_PRINTED : at.paper(), event);
      case Touch(Intent.StillHere _) -> closing(s, at, at.paper(), event);
      case Touch(Intent.NoPaper _), Touch(Intent.Finish _) -> Frame.end();
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.CLOSING && attempt == at.closing().stamp() ->
          Frame.end();
      case Read.ItemScanned _ -> rules.frame().step(State.start(), event);
      default -> Step.of(s);
    };
  }

  /** Whoever takes the paper has the time left for the e-receipt, and enough to take it. */
  private Step<State<Stage>, Effect> closing(
      Open<Stage> s, Paid at, Paper paper, Stamped<Event> event) {
    boolean taken = event.event() instanceof Answered.PrintEnded && paper == Paper.PRINTED;
    Duration least = taken ? rules.times().afterPaper() : rules.times().success();
    Stage.Closing closing = at.closing().notBefore(least, event);
    return Step.of(
        s.at(new Paid(at.payment(), paper, at.job(), closing)),
        new Effect.StartTimer(Timer.CLOSING, closing.stamp(), closing.stays()));
  }
}
