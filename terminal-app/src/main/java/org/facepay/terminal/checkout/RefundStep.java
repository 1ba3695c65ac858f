package org.facepay.terminal.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.checkout.RefundState.Asking;
import org.facepay.terminal.checkout.RefundState.Refunded;
import org.facepay.terminal.checkout.RefundState.Refunding;
import org.facepay.terminal.checkout.RefundState.Ticking;
import org.facepay.terminal.checkout.RefundState.Waiting;
import org.facepay.terminal.checkout.State.Notice;
import org.facepay.terminal.checkout.State.Paper;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Event.Timer;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Settlement;
import org.facepay.terminal.session.View;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * The part of {@link Checkout} that gives money back. The provider is asked under a number that
 * belongs to this one refund, as often as it takes; what it has accepted is recorded once.
 *
 * <pre>
 * Asking --receipt--> Ticking --lines--> Waiting --badge--> Refunding --accepted--> Refunded
 *    ^                                                        | refused, never sent
 *    '--------------------------------------------------------'
 * </pre>
 */
record RefundStep(Rules rules) {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 4;

  /** Requests without certainty after which staff are called. */
  private static final int PATIENCE = 4;

  /** Whether this event begins a refund where nobody is shopping. */
  static boolean begins(Event event) {
    return event instanceof Event.ReceiptScanned
        || event instanceof Event.ReceiptNotFound
        || (event instanceof Event.BadgeScanned(String attendant) && !attendant.isEmpty());
  }

  /** A receipt, or a badge, on the attract screen. */
  Asking open(View view, Session session) {
    return new Asking(view, session, "", Notice.NONE);
  }

  /**
   * @param state already touched
   */
  Step<State, Effect> step(RefundState.Open state, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.ReceiptScanned(PastSale sale) when !(state instanceof Waiting) ->
          receipt(state, sale);
      case Event.ReceiptNotFound _ when state instanceof Asking ->
          told(state, Notice.Kind.RECEIPT_NOT_FOUND);
      case Event.ItemScanned _,
          Event.UnknownItemScanned _,
          Event.GoodsRefused _,
          Event.CouponScanned _,
          Event.UnreadableScanned _,
          Event.PayCodePresented _
          when state instanceof Asking ->
          told(state, Notice.Kind.NOT_A_RECEIPT);
      case Event.BadgeScanned(String attendant) when !attendant.isEmpty() ->
          agreed(state, attendant, event);
      case Event.LineTicked(int line) when state instanceof Ticking t -> Step.of(ticked(t, line));
      case Event.RefundRequested _
          when state instanceof Ticking t
              && t.goods().sale().amount(t.goods().lines()).minor() > 0 ->
          t.goods().attendant().isEmpty()
              ? Step.of(new Waiting(t.view(), t.session(), t.goods()))
              : begin(t.view(), t.session(), t.goods(), event);
      case Event.WentBack _, Event.CancelRequested _, Event.Finished _ -> Checkout.end();
      case Event.Continued _ -> Step.of(state.with(state.view().withoutDialog()));
      default -> Step.of(state);
    };
  }

  private static Step<State, Effect> receipt(RefundState.Open state, PastSale sale) {
    if (!sale.refundable()) {
      return told(state, Notice.Kind.NOTHING_TO_REFUND);
    }
    Return goods = new Return(sale, List.of(), attendant(state));
    return Step.of(new Ticking(state.view(), state.session(), goods), new Effect.Beep(true));
  }

  private static Step<State, Effect> told(RefundState.Open state, Notice.Kind kind) {
    Notice notice = new Notice(kind, "");
    return Step.of(
        new Asking(state.view(), state.session(), attendant(state), notice),
        new Effect.Beep(false));
  }

  private static String attendant(RefundState.Open state) {
    return switch (state) {
      case Asking a -> a.attendant();
      case Ticking t -> t.goods().attendant();
      case Waiting w -> w.goods().attendant();
    };
  }

  private Step<State, Effect> agreed(
      RefundState.Open state, String attendant, Stamped<Event> event) {
    return switch (state) {
      case Asking a -> Step.of(new Asking(a.view(), a.session(), attendant, Notice.NONE));
      case Ticking t -> Step.of(new Ticking(t.view(), t.session(), t.goods().agreedBy(attendant)));
      case Waiting w -> begin(w.view(), w.session(), w.goods().agreedBy(attendant), event);
    };
  }

  private static Ticking ticked(Ticking state, int line) {
    Return goods = state.goods();
    boolean possible =
        goods.sale().lines().stream().anyMatch(l -> l.number() == line && !l.refunded());
    if (!possible) {
      return state;
    }
    List<Integer> lines = new ArrayList<>(goods.lines());
    if (!lines.removeIf(n -> n == line)) {
      lines.add(line);
    }
    return new Ticking(
        state.view(), state.session(), new Return(goods.sale(), lines, goods.attendant()));
  }

  private Step<State, Effect> begin(
      View view, Session session, Return goods, Stamped<Event> event) {
    String requestNo = goods.sale().id() + "_R" + event.stamp();
    Refunding next =
        new Refunding(
            view.withoutDialog(), session, goods, requestNo, event.stamp(), 0, Optional.empty());
    return Step.of(
        next, new Effect.StopTimer(Timer.IDLE), new Effect.StopTimer(Timer.WIPE), ask(next));
  }

  private Effect ask(Refunding state) {
    Return goods = state.goods();
    return new Effect.AskForRefund(
        state.attempt(),
        goods.sale().order(rules.subject()),
        goods.sale().amount(goods.lines()),
        state.requestNo());
  }

  /** A refund that has been asked for is only left when it is certain. */
  Step<State, Effect> step(Refunding state, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.RefundAnswered(long attempt, Refund refund) when attempt == state.attempt() ->
          switch (refund) {
            case Refund.Accepted _ -> accepted(state, Settlement.SETTLED, event.stamp());
            case Refund.Refused _ when isOnItsWay(state, event.at()) ->
                again(state, state.doubt(), event);
            case Refund.Processing _ -> accepted(state, Settlement.PROCESSING, event.stamp());
            case Refund.Abnormal _ -> accepted(state, Settlement.IN_TROUBLE, event.stamp());
            case Refund.Refused _ -> refused(state, Notice.Kind.REFUND_REFUSED, event.stamp());
            case Refund.NotSent _ when state.doubt().isPresent() ->
                again(state, state.doubt(), event);
            case Refund.NotSent _ -> refused(state, Notice.Kind.REFUND_OFFLINE, event.stamp());
            case Refund.Unknown _ -> again(state, Optional.of(event.at()), event);
          };
      case Event.TimerFired(Timer timer, long attempt)
          when timer == Timer.REFUND && attempt == state.attempt() ->
          asked(state, event.stamp(), state.tries(), state.doubt());
      case Event.Restarted _ -> asked(state, event.stamp(), 0, Optional.of(event.at()));
      case Event.Continued _ -> Step.of(state.with(state.view().withoutDialog()));
      default -> Step.of(state);
    };
  }

  /**
   * Whether a request that nobody waits for may still be carried out: until then a refusal, as "no
   * such refund", proves nothing, and a second refund would be one too many.
   */
  private boolean isOnItsWay(Refunding state, Instant at) {
    Duration window = rules.payment(state.goods().sale().provider()).times().inFlight();
    return state.doubt().filter(since -> at.isBefore(since.plus(window))).isPresent();
  }

  private Step<State, Effect> asked(
      Refunding state, long stamp, int tries, Optional<Instant> doubt) {
    Refunding next =
        new Refunding(
            state.view(), state.session(), state.goods(), state.requestNo(), stamp, tries, doubt);
    return Step.of(next, ask(next));
  }

  private Step<State, Effect> again(
      Refunding state, Optional<Instant> doubt, Stamped<Event> event) {
    long stamp = event.stamp();
    int tries = state.tries() + 1;
    boolean call = tries == PATIENCE;
    View view = call ? state.view().called(stamp, event.at(), false) : state.view();
    Refunding next =
        new Refunding(view, state.session(), state.goods(), state.requestNo(), stamp, tries, doubt);
    List<Effect> effects = new ArrayList<>();
    effects.add(
        new Effect.StartTimer(
            Timer.REFUND,
            stamp,
            FIRST_RETRY.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS))));
    if (call) {
      effects.add(new Effect.CallStaff(stamp, "refund-unknown", state.requestNo()));
    }
    return new Step<>(next, effects);
  }

  private Step<State, Effect> accepted(Refunding state, Settlement settlement, long stamp) {
    Refunded next =
        new Refunded(
            state.view().withoutDialog(),
            state.session(),
            state.goods(),
            state.requestNo(),
            settlement,
            Paper.PRINTING,
            stamp,
            stamp);
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.StopTimer(Timer.REFUND));
    effects.add(new Effect.RecordRefund(state.goods(), state.requestNo(), settlement));
    effects.add(
        new Effect.PrintRefund(
            stamp, state.goods(), state.requestNo(), settlement, state.view().english()));
    effects.add(new Effect.StartTimer(Timer.CLOSING, stamp, rules.times().success()));
    follow(next).ifPresent(effects::add);
    if (settlement == Settlement.IN_TROUBLE) {
      effects.add(new Effect.CallStaff(stamp, "refund-trouble", state.requestNo()));
    }
    return new Step<>(next, effects);
  }

  /** One that is settled needs nobody any more. */
  private Optional<Effect> follow(Refunded state) {
    Return goods = state.goods();
    return state.settlement() == Settlement.SETTLED
        ? Optional.empty()
        : Optional.of(
            new Effect.FollowRefund(
                goods.sale().order(rules.subject()),
                goods.sale().amount(goods.lines()),
                state.requestNo()));
  }

  private Step<State, Effect> refused(Refunding state, Notice.Kind why, long stamp) {
    Notice notice = new Notice(why, "");
    Session session = state.session().touched(stamp);
    return Step.of(
        new Asking(state.view().withoutDialog(), session, state.goods().attendant(), notice),
        new Effect.StartTimer(Timer.IDLE, stamp, rules.times().idle()));
  }

  /** The refund is recorded; only its paper is left. */
  Step<State, Effect> step(Refunded state, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.PrintEnded(long job, boolean printed, String _) when job == state.job() ->
          closing(state, printed ? Paper.PRINTED : Paper.NOT_PRINTED, event.stamp());
      case Event.PrintSent(long job, String _) when job == state.job() ->
          closing(state, Paper.SENT, event.stamp());
      case Event.Restarted _ -> restarted(state, event.stamp());
      case Event.ReceiptRefused _, Event.Finished _ -> Checkout.end();
      case Event.TimerFired(Timer timer, long attempt)
          when timer == Timer.CLOSING && attempt == state.closing() ->
          Checkout.end();
      case Event.Continued _ -> Step.of(state.with(state.view().withoutDialog()));
      default -> Step.of(state);
    };
  }

  /** What was to be followed may not have reached its own file. */
  private Step<State, Effect> restarted(Refunded state, long stamp) {
    Paper paper = state.paper() == Paper.PRINTING ? Paper.NOT_PRINTED : state.paper();
    Step<State, Effect> step = closing(state, paper, stamp);
    List<Effect> effects = new ArrayList<>(step.effects());
    follow(state).ifPresent(effects::add);
    return new Step<>(step.next(), effects);
  }

  private Step<State, Effect> closing(Refunded state, Paper paper, long stamp) {
    return Step.of(
        new Refunded(
            state.view(),
            state.session(),
            state.goods(),
            state.requestNo(),
            state.settlement(),
            paper,
            state.job(),
            stamp),
        new Effect.StartTimer(Timer.CLOSING, stamp, rules.times().success()));
  }
}
