package org.facepay.terminal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.terminal.sale.promotion.Tariff;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.State.Attract;
import org.facepay.terminal.session.State.Closed;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * What every kind of session does alike: how the page looks, calling staff, opening and closing,
 * and the clock that ends a session nobody touches. The kind sees what is left.
 */
public record Frame<G>(Kind<G> kind, Numbers numbers, Times times, Tariff tariff) {

  /** One kind of session: what can happen at each of its stages. */
  public interface Kind<G> {
    /** The stage in which this event opens a session where nobody is there; empty: in none. */
    Optional<G> opens(Event event);

    /**
     * What an event comes to in an open session.
     *
     * @param state already touched: the dialog that was open is gone from it
     * @param dialog the one that was open
     */
    Step<State<G>, Effect> open(Open<G> state, Dialog dialog, Stamped<Event> event);

    /** How a stage takes what is not its own business. */
    Manner manner(G stage);

    /** The shopper's member is gone from this terminal. */
    Step<G, Effect> withoutMember(G stage);

    /** What is asked when nobody touches a stage any more, and its session ends by itself. */
    default List<Effect> left(G stage) {
      return List.of();
    }
  }

  /** How a stage takes what is not its own business. */
  public enum Manner {
    /** It may be left, and ends by itself when nobody touches anything. */
    IDLES,
    /** So too, and it tells by itself whether staff are coming. */
    AWAITS_STAFF,
    /** Money may be moving: nothing is wiped, and no dialog stands above it. */
    BUSY,
    /** Staff are at it: nothing is wiped, no dialog stands above it, it has a clock of its own. */
    ATTENDED,
    /** All is done; the stage ends by a clock of its own. */
    ENDS;

    boolean idles() {
      return this == IDLES || this == AWAITS_STAFF;
    }

    boolean showsCalls() {
      return this == IDLES || this == ENDS;
    }
  }

  /** The next state and what the world is asked to do. */
  public Step<State<G>, Effect> step(State<G> state, Stamped<Event> event) {
    View view = state.view();
    return switch (event.event()) {
      case Touch(Intent.SwitchLanguage _) -> look(state.with(view.switchLanguage()), event);
      case Touch(Intent.ToggleLargerText _) -> look(state.with(view.toggleText()), event);
      case Touch(Intent.ToggleHighContrast _) -> look(state.with(view.toggleContrast()), event);
      case Touch(Intent.CallStaff _) -> callStaff(state, event, "shopper");
      case Touch(Intent.ChooseMethod(Method method)) when method == Method.STAFF ->
          callStaff(state, event, "pay-with-staff");
      case Told.MemberErased(String member) -> erased(state, member);
      case Told.MoneyReturned(Return goods, String requestNo, var settlement) ->
          Step.of(state, new Effect.RecordRefund(goods, requestNo, settlement));
      // It is no touch: what is asked above the screen is still asked, and no clock begins anew.
      case Told.BadgeRevoked _ ->
          state instanceof Open<G> open
              ? open(open, open.session().dialog(), event)
              : Step.of(state);
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() && seesStaff(state) ->
          byState(state.with(view.answered()), event);
      case Answered.CallDelivered(long call) ->
          Step.of(state.with(view.heard(call, StaffCall.RECEIVED, event.at())));
      case Answered.CallAcknowledged(long call, String _) ->
          Step.of(state.with(view.heard(call, StaffCall.COMING, event.at())));
      default -> byState(state, event);
    };
  }

  /** Nobody is there any more. */
  public static <G> Step<State<G>, Effect> end(Effect... more) {
    List<Effect> effects = new ArrayList<>(List.of(more));
    effects.add(new Effect.StopTimer(Timer.IDLE));
    effects.add(new Effect.StopTimer(Timer.WIPE));
    effects.add(new Effect.StopTimer(Timer.CLOSING));
    effects.addAll(Look.off());
    return new Step<>(State.start(), effects);
  }

  /**
   * The last screen of something that is over: a touch ends it, or its own clock.
   *
   * @param closing the number of that clock
   */
  public static <G> Step<State<G>, Effect> ending(
      Open<G> state, long closing, Duration stays, Stamped<Event> event) {
    return switch (event.event()) {
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.CLOSING && attempt == closing ->
          end();
      case Touch(Intent.Finish _), Touch(Intent.NoPaper _), Touch(Intent.Back _) -> end();
      case Told.Restarted _, Touch(Intent.StillHere _) ->
          Step.of(state, new Effect.StartTimer(Timer.CLOSING, closing, stays));
      default -> Step.of(state);
    };
  }

  private Step<State<G>, Effect> byState(State<G> state, Stamped<Event> event) {
    return switch (state) {
      case Attract<G> attract -> attract(attract, event);
      case Closed<G> closed -> closed(closed, event);
      case Open<G> open when idles(open) -> idling(open, event);
      case Open<G> open -> open(open, Dialog.NONE, event);
    };
  }

  private Step<State<G>, Effect> attract(Attract<G> state, Stamped<Event> event) {
    Optional<G> opened = kind.opens(event.event());
    if (opened.isPresent()) {
      Session session = Session.begun(event.stamp(), event.at(), tariff);
      return idling(new Open<>(state.view().withoutDialog(), session, opened.get()), event);
    }
    return switch (event.event()) {
      case Told.SellingStopped(var reason) -> Step.of(new Closed<>(state.view(), reason));
      case Touch(Intent.Continue _) -> Step.of(state.with(state.view().withoutDialog()));
      case Touch(Intent.StillHere _) when !state.view().equals(View.DEFAULT) -> look(state, event);
      case TimerFired(Timer timer, long _) when timer == Timer.VIEW_RESET -> Step.of(State.start());
      default -> Step.of(state);
    };
  }

  private Step<State<G>, Effect> closed(Closed<G> state, Stamped<Event> event) {
    return switch (event.event()) {
      case Told.SellingResumed _ -> Step.of(new Attract<>(state.view()));
      case Read.BadgeScanned(String attendant)
          when !attendant.isEmpty()
              && (state.reason() == ClosedReason.STAFF
                  || state.reason() == ClosedReason.OPENING_HOURS) -> {
        String why = state.reason().name();
        Act act = new Act(Act.Deed.RESUMED, attendant, event.at(), why, 0);
        yield Step.of(
            new Attract<>(state.view()),
            new Effect.PauseSelling(false),
            new Effect.RecordAct(act, ""));
      }
      case Told.SellingStopped(var reason) -> Step.of(new Closed<>(state.view(), reason));
      case Touch(Intent.Continue _) -> Step.of(state.with(state.view().withoutDialog()));
      default -> Step.of(state);
    };
  }

  /** A touch or a scan restarts the clock that wipes the basket; a late answer is neither. */
  private Step<State<G>, Effect> idling(Open<G> state, Stamped<Event> event) {
    Session session = state.session();
    return switch (event.event()) {
      case TimerFired(Timer timer, long attempt) when timer == Timer.IDLE || timer == Timer.WIPE ->
          attempt == session.attention().idle() ? idle(state, timer, event) : Step.of(state);
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.LOOK && session.look().on() && attempt == session.look().stamp() ->
          open(state, session.dialog(), event);
      // Nobody has touched anything: what is asked above the screen is still asked.
      case Answered.MemberCodeRead _ -> open(state, session.dialog(), event);
      case TimerFired _,
          Answered.PaymentAnswered _,
          Answered.RefundAnswered _,
          Answered.PrintEnded _,
          Answered.PrintSent _ ->
          Step.of(state); // too late: what it belongs to has ended
      case Answered.FaceAnswered(long look, var _) when look != session.look().stamp() ->
          Step.of(state);
      case Told.Restarted _ -> touched(state.with(session.with(session.look().still())), event);
      default -> touched(state, event);
    };
  }

  private Step<State<G>, Effect> touched(Open<G> state, Stamped<Event> event) {
    Dialog dialog = state.session().dialog();
    Step<State<G>, Effect> step =
        open(state.with(state.session().touched(event.stamp())), dialog, event);
    return idles(step.next()) ? step.and(List.of(idleClock(event.stamp()))) : step;
  }

  private Effect idleClock(long stamp) {
    return new Effect.StartTimer(Timer.IDLE, stamp, times.idle());
  }

  /** Whoever waits for staff is not asked to touch something, and loses nothing. */
  private Step<State<G>, Effect> idle(Open<G> state, Timer timer, Stamped<Event> event) {
    Session session = state.session();
    if (state.view().call().open(event.at()) && !session.basket().isEmpty()) {
      return Step.of(state.with(session.with(Dialog.NONE)), idleClock(session.attention().idle()));
    }
    if (timer == Timer.IDLE) {
      return session.basket().isEmpty()
          ? Frame.<G>end().and(kind.left(state.stage()))
          : Step.of(
              state.with(session.with(Dialog.STILL_THERE)).with(state.view().withoutDialog()),
              new Effect.StartTimer(Timer.WIPE, session.attention().idle(), times.wipe()));
    }
    return session.dialog() == Dialog.STILL_THERE
        ? Frame.<G>end(new Effect.RecordAbandoned(session, "idle")).and(kind.left(state.stage()))
        : Step.of(state);
  }

  /** The kind's own step; where money begins or ends to move, the clocks change with it. */
  private Step<State<G>, Effect> open(Open<G> state, Dialog dialog, Stamped<Event> event) {
    if (event.event() instanceof Touch(Intent.Continue _)) {
      return Step.of(state.with(state.view().withoutDialog()));
    }
    Step<State<G>, Effect> step = called(kind.open(state, dialog, event), event);
    if (!(step.next() instanceof Open<G> next)
        || kind.manner(next.stage()) == kind.manner(state.stage())) {
      return step;
    }
    Open<G> fresh = next.with(next.view().withoutDialog());
    boolean idled = idles(state);
    if (idled && !idles(fresh)) {
      return new Step<State<G>, Effect>(fresh, step.effects())
          .after(List.of(new Effect.StopTimer(Timer.IDLE), new Effect.StopTimer(Timer.WIPE)));
    }
    return !idled && idles(fresh)
        ? new Step<State<G>, Effect>(
                fresh.with(fresh.session().touched(event.stamp())), step.effects())
            .and(List.of(idleClock(event.stamp())))
        : new Step<>(fresh, step.effects());
  }

  /** Whoever was called is awaited. */
  private Step<State<G>, Effect> called(Step<State<G>, Effect> step, Stamped<Event> event) {
    View view = step.next().view();
    return step.effects().stream()
        .filter(Effect.CallStaff.class::isInstance)
        .map(Effect.CallStaff.class::cast)
        .findFirst()
        .map(call -> view.called(event.stamp(), event.at(), view.showCall(), call.why()))
        .map(called -> step.as(s -> s.with(called)))
        .orElse(step);
  }

  /** Whether somebody is shopping and no money may be moving. */
  public boolean idles(State<G> state) {
    return state instanceof Open<G> open && kind.manner(open.stage()).idles();
  }

  /** Whether a badge means that whoever was called is there. */
  private boolean seesStaff(State<G> state) {
    return !(state instanceof Open<G> open)
        || idles(open)
        || kind.manner(open.stage()) == Manner.ATTENDED;
  }

  /** Ten touches are one call, until it has been answered or nobody has come. */
  private Step<State<G>, Effect> callStaff(State<G> state, Stamped<Event> event, String why) {
    String reference = state.openSession().map(numbers::reference).orElse("");
    Step<State<G>, Effect> touched =
        state instanceof Open<G> open && idles(open) ? touched(open, event) : Step.of(state);
    List<Effect> effects = new ArrayList<>(touched.effects());
    View view = touched.next().view();
    if (!view.call().stands(event.at())) {
      effects.add(new Effect.CallStaff(event.stamp(), why, reference));
      view = view.called(event.stamp(), event.at(), false, why);
    }
    boolean dialog = !(state instanceof Open<G> open) || kind.manner(open.stage()).showsCalls();
    return new Step<>(
        touched.next().with(dialog ? view.withDialog() : view.withoutDialog()), effects);
  }

  /**
   * A change of looks is a touch as well; on the attract screen it lasts until nobody is there any
   * more.
   */
  private Step<State<G>, Effect> look(State<G> changed, Stamped<Event> event) {
    return switch (changed) {
      case Open<G> open when idles(open) -> touched(open, event);
      case Attract<G> attract ->
          Step.of(attract, new Effect.StartTimer(Timer.VIEW_RESET, event.stamp(), times.idle()));
      default -> Step.of(changed);
    };
  }

  /** A member who is gone pays with nothing any more; what the basket costs stays. */
  private Step<State<G>, Effect> erased(State<G> state, String member) {
    Effect record = new Effect.RecordFaceWithdrawn(member);
    if (!(state instanceof Open<G> open)
        || !seesStaff(open)
        || open.session().member().filter(m -> m.id().equals(member)).isEmpty()) {
      return Step.of(state, record);
    }
    Session without = open.session().withoutMember();
    return kind.withoutMember(open.stage())
        .<State<G>>as(stage -> new Open<>(open.view(), without, stage))
        .after(open.session().look().offIfOn())
        .after(List.of(record));
  }
}
