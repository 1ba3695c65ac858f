package org.facepay.terminal.checkout;

import java.util.List;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.checkout.Stage.Attended;
import org.facepay.terminal.checkout.Stage.Shopping;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Look;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * What staff do at the terminal behind their badge. The basket waits meanwhile and nothing of it is
 * wiped; a scan of goods, the way back or a minute without use gives the terminal to the shopper
 * again.
 */
record Service(Checkout checkout) {

  /** A badge was held to the scanner where no money may be moving. */
  Step<State<Stage>, Effect> begin(Open<Stage> s, String attendant, Stamped<Event> event) {
    Session session = s.session();
    List<Effect> off = session.look().on() ? Look.off() : List.of();
    Open<Stage> still = s.with(session.with(session.look().still()));
    return at(still, new Attended(attendant, new Task.Ages()), event).and(off);
  }

  Step<State<Stage>, Effect> on(Open<Stage> s, Attended at, Stamped<Event> event) {
    return switch (event.event()) {
      case TimerFired(Timer timer, long _) when timer == Timer.ATTENDED -> leave(s);
      case TimerFired _, Answered.PrintEnded _, Answered.PrintSent _ -> Step.of(s);
      case Told.Restarted _ -> leave(s);
      case Answered.AgeChecked(String attendant, var age, boolean old) ->
          checkout.ages().looked(s, attendant, age, old, event).and(stop());
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() ->
          at(s, new Attended(attendant, at.task()), event);
      case Read.ItemScanned _ -> left(s, event);
      case Touch(Intent.Back _) -> leave(s);
      default -> task(s, at, event);
    };
  }

  private Step<State<Stage>, Effect> task(Open<Stage> s, Attended at, Stamped<Event> event) {
    return switch (at.task()) {
      case Task.Ages _ -> ages(s, at, event);
    };
  }

  private Step<State<Stage>, Effect> ages(Open<Stage> s, Attended at, Stamped<Event> event) {
    var age = s.session().age();
    return switch (event.event()) {
      case Touch(Intent.ConfirmAge _) ->
          checkout.ages().looked(s, at.attendant(), age, true, event).and(stop());
      case Touch(Intent.RefuseAge _) ->
          checkout.ages().looked(s, at.attendant(), age, false, event).and(stop());
      default -> at(s, at, event);
    };
  }

  /** Stays, and the minute without use begins anew. */
  private Step<State<Stage>, Effect> at(Open<Stage> s, Attended at, Stamped<Event> event) {
    return Step.of(
        s.at(at),
        new Effect.StartTimer(
            Timer.ATTENDED, event.stamp(), checkout.rules().assistance().attended()));
  }

  /** Goods are scanned: the shopper goes on. */
  private Step<State<Stage>, Effect> left(Open<Stage> s, Stamped<Event> event) {
    return checkout.till().anywhere(s.at(Shopping.CALM), Dialog.NONE, event).and(stop());
  }

  private static Step<State<Stage>, Effect> leave(Open<Stage> s) {
    return s.session().basket().isEmpty()
        ? Frame.<Stage>end().and(stop())
        : new Step<>(s.at(Shopping.CALM), stop());
  }

  private static List<Effect> stop() {
    return List.of(new Effect.StopTimer(Timer.ATTENDED));
  }
}
