package org.facepay.terminal.checkout;

import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.checkout.State.Attract;
import org.facepay.terminal.checkout.State.Closed;
import org.facepay.terminal.checkout.State.Idling;
import org.facepay.terminal.checkout.State.Notice;
import org.facepay.terminal.checkout.State.Paid;
import org.facepay.terminal.checkout.State.Paper;
import org.facepay.terminal.checkout.State.Paying;
import org.facepay.terminal.checkout.State.Shopping;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Event.Timer;
import org.facepay.terminal.session.Face;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.View;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * Self-checkout as one pure function: scan, pay, receipt. Everything a shopper can do is decided
 * here; events that make no sense in a state change nothing.
 *
 * <pre>
 * Attract --scan, start--> Shopping --pay--> Choosing --code--> Presenting --pay code--> Paying --paid--> Paid -> Attract
 *    ^  \--stopped--> Closed     ^---------------back---------------/             |
 *    '--- wiped, cancelled ------'<------------- Refused <------------ not paid --'
 * </pre>
 */
public record Checkout(Rules rules) {

  /** Where every terminal begins. */
  public static final State START = new Attract(View.DEFAULT);

  /** The next state and what the world is asked to do. */
  public Step<State, Effect> step(State state, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.LanguageSwitched _ -> look(state.with(state.view().switchLanguage()), event);
      case Event.TextSizeToggled _ -> look(state.with(state.view().toggleText()), event);
      case Event.ContrastToggled _ -> look(state.with(state.view().toggleContrast()), event);
      case Event.StaffCalled _ -> callStaff(state, event, "shopper");
      case Event.StaffChosen _ -> callStaff(state, event, "pay-with-staff");
      case Event.MemberErased(String member) -> FaceStep.erased(state, member);
      case Event.BadgeScanned(String attendant)
          when !attendant.isEmpty() && (state instanceof Idling || state instanceof Attract) ->
          byState(state.with(state.view().answered()), event);
      case Event.CallDelivered(long call) -> Step.of(state.with(state.view().delivered(call)));
      default -> byState(state, event);
    };
  }

  private Step<State, Effect> byState(State state, Stamped<Event> event) {
    return switch (state) {
      case Attract attract -> attract(attract, event);
      case Closed closed -> closed(closed, event);
      case Idling idling -> idling(idling, event);
      case Paying paying -> new PayingStep(rules).step(paying, event);
      case State.HandingOver handing -> PayingStep.handingOver(handing, event);
      case Paid paid -> paid(paid, event);
      case RefundState.Refunding refunding -> new RefundStep(rules).step(refunding, event);
      case RefundState.Refunded refunded -> new RefundStep(rules).step(refunded, event);
    };
  }

  private Step<State, Effect> attract(Attract state, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.ItemScanned _,
          Event.Started _,
          Event.UnknownItemScanned _,
          Event.GoodsRefused _,
          Event.CouponScanned _,
          Event.UnreadableScanned _ ->
          open(state.view(), event);
      case Event begins when RefundStep.begins(begins) ->
          idling(new RefundStep(rules).open(state.view(), session(event)), event);
      case Event.SellingStopped(Event.ClosedReason reason) ->
          Step.of(new Closed(state.view(), reason));
      case Event.Continued _ -> Step.of(state.with(state.view().withoutDialog()));
      case Event.TimerFired(Timer timer, long _) when timer == Timer.VIEW_RESET -> Step.of(START);
      default -> Step.of(state);
    };
  }

  private static Step<State, Effect> closed(Closed state, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.SellingResumed _ -> Step.of(new Attract(state.view()));
      case Event.SellingStopped(Event.ClosedReason reason) ->
          Step.of(new Closed(state.view(), reason));
      case Event.Continued _ -> Step.of(state.with(state.view().withoutDialog()));
      default -> Step.of(state);
    };
  }

  /** Opens a session with the event that began it. */
  private Step<State, Effect> open(View view, Stamped<Event> event) {
    Shopping empty =
        new Shopping(view.withoutDialog(), session(event), 0, false, false, Notice.NONE);
    return idling(empty, event);
  }

  private Session session(Stamped<Event> event) {
    return new Session(
        event.stamp(),
        event.at(),
        Basket.empty(rules.currency()),
        event.stamp(),
        0,
        Session.Dialog.NONE,
        Face.NONE,
        0);
  }

  /** Everything but an open charge: a touch or a scan restarts the clock that wipes the basket. */
  private Step<State, Effect> idling(Idling state, Stamped<Event> event) {
    if (event.event() instanceof Event.TimerFired(Timer timer, long attempt)) {
      return timer(state, timer, attempt);
    }
    if (event.event() instanceof Event.PaymentAnswered
        || event.event() instanceof Event.RefundAnswered
        || event.event() instanceof Event.PrintEnded
        || event.event() instanceof Event.PrintSent) {
      return Step.of(state); // a late answer to something that has ended
    }
    if (answersNothing(state, event.event())) {
      return Step.of(state);
    }
    Idling touched = state.with(state.session().touched(event.stamp()));
    Step<State, Effect> step =
        touched instanceof RefundState.Open refund
            ? new RefundStep(rules).step(refund, event)
            : new ShoppingStep(rules).step(touched, state.session().dialog(), event);
    List<Effect> effects = new ArrayList<>(step.effects());
    if (step.next() instanceof Idling) {
      effects.add(new Effect.StartTimer(Timer.IDLE, event.stamp(), rules.times().idle()));
    }
    return new Step<>(step.next(), effects);
  }

  /** A late answer of a camera is no touch. */
  private static boolean answersNothing(Idling state, Event event) {
    return event instanceof Event.FaceAnswered(long look, var _)
        && look != state.session().face().look();
  }

  private Step<State, Effect> timer(Idling state, Timer timer, long attempt) {
    Session session = state.session();
    if (timer == Timer.LOOK) {
      return new FaceStep(rules).tooLong(state, attempt);
    }
    if (attempt != session.idle()) {
      return Step.of(state);
    }
    if (timer == Timer.IDLE) {
      return session.basket().isEmpty()
          ? end()
          : Step.of(
              state.with(session.with(Session.Dialog.STILL_THERE)),
              new Effect.StartTimer(Timer.WIPE, attempt, rules.times().wipe()));
    }
    if (timer == Timer.WIPE && session.dialog() == Session.Dialog.STILL_THERE) {
      return end(new Effect.RecordAbandoned(session, "idle"));
    }
    return Step.of(state);
  }

  private Step<State, Effect> paid(Paid state, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.ReceiptRequested _
          when state.paper() == Paper.NONE || state.paper() == Paper.NOT_PRINTED ->
          Step.of(
              new Paid(
                  state.view(),
                  state.session(),
                  state.payment(),
                  Paper.PRINTING,
                  event.stamp(),
                  state.closing()),
              new Effect.PrintReceipt(
                  event.stamp(), state.session(), state.payment(), state.view().english()));
      case Event.PrintEnded(long job, boolean printed, String _) when job == state.job() ->
          closing(state, printed ? Paper.PRINTED : Paper.NOT_PRINTED, event.stamp());
      case Event.PrintSent(long job, String _) when job == state.job() ->
          closing(state, Paper.SENT, event.stamp());
      case Event.Restarted _ ->
          closing(
              state,
              state.paper() == Paper.PRINTING ? Paper.NOT_PRINTED : state.paper(),
              event.stamp());
      case Event.ReceiptRefused _, Event.Finished _ -> end();
      case Event.TimerFired(Timer timer, long attempt)
          when timer == Timer.CLOSING && attempt == state.closing() ->
          end();
      case Event.Continued _ -> Step.of(state.with(state.view().withoutDialog()));
      case Event.ItemScanned _ -> open(View.DEFAULT, event);
      default -> Step.of(state);
    };
  }

  private Step<State, Effect> closing(Paid state, Paper paper, long stamp) {
    var delay = paper == Paper.PRINTED ? rules.times().afterPaper() : rules.times().success();
    return Step.of(
        new Paid(state.view(), state.session(), state.payment(), paper, state.job(), stamp),
        new Effect.StartTimer(Timer.CLOSING, stamp, delay));
  }

  /** Ten touches are one call, until it has been answered or nobody has come. */
  private Step<State, Effect> callStaff(State state, Stamped<Event> event, String why) {
    String reference = state.openSession().map(rules::reference).orElse("");
    Step<State, Effect> touched =
        state instanceof Idling idling ? idling(idling, event) : Step.of(state);
    List<Effect> effects = new ArrayList<>(touched.effects());
    View view = touched.next().view();
    if (!view.call().stands(event.at())) {
      effects.add(new Effect.CallStaff(event.stamp(), why, reference));
      view = view.called(event.stamp(), event.at(), false);
    }
    boolean dialog =
        !(state instanceof Paying
            || state instanceof State.HandingOver
            || state instanceof RefundState.Waiting
            || state instanceof RefundState.Refunding);
    return new Step<>(
        touched.next().with(dialog ? view.withDialog() : view.withoutDialog()), effects);
  }

  /**
   * A change of looks is a touch as well; on the attract screen it lasts until nobody is there any
   * more.
   */
  private Step<State, Effect> look(State changed, Stamped<Event> event) {
    return switch (changed) {
      case Idling idling -> idling(idling, event);
      case Attract attract ->
          Step.of(
              attract,
              new Effect.StartTimer(Timer.VIEW_RESET, event.stamp(), rules.times().idle()));
      default -> Step.of(changed);
    };
  }

  static Step<State, Effect> end(Effect... more) {
    List<Effect> effects = new ArrayList<>(List.of(more));
    effects.add(new Effect.StopTimer(Timer.IDLE));
    effects.add(new Effect.StopTimer(Timer.WIPE));
    effects.add(new Effect.StopTimer(Timer.CLOSING));
    effects.addAll(FaceStep.cameraOff());
    return new Step<>(START, effects);
  }
}
