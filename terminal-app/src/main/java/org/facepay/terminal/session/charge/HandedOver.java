package org.facepay.terminal.session.charge;

import java.time.Duration;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.View;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * Staff have taken a payment in doubt from the terminal: the shopper is told so, and has its number
 * on paper.
 *
 * @param job stamp of the slip that is printed
 * @param closing stamp of the timer that ends the screen
 */
public record HandedOver(
    Order order, String reference, Screen.Paper paper, long job, long closing) {

  /**
   * It is recorded, the slip is printed, and the screen stands as long as the one after a sale.
   *
   * @param charge in other hands now
   */
  public static Step<HandedOver, Effect> begin(
      Session session, Charge charge, View view, Stamped<Event> event, Duration stays) {
    long stamp = event.stamp();
    Order order = charge.payment().order();
    return Step.of(
        new HandedOver(order, charge.reference(), Screen.Paper.PRINTING, stamp, stamp),
        new Effect.PrintReference(stamp, charge.reference(), order, view.language()),
        new Effect.StartTimer(Timer.CLOSING, stamp, stays),
        new Effect.RecordHandedOver(
            session, charge.payment(), charge.handing().orElseThrow().attendant()));
  }

  /** Goes on; empty when the shopper has gone, or somebody else has come. */
  public Step<Optional<HandedOver>, Effect> on(Stamped<Event> event, Duration stays) {
    return switch (event.event()) {
      case Answered.PrintEnded(long ended, boolean printed, String _) when ended == job ->
          closing(printed ? Screen.Paper.PRINTED : Screen.Paper.NOT_PRINTED, event, stays);
      case Answered.PrintSent(long sent, String _) when sent == job ->
          closing(Screen.Paper.SENT, event, stays);
      case Told.Restarted _ ->
          closing(paper == Screen.Paper.PRINTING ? Screen.Paper.NOT_PRINTED : paper, event, stays);
      case Touch(Intent.StillHere _) -> closing(paper, event, stays);
      case Touch(Intent.NoPaper _), Touch(Intent.Finish _) -> Step.of(Optional.empty());
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.CLOSING && attempt == closing ->
          Step.of(Optional.empty());
      default -> Step.of(Optional.of(this));
    };
  }

  private Step<Optional<HandedOver>, Effect> closing(
      Screen.Paper changed, Stamped<Event> event, Duration stays) {
    return Step.of(
        Optional.of(new HandedOver(order, reference, changed, job, event.stamp())),
        new Effect.StartTimer(Timer.CLOSING, event.stamp(), stays));
  }
}
