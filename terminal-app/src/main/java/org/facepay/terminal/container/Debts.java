package org.facepay.terminal.container;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.container.Stage.Account;
import org.facepay.terminal.container.Stage.Clearing;
import org.facepay.terminal.container.Stage.DebtRefused;
import org.facepay.terminal.container.Stage.Owing;
import org.facepay.terminal.container.Stage.PayingDebt;
import org.facepay.terminal.container.Stage.Pledge;
import org.facepay.terminal.container.Stage.Why;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.visit.Admission;
import org.facepay.terminal.session.visit.Debt;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * What is owed from last time: it is paid before the door opens, and only for somebody who is
 * there.
 */
record Debts(Rules rules, Billing billing, Doorway doorway) {

  /** What comes of the question whether somebody may come in. */
  Step<State<Stage>, Effect> admitted(
      Open<Stage> s, Pledge pledge, Admission admission, Stamped<Event> event) {
    return switch (admission) {
      case Admission.Admitted _ -> doorway.unlock(s, pledge, event);
      case Admission.Owes(Debt debt) ->
          awaited(s, new Owing(pledge, debt, false, Optional.empty()), event);
      case Admission.Exceeded _ -> billing.shut(s, pledge, Why.LIMIT, event);
    };
  }

  /** A stage that waits for a hand, with money promised: its clock lets go of it. */
  private Step<State<Stage>, Effect> awaited(Open<Stage> s, Stage next, Stamped<Event> event) {
    return Step.of(
        s.at(next), new Effect.StartTimer(Timer.CLOSING, event.stamp(), rules.times().idle()));
  }

  Step<State<Stage>, Effect> owing(Open<Stage> s, Owing at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.Pay _) -> pay(s, at, event);
      case Read.PayCodePresented(Credential code, String provider)
          when at.presenting() && !provider.isEmpty() ->
          charge(s, at.pledge(), at.debt(), provider, code, event);
      case Read _ when at.presenting() -> {
        var notice = Optional.of(new Screen.Notice(NoticeKind.NOT_A_PAY_CODE, ""));
        yield awaited(s, new Owing(at.pledge(), at.debt(), true, notice), event)
            .after(List.of(new Effect.Beep(false)));
      }
      case Touch(Intent.Dispute _) ->
          billing
              .shut(s, at.pledge(), Why.NOT_PAID, event)
              .and(
                  List.of(new Effect.CallStaff(event.stamp(), "debt-disputed", at.debt().order())));
      case Touch(Intent.Back _) when at.presenting() ->
          awaited(s, new Owing(at.pledge(), at.debt(), false, Optional.empty()), event);
      case Touch(Intent.Back _), Touch(Intent.Finish _) -> left(s, at.pledge(), event);
      case TimerFired(Timer timer, long _) when timer == Timer.CLOSING ->
          left(s, at.pledge(), event);
      case Told.Restarted _, Touch(Intent.StillHere _) -> awaited(s, at, event);
      default -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> pay(Open<Stage> s, Owing at, Stamped<Event> event) {
    return at.pledge() instanceof Account(String member, String provider)
        ? charge(s, at.pledge(), at.debt(), provider, new MemberAccount(member), event)
        : awaited(s, new Owing(at.pledge(), at.debt(), true, Optional.empty()), event);
  }

  private Step<State<Stage>, Effect> charge(
      Open<Stage> s,
      Pledge pledge,
      Debt debt,
      String provider,
      Credential code,
      Stamped<Event> event) {
    Session session = s.session().nextOrder();
    var amount =
        new org.facepay.terminal.sale.Money(debt.minor(), rules.limits().most().currency());
    Order order = rules.numbers().order(session, provider, amount, false);
    return rules
        .charges()
        .begin(order, code, rules.numbers().reference(session), event)
        .as(charge -> s.with(session).at(new PayingDebt(pledge, debt, charge, true)))
        .<State<Stage>>as(next -> next)
        .and(List.of(new Effect.StopTimer(Timer.CLOSING)));
  }

  Step<State<Stage>, Effect> refused(Open<Stage> s, DebtRefused at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.Retry _), Touch(Intent.AnotherWay _), Touch(Intent.Back _) ->
          awaited(s, new Owing(at.pledge(), at.debt(), false, Optional.empty()), event);
      case Touch(Intent.Finish _) -> left(s, at.pledge(), event);
      case TimerFired(Timer timer, long _) when timer == Timer.CLOSING ->
          left(s, at.pledge(), event);
      case Told.Restarted _, Touch(Intent.StillHere _) -> awaited(s, at, event);
      default -> Step.of(s);
    };
  }

  /** Not today: what is owed stays, what was promised is let go. */
  private Step<State<Stage>, Effect> left(Open<Stage> s, Pledge pledge, Stamped<Event> event) {
    return billing.shut(s, pledge, Why.NOT_PAID, event);
  }

  Step<State<Stage>, Effect> paying(Open<Stage> s, PayingDebt at, Stamped<Event> event) {
    var step = rules.charges().on(at.charge(), s.view(), event);
    var payment = step.next().payment();
    return switch (step.next().end()) {
      case OPEN -> {
        boolean there = at.there() && !(event.event() instanceof Told.Restarted);
        yield step.as(c -> s.at(new PayingDebt(at.pledge(), at.debt(), c, there)));
      }
      case PAID ->
          clear(s, at.pledge(), at.debt().order(), at.there(), event)
              .after(
                  List.of(
                      new Effect.RecordDebtPaid(at.pledge().visitor(), at.debt(), payment.order())))
              .after(step.effects());
      case REFUSED, LEFT ->
          awaited(s, new DebtRefused(at.pledge(), at.debt(), payment), event).after(step.effects());
      // What staff take is given back: the debt stays.
      case HANDED_OVER ->
          billing
              .shut(s, at.pledge(), Why.NOT_PAID, event)
              .after(
                  List.of(
                      new Effect.RecordHandedOver(
                          s.session(), payment, step.next().handing().orElseThrow().attendant())))
              .after(step.effects());
    };
  }

  private static Step<State<Stage>, Effect> clear(
      Open<Stage> s, Pledge pledge, String order, boolean there, Stamped<Event> event) {
    return Step.of(
        s.at(new Clearing(pledge, order, event.stamp(), there)),
        new Effect.ForgetDebt(event.stamp(), pledge.visitor(), order));
  }

  Step<State<Stage>, Effect> clearing(Open<Stage> s, Clearing at, Stamped<Event> event) {
    if (event.event() instanceof Told.Restarted) {
      return clear(s, at.pledge(), at.order(), false, event);
    }
    if (!(event.event() instanceof Answered.VisitorChecked(long attempt, var admission))
        || attempt != at.attempt()) {
      return Step.of(s);
    }
    return at.there()
        ? admitted(s, at.pledge(), admission, event)
        : billing.shut(s, at.pledge(), Why.PAID, event);
  }
}
