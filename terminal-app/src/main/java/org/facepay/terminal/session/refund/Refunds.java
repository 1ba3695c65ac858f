package org.facepay.terminal.session.refund;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Paper;
import org.facepay.sync.retry.Backoff;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.View;
import org.facepay.terminal.session.refund.Refund.Asking;
import org.facepay.terminal.session.refund.Refund.Left;
import org.facepay.terminal.session.refund.Refund.Refunded;
import org.facepay.terminal.session.refund.Refund.Refunding;
import org.facepay.terminal.session.refund.Refund.Ticking;
import org.facepay.terminal.session.refund.Refund.Waiting;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * How money goes back. The provider is asked under a number that belongs to this one refund, as
 * often as it takes; what it has accepted is recorded once.
 *
 * <pre>
 * Asking --receipt--> Ticking --lines--> Waiting --badge--> Refunding --accepted--> Refunded
 *    ^                                                        | refused, never sent
 *    '--------------------------------------------------------'
 * </pre>
 *
 * @param subject what a wallet shows its owner
 * @param success from the refund to the attract screen
 */
public record Refunds(PaymentFlows flows, String subject, Duration success) {
  private static final Backoff RETRIES = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(32));

  /** What was paid in cash goes back in cash, out of the drawer. */
  public static final String CASH = "cash";

  /** Requests without certainty after which staff are called. */
  private static final int PATIENCE = 4;

  /** What a receipt's code begins where nobody is shopping. */
  public static Optional<Refund> begins(Event event) {
    boolean begins = event instanceof Read.ReceiptScanned || event instanceof Read.ReceiptNotFound;
    return begins ? Optional.of(new Asking("", Optional.empty())) : Optional.empty();
  }

  public Step<Refund, Effect> on(Refund refund, View view, Stamped<Event> event) {
    return switch (refund) {
      case Refund.Idling idling -> idling(idling, event);
      case Refunding refunding -> refunding(refunding, view, event);
      case Refunded refunded -> refunded(refunded, event);
      case Left left -> Step.of(left);
    };
  }

  private Step<Refund, Effect> idling(Refund.Idling refund, Stamped<Event> event) {
    return switch (event.event()) {
      case Read.ReceiptScanned(PastSale sale) when !(refund instanceof Waiting) ->
          receipt(refund, sale);
      case Read.ReceiptNotFound _ when refund instanceof Asking ->
          told(refund, NoticeKind.RECEIPT_NOT_FOUND);
      case Read.ItemScanned _,
          Read.UnknownItemScanned _,
          Read.GoodsRefused _,
          Read.CouponScanned _,
          Read.UnreadableScanned _,
          Read.PayCodePresented _
          when refund instanceof Asking ->
          told(refund, NoticeKind.NOT_A_RECEIPT);
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() ->
          agreed(refund, attendant, event);
      case Told.BadgeRevoked(String attendant) when attendant.equals(refund.attendant()) ->
          withdrawn(refund);
      case Touch(Intent.TickLine(String line)) when refund instanceof Ticking(Return goods) ->
          changed(goods, line, 0);
      case Touch(Intent.OneMore(String line)) when refund instanceof Ticking(Return goods) ->
          changed(goods, line, 1);
      case Touch(Intent.OneLess(String line)) when refund instanceof Ticking(Return goods) ->
          changed(goods, line, -1);
      case Touch(Intent.RequestRefund _)
          when refund instanceof Ticking(Return goods)
              && goods.sale().amount(goods.lines()).minor() > 0 ->
          goods.attendant().isEmpty() ? Step.of(new Waiting(goods)) : begin(goods, event);
      case Touch(Intent.Back _), Touch(Intent.Cancel _), Touch(Intent.Finish _) ->
          Step.of(new Left());
      default -> Step.of(refund);
    };
  }

  /** Whoever had agreed to it has no badge any more: somebody else has to. */
  private static Step<Refund, Effect> withdrawn(Refund.Idling refund) {
    return Step.of(
        switch (refund) {
          case Asking asking -> new Asking("", asking.notice());
          case Ticking(Return goods) -> new Ticking(goods.agreedBy(""));
          case Waiting(Return goods) -> new Waiting(goods.agreedBy(""));
        });
  }

  private static Step<Refund, Effect> receipt(Refund.Idling refund, PastSale sale) {
    return sale.refundable()
        ? Step.of(
            new Ticking(new Return(sale, List.of(), refund.attendant())), new Effect.Beep(true))
        : told(refund, NoticeKind.NOTHING_TO_REFUND);
  }

  private static Step<Refund, Effect> told(Refund.Idling refund, NoticeKind kind) {
    return Step.of(asking(refund.attendant(), kind), new Effect.Beep(false));
  }

  private static Asking asking(String attendant, NoticeKind kind) {
    return new Asking(attendant, Optional.of(new Screen.Notice(kind, "")));
  }

  private Step<Refund, Effect> agreed(
      Refund.Idling refund, String attendant, Stamped<Event> event) {
    return switch (refund) {
      case Asking _ -> Step.of(new Asking(attendant, Optional.empty()));
      case Ticking(Return goods) -> Step.of(new Ticking(goods.agreedBy(attendant)));
      case Waiting(Return goods) -> begin(goods.agreedBy(attendant), event);
    };
  }

  /**
   * Of a line that is ticked all that is left goes back, or none any more; its pieces can then be
   * counted one by one.
   *
   * @param by pieces more or less; 0: it is ticked, or no longer
   */
  private static Step<Refund, Effect> changed(Return goods, String text, int by) {
    return Step.of(
        new Ticking(
            goods.sale().lines().stream()
                .filter(l -> Integer.toString(l.number()).equals(text))
                .findFirst()
                .map(l -> goods.with(l, pieces(goods.pieces(l), l.left(), by)))
                .orElse(goods)));
  }

  private static int pieces(int now, int left, int by) {
    if (by == 0) {
      return now > 0 ? 0 : left;
    }
    return now == 0 ? 0 : Math.max(1, now + by);
  }

  /** Asks for the money of goods that go back, or never came, without anybody's badge. */
  public Step<Refund, Effect> begin(Return goods, Stamped<Event> event) {
    String requestNo = goods.sale().id() + "_R" + event.stamp();
    return ask(new Refunding(goods, requestNo, event.stamp(), 0, Optional.empty()));
  }

  private Step<Refund, Effect> ask(Refunding refund) {
    Return goods = refund.goods();
    return Step.of(
        refund,
        new Effect.AskForRefund(
            refund.attempt(),
            goods.sale().order(subject),
            goods.sale().amount(goods.lines()),
            refund.requestNo()));
  }

  /** A refund that has been asked for is only left when it is certain. */
  private Step<Refund, Effect> refunding(Refunding refund, View view, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.RefundAnswered(long attempt, var answer) when attempt == refund.attempt() ->
          answered(refund, answer, view, event);
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.REFUND && attempt == refund.attempt() ->
          asked(refund, event.stamp(), refund.tries(), refund.doubt());
      case Told.Restarted _ -> asked(refund, event.stamp(), 0, Optional.of(event.at()));
      default -> Step.of(refund);
    };
  }

  private Step<Refund, Effect> answered(
      Refunding refund, RefundProvider.Refund answer, View view, Stamped<Event> event) {
    long stamp = event.stamp();
    return switch (answer) {
      case RefundProvider.Refund.Accepted _ -> accepted(refund, Settlement.SETTLED, view, stamp);
      case RefundProvider.Refund.Refused _ when isOnItsWay(refund, event.at()) ->
          again(refund, refund.doubt(), stamp);
      case RefundProvider.Refund.Processing _ ->
          accepted(refund, Settlement.PROCESSING, view, stamp);
      case RefundProvider.Refund.Abnormal _ -> accepted(refund, Settlement.IN_TROUBLE, view, stamp);
      case RefundProvider.Refund.Refused _ ->
          Step.of(asking(refund.goods().attendant(), NoticeKind.REFUND_REFUSED));
      case RefundProvider.Refund.NotSent _ when refund.doubt().isPresent() ->
          again(refund, refund.doubt(), stamp);
      case RefundProvider.Refund.NotSent _ ->
          Step.of(asking(refund.goods().attendant(), NoticeKind.REFUND_OFFLINE));
      case RefundProvider.Refund.Unknown _ -> again(refund, Optional.of(event.at()), stamp);
    };
  }

  /**
   * Whether a request that nobody waits for may still be carried out: until then a refusal, as "no
   * such refund", proves nothing, and a second refund would be one too many.
   */
  private boolean isOnItsWay(Refunding refund, Instant at) {
    Duration window = flows.of(refund.goods().sale().provider()).times().inFlight();
    return refund.doubt().filter(since -> at.isBefore(since.plus(window))).isPresent();
  }

  private Step<Refund, Effect> asked(
      Refunding refund, long stamp, int tries, Optional<Instant> doubt) {
    return ask(new Refunding(refund.goods(), refund.requestNo(), stamp, tries, doubt));
  }

  private static Step<Refund, Effect> again(Refunding refund, Optional<Instant> doubt, long stamp) {
    int tries = refund.tries() + 1;
    Duration wait = RETRIES.after(refund.tries());
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.StartTimer(Timer.REFUND, stamp, wait));
    if (tries == PATIENCE) {
      effects.add(new Effect.CallStaff(stamp, "refund-unknown", refund.requestNo()));
    }
    return new Step<>(
        new Refunding(refund.goods(), refund.requestNo(), stamp, tries, doubt), effects);
  }

  private Step<Refund, Effect> accepted(
      Refunding refund, Settlement settlement, View view, long stamp) {
    Return goods = refund.goods();
    String requestNo = refund.requestNo();
    Refunded next = new Refunded(goods, requestNo, settlement, Paper.PRINTING, stamp, stamp);
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.StopTimer(Timer.REFUND));
    effects.add(new Effect.RecordRefund(goods, requestNo, settlement));
    effects.add(new Effect.PrintRefund(stamp, goods, requestNo, settlement, view.language()));
    effects.add(new Effect.StartTimer(Timer.CLOSING, stamp, success));
    if (goods.sale().provider().equals(CASH)) {
      effects.add(new Effect.OpenDrawer());
    }
    effects.addAll(follow(next));
    if (settlement == Settlement.IN_TROUBLE) {
      effects.add(new Effect.CallStaff(stamp, "refund-trouble", requestNo));
    }
    return new Step<>(next, effects);
  }

  /** One that is settled needs nobody any more. */
  private List<Effect> follow(Refunded refund) {
    PastSale sale = refund.goods().sale();
    return refund.settlement() == Settlement.SETTLED
        ? List.of()
        : List.of(
            new Effect.FollowRefund(
                sale.order(subject), sale.amount(refund.goods().lines()), refund.requestNo()));
  }

  /** The refund is recorded; only its paper is left. */
  private Step<Refund, Effect> refunded(Refunded refund, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.PrintEnded(long job, boolean printed, String _) when job == refund.job() ->
          closing(refund, printed ? Paper.PRINTED : Paper.NOT_PRINTED, event.stamp());
      case Answered.PrintSent(long job, String _) when job == refund.job() ->
          closing(refund, Paper.SENT, event.stamp());
      case Told.Restarted _ -> restarted(refund, event.stamp());
      case Touch(Intent.StillHere _) -> closing(refund, refund.paper(), event.stamp());
      case Touch(Intent.NoPaper _), Touch(Intent.Finish _) -> Step.of(new Left());
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.CLOSING && attempt == refund.closing() ->
          Step.of(new Left());
      default -> Step.of(refund);
    };
  }

  /** What was to be followed may not have reached its own file. */
  private Step<Refund, Effect> restarted(Refunded refund, long stamp) {
    Paper paper = refund.paper() == Paper.PRINTING ? Paper.NOT_PRINTED : refund.paper();
    return closing(refund, paper, stamp).and(follow(refund));
  }

  private Step<Refund, Effect> closing(Refunded refund, Paper paper, long stamp) {
    return Step.of(
        new Refunded(
            refund.goods(), refund.requestNo(), refund.settlement(), paper, refund.job(), stamp),
        new Effect.StartTimer(Timer.CLOSING, stamp, success));
  }
}
