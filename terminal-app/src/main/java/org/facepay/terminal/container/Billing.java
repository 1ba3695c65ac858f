package org.facepay.terminal.container;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.container.Stage.Account;
import org.facepay.terminal.container.Stage.Billed;
import org.facepay.terminal.container.Stage.Complaint;
import org.facepay.terminal.container.Stage.Disputing;
import org.facepay.terminal.container.Stage.Goods;
import org.facepay.terminal.container.Stage.Money;
import org.facepay.terminal.container.Stage.Nobody;
import org.facepay.terminal.container.Stage.NotOpened;
import org.facepay.terminal.container.Stage.Objected;
import org.facepay.terminal.container.Stage.Outcome;
import org.facepay.terminal.container.Stage.Pledge;
import org.facepay.terminal.container.Stage.Promised;
import org.facepay.terminal.container.Stage.Returning;
import org.facepay.terminal.container.Stage.Why;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.session.refund.Returns;
import org.facepay.terminal.session.visit.Bill;
import org.facepay.terminal.session.visit.Debt;
import org.facepay.terminal.session.visit.Piece;
import org.facepay.terminal.session.visit.Settled;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * The money of a visit: the bill, what is owed from last time, what is objected to, and what is let
 * go because the door stayed shut. A stage whose claim is not on the disk yet does not end.
 */
record Billing(Rules rules) {
  private static final Settled.Decision REVIEW = Settled.Decision.REVIEW;

  Step<State<Stage>, Effect> bill(
      Open<Stage> s, Pledge pledge, Settled settled, Goods goods, Stamped<Event> event) {
    Session session = s.session().with(basket(goods.charged()));
    long owed = Math.min(session.priced().total().minor(), rules.limits().most().minor());
    if (owed == 0) {
      Outcome outcome = new Outcome(Optional.empty(), goods, settled.evidence(), event.at());
      boolean unclear = settled.decision() == REVIEW && !goods.told();
      Money nothing = unclear ? Money.UNCLEAR : Money.NOTHING;
      Step<State<Stage>, Effect> step =
          billed(s.with(session), pledge, outcome, nothing, event)
              .after(List.of(record(session, settled, goods, 0, Optional.empty())));
      return unclear
          ? step.and(
              List.of(
                  new Effect.CallStaff(
                      event.stamp(), "visit-not-clear", rules.numbers().reference(session))))
          : step;
    }
    Session counted = pledge instanceof Promised ? session : session.nextOrder();
    Order order = order(counted, pledge, owed);
    Outcome outcome = new Outcome(Optional.of(order), goods, settled.evidence(), event.at());
    Payment payment = Payment.paid(order, reference(pledge), event.at());
    Optional<Bill> bill =
        Optional.of(new Bill(order.outTradeNo(), event.at().plus(rules.limits().objects())))
            .filter(_ -> !settled.evidence().isEmpty());
    return billed(s.with(counted), pledge, outcome, Money.CLAIMED, event)
        .after(
            List.of(
                new Effect.RecordSale(counted, payment),
                record(counted, settled, goods, owed, bill)));
  }

  private Order order(Session session, Pledge pledge, long owed) {
    var amount = new org.facepay.terminal.sale.Money(owed, rules.limits().most().currency());
    return switch (pledge) {
      case Promised(var hold) ->
          new Order(
              hold.order().outTradeNo(), amount, hold.order().subject(), hold.order().provider());
      case Account(String _, String provider) ->
          rules.numbers().order(session, provider, amount, false);
      case Nobody _ -> throw new IllegalStateException("nobody is charged for nobody's visit");
    };
  }

  private static String reference(Pledge pledge) {
    return pledge instanceof Promised(var hold) ? hold.promise().reference() : "";
  }

  private static Effect record(
      Session session, Settled settled, Goods goods, long owed, Optional<Bill> bill) {
    boolean unclear = settled.decision() != Settled.Decision.CHARGE && !goods.told();
    String beyond = owed < session.priced().total().minor() ? "over-limit" : "";
    return new Effect.RecordVisit(session, settled, owed, unclear ? "not-clear" : beyond, bill);
  }

  private Basket basket(List<Piece> pieces) {
    Basket basket = Basket.empty(rules.limits().most().currency());
    for (Piece piece : pieces) {
      basket = basket.add(piece.product(), new Quantity.Pieces(piece.count()));
    }
    return basket;
  }

  private Step<State<Stage>, Effect> billed(
      Open<Stage> s, Pledge pledge, Outcome outcome, Money money, Stamped<Event> event) {
    List<Effect> claim = claim(pledge, outcome);
    Billed bill = new Billed(pledge, outcome, money, claim.isEmpty(), event.stamp());
    return new Step<State<Stage>, Effect>(s.at(bill), claim).and(List.of(closing(event)));
  }

  /** What is done with the promise; said again, it is done once. */
  private List<Effect> claim(Pledge pledge, Outcome outcome) {
    if (outcome.order().isEmpty()) {
      return release(pledge);
    }
    Order order = outcome.order().get();
    Debt debt =
        new Debt(
            order.outTradeNo(),
            order.amount().minor(),
            outcome.closed().getEpochSecond(),
            outcome.goods().charged(),
            Debt.Why.REFUSED);
    return switch (pledge) {
      case Promised(var hold) -> List.of(new Effect.TakeHeld(hold, pledge.visitor(), debt));
      case Account(String member, String _) ->
          List.of(new Effect.ChargeAccount(order, member, debt));
      case Nobody _ -> List.of();
    };
  }

  private Effect closing(Stamped<Event> event) {
    return new Effect.StartTimer(Timer.CLOSING, event.stamp(), rules.times().success());
  }

  Step<State<Stage>, Effect> billed(Open<Stage> s, Billed at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.ClaimKept(String order) when isOf(at.pledge(), at.outcome(), order) ->
          Step.of(s.at(at.safe()));
      case Answered.ClaimEnded(String order, var claim)
          when isOf(at.pledge(), at.outcome(), order) ->
          Step.of(s.at(ended(at, claim)));
      case Touch(Intent.Dispute _) when at.outcome().order().isPresent() ->
          restart(s.at(new Disputing(at.until(event.stamp()), 0, Optional.empty())), event);
      case Touch(Intent.StillHere _) -> restart(s.at(at.until(event.stamp())), event);
      case Touch(Intent.Finish _), Touch(Intent.NoPaper _) when at.kept() -> Frame.end();
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.CLOSING && attempt == at.closing() ->
          at.kept() ? Frame.end() : restart(s.at(at.until(event.stamp())), event);
      case Told.Restarted _ ->
          restart(s.at(at.until(event.stamp())), event).after(claim(at.pledge(), at.outcome()));
      default -> Step.of(s);
    };
  }

  private static boolean isOf(Pledge pledge, Outcome outcome, String order) {
    return outcome.order().filter(o -> o.outTradeNo().equals(order)).isPresent()
        || (pledge instanceof Promised(var hold) && hold.order().outTradeNo().equals(order));
  }

  private static Billed ended(Billed at, Answered.ClaimEnd claim) {
    return switch (claim) {
      case TAKEN -> at.with(Money.TAKEN);
      case LET_GO -> at;
      case EXPIRED, REFUSED -> at.with(Money.OWED);
    };
  }

  private Step<State<Stage>, Effect> restart(State<Stage> next, Stamped<Event> event) {
    return Step.of(next, closing(event));
  }

  Step<State<Stage>, Effect> disputing(Open<Stage> s, Disputing at, Stamped<Event> event) {
    Billed bill = at.bill();
    return switch (event.event()) {
      case Touch(Intent.TickLine(String line)) when line.matches("\\d{1,4}") ->
          restart(
              s.at(
                  new Disputing(bill.until(event.stamp()), Integer.parseInt(line), at.complaint())),
              event);
      case Touch(Intent.NotTaken _) -> complained(s, at, Complaint.NOT_TAKEN, event);
      case Touch(Intent.WrongNumber _) -> complained(s, at, Complaint.WRONG_NUMBER, event);
      // What comes after it does not see to the claim any more.
      case Touch(Intent.RequestRefund _) when at.complaint().isPresent() && bill.kept() ->
          at.piece(s.session())
              .map(piece -> objected(s, at, piece, event))
              .orElseGet(() -> Step.of(s));
      case Touch(Intent.Back _) -> restart(s.at(bill.until(event.stamp())), event);
      default ->
          billed(s, bill, event)
              .as(
                  next ->
                      next instanceof Open<Stage> o && o.stage() instanceof Billed changed
                          ? o.at(new Disputing(changed, at.line(), at.complaint()))
                          : next);
    };
  }

  private Step<State<Stage>, Effect> complained(
      Open<Stage> s, Disputing at, Complaint complaint, Stamped<Event> event) {
    Billed bill = at.bill().until(event.stamp());
    return restart(s.at(new Disputing(bill, at.line(), Optional.of(complaint))), event);
  }

  /** How many pieces of the line go back. */
  static int back(Disputing at, Piece piece) {
    return at.complaint().equals(Optional.of(Complaint.WRONG_NUMBER)) ? 1 : piece.count();
  }

  /** Whether the money goes back at once: the cells do not exclude what the shopper says. */
  static boolean returns(Disputing at, Piece piece) {
    return !piece.sure() && at.bill().money() == Money.TAKEN;
  }

  /** What goes back for the line. */
  static Return goods(Session session, Disputing at, Piece piece) {
    return Returns.of(
        session,
        at.bill().outcome().order().orElseThrow(),
        Collections.nCopies(back(at, piece), at.line()));
  }

  private Step<State<Stage>, Effect> objected(
      Open<Stage> s, Disputing at, Piece piece, Stamped<Event> event) {
    Return goods = goods(s.session(), at, piece);
    if (returns(at, piece)) {
      return rules
          .refunds()
          .begin(goods, event)
          .<State<Stage>>as(refund -> s.at(new Returning(piece, refund)))
          .after(List.of(new Effect.RecordVisit(s.session(), seen(at, piece), 0, "returned")));
    }
    long minor = goods.sale().amount(goods.lines()).minor();
    return restart(s.at(new Objected(piece, minor, false, event.stamp())), event)
        .after(List.of(new Effect.RecordVisit(s.session(), seen(at, piece), 0, "disputed")));
  }

  /** What somebody looks at: the pieces that are objected to, and the trace. */
  private static Settled seen(Disputing at, Piece piece) {
    return new Settled(
        REVIEW,
        List.of(new Piece(piece.product(), back(at, piece), piece.shelf(), false)),
        List.of(),
        List.of(),
        at.bill().outcome().evidence());
  }

  Step<State<Stage>, Effect> returning(Open<Stage> s, Returning at, Stamped<Event> event) {
    Step<Refund, Effect> step = rules.refunds().on(at.refund(), s.view(), event);
    return switch (step.next()) {
      case Refund.Left _ -> Frame.<Stage>end().after(step.effects());
      case Refund.Idling _
          when at.refund() instanceof Refund.Refunding(Return goods, var no, _, _, _) ->
          restart(
                  s.at(
                      new Objected(
                          at.piece(),
                          goods.sale().amount(goods.lines()).minor(),
                          true,
                          event.stamp())),
                  event)
              .and(List.of(new Effect.CallStaff(event.stamp(), "refund-refused", no)))
              .after(step.effects());
      default -> step.as(r -> s.at(new Returning(at.piece(), r)));
    };
  }

  /** The door stays shut, and nothing stays promised. */
  Step<State<Stage>, Effect> shut(Open<Stage> s, Pledge pledge, Why why, Stamped<Event> event) {
    List<Effect> release = release(pledge);
    NotOpened next = new NotOpened(pledge, why, release.isEmpty(), event.stamp());
    return new Step<State<Stage>, Effect>(s.at(next), release).and(List.of(closing(event)));
  }

  private static List<Effect> release(Pledge pledge) {
    return pledge instanceof Promised(var hold) && hold.open()
        ? List.of(new Effect.ReleaseHeld(hold))
        : List.of();
  }

  Step<State<Stage>, Effect> notOpened(Open<Stage> s, NotOpened at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.ClaimKept(String order)
          when at.pledge() instanceof Promised(var hold)
              && hold.order().outTradeNo().equals(order) ->
          Step.of(s.at(new NotOpened(at.pledge(), at.why(), true, at.closing())));
      case Told.Restarted _ ->
          Step.<State<Stage>, Effect>of(
                  s, new Effect.StartTimer(Timer.CLOSING, at.closing(), rules.times().success()))
              .after(release(at.pledge()));
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.CLOSING && attempt == at.closing() && !at.kept() ->
          restart(s.at(new NotOpened(at.pledge(), at.why(), false, event.stamp())), event);
      // The welcome screen is where one tries again, as somebody new.
      case Touch(Intent.Retry _) when at.kept() -> Frame.end();
      case Touch(Intent.Finish _), Touch(Intent.NoPaper _), Touch(Intent.Back _) when !at.kept() ->
          Step.of(s);
      default -> Frame.ending(s, at.closing(), rules.times().success(), event);
    };
  }
}
