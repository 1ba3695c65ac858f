package org.facepay.terminal.container;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.container.Stage.Account;
import org.facepay.terminal.container.Stage.Admitting;
import org.facepay.terminal.container.Stage.Asking;
import org.facepay.terminal.container.Stage.Billed;
import org.facepay.terminal.container.Stage.Clearing;
import org.facepay.terminal.container.Stage.Counting;
import org.facepay.terminal.container.Stage.DebtRefused;
import org.facepay.terminal.container.Stage.Disputing;
import org.facepay.terminal.container.Stage.Explaining;
import org.facepay.terminal.container.Stage.Identifying;
import org.facepay.terminal.container.Stage.NotOpened;
import org.facepay.terminal.container.Stage.Objected;
import org.facepay.terminal.container.Stage.OfMember;
import org.facepay.terminal.container.Stage.Owing;
import org.facepay.terminal.container.Stage.PayingDebt;
import org.facepay.terminal.container.Stage.Pledge;
import org.facepay.terminal.container.Stage.Promised;
import org.facepay.terminal.container.Stage.Promising;
import org.facepay.terminal.container.Stage.Restocking;
import org.facepay.terminal.container.Stage.Returning;
import org.facepay.terminal.container.Stage.Taking;
import org.facepay.terminal.container.Stage.Unlocking;
import org.facepay.terminal.container.Stage.Waiting;
import org.facepay.terminal.container.Stage.Wallet;
import org.facepay.terminal.container.Stage.Why;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.ShownCode;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Frame.Manner;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.hold.Holding;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.session.member.Met;
import org.facepay.terminal.session.visit.DoorPosition;
import org.facepay.terminal.session.visit.Estimate;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * A smart container as a pure function. Money is promised before the door opens, and what left is
 * charged when it has closed; the charge is seen through apart from the visit.
 *
 * <pre>
 * Identifying --code--> Explaining --agreed--> Promising --held--> Admitting --> Unlocking --> Waiting
 *     | face            ^ member's account, nothing held -------------^ |owes: Owing -> PayingDebt
 *     '-> Meeting ------'                                                                        | open
 * Billed <-- [Asking] <-- Counting <--closed-- Taking <-----------------------------------------'
 *    '-> Disputing -> Returning | Objected
 * </pre>
 */
public final class Container implements Frame.Kind<Stage> {
  /** Whether somebody may come in is answered at once, or the disk takes nothing. */
  private static final Duration LONGEST_QUESTION = Duration.ofSeconds(10);

  private final Rules rules;
  private final Doorway doorway;
  private final Billing billing;
  private final Debts debts;

  Container(Rules rules) {
    this.rules = rules;
    this.billing = new Billing(rules);
    this.doorway = new Doorway(rules, billing);
    this.debts = new Debts(rules, billing, doorway);
  }

  @Override
  public Optional<Stage> opens(Event event) {
    return switch (event) {
      case Read.PayCodePresented _, Read.MemberCodeScanned _ ->
          Optional.of(new Identifying(Optional.empty()));
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() ->
          Optional.of(new Identifying(Optional.empty()));
      case Touch(Intent.ChooseMethod _), Touch(Intent.Start _) ->
          Optional.of(new Identifying(Optional.empty()));
      // Nobody was let in.
      case Moved.DoorMoved(DoorPosition position) when position == DoorPosition.OPEN ->
          Optional.of(Doorway.forced());
      default -> Optional.empty();
    };
  }

  @Override
  public Manner manner(Stage stage) {
    return switch (stage) {
      case Identifying _, Stage.Meeting _, Explaining _ -> Manner.IDLES;
      case Restocking _ -> Manner.ATTENDED;
      case Promising _,
          Admitting _,
          Unlocking _,
          Counting _,
          PayingDebt _,
          Clearing _,
          Returning _ ->
          Manner.BUSY;
      case Owing _,
          DebtRefused _,
          Waiting _,
          Taking _,
          Asking _,
          Billed _,
          Disputing _,
          Objected _,
          NotOpened _ ->
          Manner.ENDS;
    };
  }

  /** A member who is gone pays with nothing. */
  @Override
  public Step<Stage, Effect> withoutMember(Stage stage) {
    return switch (stage) {
      case Stage.Meeting _, Explaining(OfMember _) -> Step.of(new Identifying(Optional.empty()));
      default -> Step.of(stage);
    };
  }

  @Override
  public Step<State<Stage>, Effect> open(Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    boolean opens =
        event.event() instanceof Moved.DoorMoved(DoorPosition position)
            && position == DoorPosition.OPEN;
    return opens && !mayOpen(s.stage()) ? forced(s, event) : atStage(s, dialog, event);
  }

  /** Whether somebody answers for an open door. */
  private static boolean mayOpen(Stage stage) {
    return stage instanceof Unlocking
        || stage instanceof Waiting
        || stage instanceof Taking
        || stage instanceof Counting
        || stage instanceof Restocking;
  }

  /** Nobody pays for what leaves now; where money is on its way, staff have to see to the door. */
  private Step<State<Stage>, Effect> forced(Open<Stage> s, Stamped<Event> event) {
    if (!manner(s.stage()).equals(Manner.IDLES)) {
      return Step.of(
          s,
          new Effect.CallStaff(
              event.stamp(), "door-forced", rules.numbers().reference(s.session())));
    }
    Step<State<Stage>, Effect> opened =
        doorway.taking(s.with(s.session().ofStranger()), Doorway.forced(), event);
    return opened.after(s.session().look().offIfOn());
  }

  private Step<State<Stage>, Effect> atStage(Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    return switch (s.stage()) {
      case Identifying _ -> identifying(s, event);
      case Stage.Meeting(Meeting meeting) -> meeting(s, meeting, dialog, event);
      case Restocking at -> doorway.restocking(s, at, event);
      case Explaining at -> explaining(s, at, event);
      case Promising(Holding holding) -> promising(s, holding, event);
      case Admitting at -> admitting(s, at, event);
      case Owing at -> debts.owing(s, at, event);
      case PayingDebt at -> debts.paying(s, at, event);
      case Clearing at -> debts.clearing(s, at, event);
      case DebtRefused at -> debts.refused(s, at, event);
      case Unlocking at -> doorway.unlocking(s, at, event);
      case Waiting at -> doorway.waiting(s, at, event);
      case Taking at -> doorway.taking(s, at, event);
      case Counting at -> doorway.counting(s, at, event);
      case Asking at -> doorway.asking(s, at, event);
      case Billed at -> billing.billed(s, at, event);
      case Disputing at -> billing.disputing(s, at, event);
      case Returning at -> billing.returning(s, at, event);
      case Objected at -> Frame.ending(s, at.closing(), rules.times().success(), event);
      case NotOpened at -> billing.notOpened(s, at, event);
    };
  }

  private Step<State<Stage>, Effect> identifying(Open<Stage> s, Stamped<Event> event) {
    return switch (event.event()) {
      case Read.PayCodePresented(Credential code, String provider)
          when rules.holds().promises(provider) ->
          Step.of(s.at(new Explaining(new Wallet(provider, code))));
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() ->
          doorway.restock(s, attendant, event);
      case Read.MemberCodeScanned(MemberCode code)
          when rules.meetings().payment().byCode(s.session()) ->
          new Step<>(s, rules.meetings().scanned(s.session(), code));
      case Answered.MemberAnswered(long session, MemberResult result)
          when session == s.session().id() ->
          met(s, rules.meetings().payment().answered(s.session(), result), event);
      case Read _ -> told(s, NoticeKind.NOT_A_PAY_CODE);
      case Touch(Intent.ChooseMethod(Screen.Method method))
          when method == Screen.Method.FACE && rules.meetings().payment().byFace(s.session()) ->
          met(s, rules.meetings().pay(s.session(), event.stamp()), event);
      case Touch(Intent.ChooseMethod(Screen.Method method))
          when method == Screen.Method.ALIPAY_QR && rules.shown().isPresent() ->
          Step.of(s.at(new Explaining(rules.shown().get())));
      case Touch(Intent.Back _), Touch(Intent.Cancel _), Touch(Intent.Finish _) -> Frame.end();
      default -> Step.of(s);
    };
  }

  private static Step<State<Stage>, Effect> told(Open<Stage> s, NoticeKind kind) {
    Optional<Screen.Notice> notice = Optional.of(new Screen.Notice(kind, ""));
    return Step.of(s.at(new Identifying(notice)), new Effect.Beep(false));
  }

  private Step<State<Stage>, Effect> meeting(
      Open<Stage> s, Meeting meeting, Dialog dialog, Stamped<Event> event) {
    if (event.event() instanceof TimerFired(Timer timer, long _) && timer == Timer.LOOK) {
      return met(s, rules.meetings().tooLong(s.session(), meeting), event);
    }
    return met(s, rules.meetings().on(s.session(), meeting, dialog, event), event);
  }

  /** What the member confirms is what is said of the money before the door opens. */
  private Step<State<Stage>, Effect> met(
      Open<Stage> s, Step<Met, Effect> step, Stamped<Event> event) {
    Met met = step.next();
    Open<Stage> known = s.with(met.session());
    return switch (met.ends()) {
      case Met.On(Meeting.Confirming confirming) -> confirming(known, confirming, event, step);
      case Met.On(Meeting meeting) -> step.as(_ -> known.at(new Stage.Meeting(meeting)));
      case Met.ToGoods(var notice) -> step.as(_ -> known.at(new Identifying(notice)));
      case Met.ToWays _ -> step.as(_ -> known.at(new Identifying(Optional.empty())));
      case Met.Pays(Order order, Credential _) ->
          known
              .session()
              .member()
              .map(m -> new OfMember(new Account(m.id(), order.provider())))
              .map(way -> step.<State<Stage>>as(_ -> known.at(new Explaining(way))))
              .orElseGet(() -> step.as(_ -> known.at(new Identifying(Optional.empty()))));
    };
  }

  private Step<State<Stage>, Effect> confirming(
      Open<Stage> s, Meeting.Confirming at, Stamped<Event> event, Step<Met, Effect> before) {
    Stamped<Event> confirmed =
        new Stamped<>(event.stamp(), event.at(), new Touch(new Intent.ConfirmPerson()));
    Step<Met, Effect> pays = rules.meetings().on(s.session(), at, Dialog.NONE, confirmed);
    return pays.next().ends() instanceof Met.On
        ? before.as(_ -> s.at(new Identifying(Optional.empty())))
        : met(s, new Step<>(pays.next(), List.of()), event).after(before.effects());
  }

  private Step<State<Stage>, Effect> explaining(
      Open<Stage> s, Explaining at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.AgreeHold _) -> agreed(s, at, event);
      case Touch(Intent.Back _), Touch(Intent.AnotherWay _) ->
          Step.of(s.with(s.session().ofStranger()).at(new Identifying(Optional.empty())));
      case Touch(Intent.Cancel _), Touch(Intent.Finish _) -> Frame.end();
      case Read.PayCodePresented(Credential code, String provider)
          when rules.holds().promises(provider) ->
          Step.of(s.with(s.session().ofStranger()).at(new Explaining(new Wallet(provider, code))));
      // Codes are not kept.
      case Told.Restarted _ ->
          Step.of(s.with(s.session().ofStranger()).at(new Identifying(Optional.empty())));
      case Read _ -> Step.of(s, new Effect.Beep(false));
      default -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> agreed(Open<Stage> s, Explaining at, Stamped<Event> event) {
    return switch (at.way()) {
      case Wallet(String provider, Credential credential) -> {
        Session session = s.session().nextOrder();
        boolean shown = credential instanceof ShownCode;
        Order order = rules.numbers().order(session, provider, rules.limits().most(), shown);
        yield rules
            .holds()
            .begin(order, credential, event)
            .as(holding -> s.with(session).at(new Promising(holding)));
      }
      case OfMember(Account account) -> {
        boolean first = s.session().shopper().agreesNow();
        Step<State<Stage>, Effect> step = admit(s, account, event);
        yield first ? step.after(List.of(new Effect.RecordPaymentConsent(account.member()))) : step;
      }
    };
  }

  private Step<State<Stage>, Effect> promising(
      Open<Stage> s, Holding holding, Stamped<Event> event) {
    if (event.event() instanceof Told.Restarted) {
      // What may be promised is let go: nobody sees who stands there now.
      return billing
          .shut(s, new Promised(holding.hold()), Why.NETWORK, event)
          .after(List.of(new Effect.StopTimer(Timer.PAYMENT), new Effect.StopTimer(Timer.DOUBT)));
    }
    Step<Holding, Effect> step = rules.holds().on(holding, event);
    Hold hold = step.next().hold();
    return switch (step.next().end()) {
      case OPEN -> step.as(h -> s.at(new Promising(h)));
      case HELD -> admit(s, new Promised(hold), event).after(step.effects());
      case LEFT -> step.as(_ -> s.at(new Identifying(Optional.empty())));
      case REFUSED ->
          billing.shut(s, new Promised(hold), refused(hold), event).after(step.effects());
      case GIVEN_UP ->
          billing.shut(s, new Promised(hold), Why.NETWORK, event).after(step.effects());
    };
  }

  private static Why refused(Hold hold) {
    return hold.end()
        .map(
            end ->
                end instanceof Hold.End.NotHeld(DeclineReason reason)
                        && reason == DeclineReason.NETWORK_DOWN
                    ? Why.NETWORK
                    : Why.NO_PROMISE)
        .orElse(Why.NETWORK);
  }

  /** Somebody who cannot be told from others is nobody who owes. */
  private Step<State<Stage>, Effect> admit(Open<Stage> s, Pledge pledge, Stamped<Event> event) {
    return pledge.visitor().isEmpty()
        ? doorway.unlock(s, pledge, event)
        : Step.of(
            s.at(new Admitting(pledge, event.stamp())),
            new Effect.StartTimer(Timer.DOOR, event.stamp(), LONGEST_QUESTION),
            new Effect.CheckVisitor(event.stamp(), pledge.visitor()));
  }

  private Step<State<Stage>, Effect> admitting(Open<Stage> s, Admitting at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.VisitorChecked(long attempt, var admission) when attempt == at.attempt() ->
          debts.admitted(s, at.pledge(), admission, event);
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.DOOR && attempt == at.attempt() ->
          billing
              .shut(s, at.pledge(), Why.LOCK, event)
              .and(
                  List.of(
                      new Effect.CallStaff(
                          event.stamp(),
                          "visitor-unknown",
                          rules.numbers().reference(s.session()))));
      // Nobody sees who stands there now: no bolt is drawn for somebody who may have gone.
      case Told.Restarted _ -> billing.shut(s, at.pledge(), Why.NETWORK, event);
      default -> Step.of(s);
    };
  }

  /** Nothing has been moved. */
  static Taking open(Pledge pledge, long stamp) {
    return new Taking(pledge, Estimate.NOTHING, stamp, Stage.Reminder.NONE, false);
  }
}
