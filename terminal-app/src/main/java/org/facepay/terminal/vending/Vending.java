package org.facepay.terminal.vending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Drop;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.session.refund.Returns;
import org.facepay.terminal.session.restock.Restock;
import org.facepay.terminal.session.restock.Restocks;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.facepay.terminal.vending.Stage.Choosing;
import org.facepay.terminal.vending.Stage.Delivered;
import org.facepay.terminal.vending.Stage.Dispensing;
import org.facepay.terminal.vending.Stage.Fate;
import org.facepay.terminal.vending.Stage.Owing;
import org.facepay.terminal.vending.Stage.Paying;
import org.facepay.terminal.vending.Stage.Piece;
import org.facepay.terminal.vending.Stage.Presenting;
import org.facepay.terminal.vending.Stage.Refused;
import org.facepay.terminal.vending.Stage.Restocking;
import org.facepay.terminal.vending.Stage.Returning;
import org.facepay.terminal.vending.Stage.Review;
import org.facepay.terminal.vending.Stage.Vends;
import org.facepay.terminal.vending.Stage.WithStaff;

/**
 * A vending machine as one pure function: choose, pay, and the pieces fall one after the other.
 * What did not fall, at its second try either, has its money going back; where nobody saw whether
 * it fell, staff decide, and its slot is never turned again.
 *
 * <pre>
 * Attract --slot--> Choosing --pay--> Presenting --pay code--> Paying --paid--> Dispensing --all fell--> Delivered -> Attract
 *                                                                 | not paid        |--nobody saw some--> Review -> Attract
 *                                                                 |                 '--some did not--> Returning -> Attract
 * Attract --badge--> Restocking -> Attract                     Refused                                     '--refused--> Owing
 * </pre>
 */
public record Vending(Rules rules) implements Frame.Kind<Stage> {
  /** Longer than the slowest machine takes; whoever has not answered by then will not. */
  private static final Duration LONGEST_FALL = Duration.ofSeconds(60);

  @Override
  public Optional<Stage> opens(Event event) {
    return switch (event) {
      case Touched.PieceChosen _, Touched.SlotChosen _ ->
          Optional.of(new Choosing(List.of(), false));
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() ->
          Optional.of(new Restocking(Restocks.opened(attendant)));
      default -> Optional.empty();
    };
  }

  @Override
  public Frame.Manner manner(Stage stage) {
    return switch (stage) {
      case Choosing _, Presenting _, Refused _ -> Frame.Manner.IDLES;
      case Paying _, Dispensing _, Returning(var _, Refund.Refunding _) -> Frame.Manner.BUSY;
      case Restocking _ -> Frame.Manner.ATTENDED;
      case WithStaff _, Delivered _, Review _, Owing _, Returning _ -> Frame.Manner.ENDS;
    };
  }

  @Override
  public Step<Stage, Effect> withoutMember(Stage stage) {
    return Step.of(stage);
  }

  @Override
  public Step<State<Stage>, Effect> open(Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    return switch (s.stage()) {
      case Choosing choosing -> choosing(s, choosing, dialog, event);
      case Presenting(var pieces, var _) -> presenting(s, pieces, dialog, event);
      case Paying(var pieces, Charge charge) -> paying(s, pieces, charge, event);
      case WithStaff(HandedOver handed) ->
          handed
              .on(event, rules.times().success())
              .as(h -> h.<State<Stage>>map(at -> s.at(new WithStaff(at))).orElseGet(State::start));
      case Refused(var pieces, Payment _) -> refused(s, pieces, dialog, event);
      case Dispensing dispensing -> dispensing(s, dispensing, event);
      case Delivered(Vends _, long closing) -> ending(s, closing, event);
      case Review(Vends _, long closing) -> ending(s, closing, event);
      case Owing(Vends _, long _, long closing) -> ending(s, closing, event);
      case Returning returning -> returning(s, returning, event);
      case Restocking(Restock at) -> {
        Step<Restock, Effect> step = rules.restocks().on(at, event);
        yield step.next().doing().phase() == Restock.Phase.OVER
            ? Frame.<Stage>end().after(step.effects())
            : step.as(r -> s.at(new Restocking(r)));
      }
    };
  }

  private Step<State<Stage>, Effect> choosing(
      Open<Stage> s, Choosing at, Dialog dialog, Stamped<Event> event) {
    List<Piece> pieces = at.pieces();
    return switch (event.event()) {
      case Touch(Intent.Pay _) when owes(s) ->
          Step.of(s.at(new Presenting(pieces, Optional.empty())));
      case Touch(Intent.ChangeNumbers _) when owes(s) -> Step.of(s.at(new Choosing(pieces, true)));
      case Touch(Intent.OneLess(String slot)) -> oneLess(s, at, slot);
      case Touch(Intent.Back _) when at.counting() -> Step.of(s.at(new Choosing(pieces, false)));
      case Touch(Intent.Back _) -> left(s, "cancelled");
      default -> anywhere(s, pieces, dialog, event);
    };
  }

  private Step<State<Stage>, Effect> presenting(
      Open<Stage> s, List<Piece> pieces, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Read.PayCodePresented(PayCode code, String provider)
          when !provider.isEmpty() && owes(s) ->
          charge(s, pieces, provider, code, event);
      case Read.PayCodeHeldOff _ -> told(s, pieces, Optional.empty());
      case Read _ -> told(s, pieces, Optional.of(NoticeKind.NOT_A_PAY_CODE));
      case Touch(Intent.Back _) -> Step.of(s.at(new Choosing(pieces, false)));
      default -> anywhere(s, pieces, dialog, event);
    };
  }

  private Step<State<Stage>, Effect> refused(
      Open<Stage> s, List<Piece> pieces, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.Retry _) -> Step.of(s.at(new Presenting(pieces, Optional.empty())));
      case Touch(Intent.AnotherWay _), Touch(Intent.Back _) ->
          Step.of(s.at(new Choosing(pieces, false)));
      default -> anywhere(s, pieces, dialog, event);
    };
  }

  /** While nothing is paid, more may be chosen and the machine left. */
  private Step<State<Stage>, Effect> anywhere(
      Open<Stage> s, List<Piece> pieces, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touched.SlotChosen(int slot, Product product) ->
          added(
              s.with(s.session().with(Basket.empty(rules.currency()))),
              List.of(),
              line -> new Piece(slot, line, true),
              product);
      case Touched.PieceChosen chosen -> more(s, pieces, chosen);
      case Read _ -> Step.of(s, new Effect.Beep(false));
      case Touch(Intent.Cancel _) -> left(s, "cancelled");
      case Touch(Intent.Finish _) when dialog == Dialog.STILL_THERE -> left(s, "finished");
      default -> Step.of(s);
    };
  }

  private static Step<State<Stage>, Effect> more(
      Open<Stage> s, List<Piece> pieces, Touched.PieceChosen chosen) {
    long there = pieces.stream().filter(p -> p.slot() == chosen.slot()).count();
    boolean room = chosen.holds() == 0 || there < chosen.holds();
    return room && pieces.size() < chosen.most()
        ? added(s, pieces, line -> new Piece(chosen.slot(), line, false), chosen.product())
        : Step.of(s, new Effect.Beep(false));
  }

  private static Step<State<Stage>, Effect> added(
      Open<Stage> s, List<Piece> pieces, IntFunction<Piece> piece, Product product) {
    Basket basket = s.session().basket().add(product, new Quantity.Pieces(1));
    List<Piece> changed = new ArrayList<>(pieces);
    changed.add(piece.apply(basket.lines().getFirst().number()));
    return Step.of(s.with(s.session().with(basket)).at(new Choosing(changed, counting(s))));
  }

  private static boolean counting(Open<Stage> s) {
    return s.stage() instanceof Choosing(var _, boolean counting) && counting;
  }

  private static Step<State<Stage>, Effect> oneLess(Open<Stage> s, Choosing at, String slot) {
    List<Piece> pieces = new ArrayList<>(at.pieces());
    for (Piece piece : at.pieces().reversed()) {
      if (Integer.toString(piece.slot()).equals(slot)) {
        pieces.remove(pieces.lastIndexOf(piece));
        Basket basket = s.session().basket();
        int count = basket.line(piece.line()).orElseThrow().articles() - 1;
        Open<Stage> less = s.with(s.session().with(basket.withCount(piece.line(), count)));
        return Step.of(less.at(new Choosing(pieces, at.counting() && !pieces.isEmpty())));
      }
    }
    return Step.of(s);
  }

  private static boolean owes(Open<Stage> s) {
    return s.session().priced().total().minor() > 0;
  }

  private static Step<State<Stage>, Effect> left(Open<Stage> s, String why) {
    return s.session().basket().isEmpty()
        ? Frame.end()
        : Frame.end(new Effect.RecordAbandoned(s.session(), why));
  }

  private static Step<State<Stage>, Effect> told(
      Open<Stage> s, List<Piece> pieces, Optional<NoticeKind> kind) {
    Optional<Screen.Notice> notice = kind.map(of -> new Screen.Notice(of, ""));
    return Step.of(s.at(new Presenting(pieces, notice)), new Effect.Beep(false));
  }

  private Step<State<Stage>, Effect> charge(
      Open<Stage> s, List<Piece> pieces, String provider, PayCode code, Stamped<Event> event) {
    Session session = s.session().nextOrder();
    Order order = rules.numbers().order(session, provider);
    return rules
        .charges()
        .begin(order, code, rules.numbers().reference(session), event)
        .as(charge -> s.with(session).at(new Paying(pieces, charge)));
  }

  private Step<State<Stage>, Effect> paying(
      Open<Stage> s, List<Piece> pieces, Charge charge, Stamped<Event> event) {
    Step<Charge, Effect> step = rules.charges().on(charge, s.view(), event);
    Payment payment = step.next().payment();
    return switch (step.next().end()) {
      case OPEN -> step.as(c -> s.at(new Paying(pieces, c)));
      case PAID ->
          turned(s, Vends.of(pieces).begun(), payment, event.stamp())
              .after(List.of(new Effect.RecordSale(s.session(), payment)))
              .after(step.effects());
      case REFUSED, LEFT -> step.as(_ -> s.at(new Refused(pieces, payment)));
      case HANDED_OVER ->
          HandedOver.begin(s.session(), step.next(), s.view(), event, rules.times().success())
              .<State<Stage>>as(handed -> s.at(new WithStaff(handed)))
              .after(step.effects());
    };
  }

  /** The motor of the piece that is to come turns for the first time. */
  private static Step<State<Stage>, Effect> turned(
      Open<Stage> s, Vends vends, Payment payment, long stamp) {
    boolean last = vends.coming().orElseThrow().once();
    return turned(s, new Dispensing(vends, payment, last, stamp));
  }

  private static Step<State<Stage>, Effect> turned(Open<Stage> s, Dispensing next) {
    long stamp = next.attempt();
    return Step.of(
        s.at(next),
        new Effect.Dispense(stamp, next.vends().coming().orElseThrow().slot()),
        new Effect.StartTimer(Timer.DISPENSING, stamp, LONGEST_FALL));
  }

  private Step<State<Stage>, Effect> dispensing(
      Open<Stage> s, Dispensing at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.Dispensed(long attempt, Drop drop) when attempt == at.attempt() ->
          fell(s, at, drop, event);
      // Whoever did not answer may still turn: nothing more is asked of it.
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.DISPENSING && attempt == at.attempt() ->
          over(s, at.vends().ended(Fate.UNCERTAIN).stopped(), at.payment(), event);
      case Told.Restarted _ ->
          over(s, at.vends().ended(Fate.UNCERTAIN).stopped(), at.payment(), event);
      default -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> fell(
      Open<Stage> s, Dispensing at, Drop drop, Stamped<Event> event) {
    if (drop == Drop.NOT_DELIVERED && !at.last()) {
      return turned(s, new Dispensing(at.vends(), at.payment(), true, event.stamp()));
    }
    Fate fate =
        switch (drop) {
          case DELIVERED -> Fate.DELIVERED;
          case NOT_DELIVERED -> Fate.NOT_DELIVERED;
          case UNCERTAIN -> Fate.UNCERTAIN;
        };
    Vends next = at.vends().ended(fate).begun();
    return next.coming().isPresent()
        ? turned(s, next, at.payment(), event.stamp())
        : over(s, next, at.payment(), event);
  }

  /** Nothing falls any more: each piece has come, goes back as money, or is looked at by staff. */
  private Step<State<Stage>, Effect> over(
      Open<Stage> s, Vends vends, Payment payment, Stamped<Event> event) {
    long stamp = event.stamp();
    List<Effect> effects = new ArrayList<>(List.of(new Effect.StopTimer(Timer.DISPENSING)));
    boolean unseen = vends.any(fate -> fate == Fate.UNCERTAIN);
    if (unseen) {
      String reference = rules.numbers().reference(s.session());
      effects.add(new Effect.CallStaff(stamp, "vend-uncertain", reference));
    }
    if (vends.any(Fate::isOwed)) {
      return rules
          .refunds()
          .begin(Returns.of(s.session(), payment.order(), vends.lines(Fate::isOwed)), event)
          .<State<Stage>>as(refund -> s.at(new Returning(vends, refund)))
          .after(effects);
    }
    Stage end = unseen ? new Review(vends, stamp) : new Delivered(vends, stamp);
    return Step.<State<Stage>, Effect>of(
            s.at(end), new Effect.StartTimer(Timer.CLOSING, stamp, rules.times().success()))
        .after(effects);
  }

  private Step<State<Stage>, Effect> returning(Open<Stage> s, Returning at, Stamped<Event> event) {
    Step<Refund, Effect> step = rules.refunds().on(at.refund(), s.view(), event);
    return switch (step.next()) {
      case Refund.Left _ -> Frame.<Stage>end().after(step.effects());
      case Refund.Idling _
          when at.refund() instanceof Refund.Refunding(Return goods, var no, _, _, _) ->
          owing(s, at.vends(), goods, no, event.stamp()).after(step.effects());
      default -> step.as(r -> s.at(new Returning(at.vends(), r)));
    };
  }

  /** The money does not go back from here: staff have to give it. */
  private Step<State<Stage>, Effect> owing(
      Open<Stage> s, Vends vends, Return goods, String requestNo, long stamp) {
    return Step.of(
        s.at(new Owing(vends, goods.sale().amount(goods.lines()).minor(), stamp)),
        new Effect.CallStaff(stamp, "refund-refused", requestNo),
        new Effect.StartTimer(Timer.CLOSING, stamp, rules.times().success()));
  }

  private Step<State<Stage>, Effect> ending(Open<Stage> s, long closing, Stamped<Event> event) {
    return switch (event.event()) {
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.CLOSING && attempt == closing ->
          Frame.end();
      case Touch(Intent.Finish _), Touch(Intent.NoPaper _) -> Frame.end();
      case Told.Restarted _, Touch(Intent.StillHere _) ->
          Step.of(s, new Effect.StartTimer(Timer.CLOSING, closing, rules.times().success()));
      default -> Step.of(s);
    };
  }
}
