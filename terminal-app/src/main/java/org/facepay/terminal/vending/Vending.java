package org.facepay.terminal.vending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.session.member.Met;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.session.restock.Restock;
import org.facepay.terminal.session.restock.Restocks;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.facepay.terminal.vending.Stage.Choosing;
import org.facepay.terminal.vending.Stage.Delivered;
import org.facepay.terminal.vending.Stage.Dispensing;
import org.facepay.terminal.vending.Stage.NotSold;
import org.facepay.terminal.vending.Stage.Owing;
import org.facepay.terminal.vending.Stage.Paying;
import org.facepay.terminal.vending.Stage.Piece;
import org.facepay.terminal.vending.Stage.Presenting;
import org.facepay.terminal.vending.Stage.Refused;
import org.facepay.terminal.vending.Stage.Restocking;
import org.facepay.terminal.vending.Stage.Returning;
import org.facepay.terminal.vending.Stage.Review;
import org.facepay.terminal.vending.Stage.Selecting;
import org.facepay.terminal.vending.Stage.Shown;
import org.facepay.terminal.vending.Stage.WithStaff;

/**
 * A vending machine as one pure function: choose, pay, and the pieces fall one after the other.
 * What did not fall, at its second try either, has its money going back; where nobody saw whether
 * it fell, staff decide, and its slot is never turned again.
 *
 * <pre>
 *                                     Presenting --face, member's code--> Meeting --confirmed--> Paying
 * Attract --slot--> Choosing --pay--> Presenting --pay code--> Paying --paid--> Dispensing --all fell--> Delivered -> Attract
 *                                                                 | not paid        |--nobody saw some--> Review -> Attract
 *                                                                 |                 '--some did not--> Returning -> Attract
 * Attract --badge--> Restocking -> Attract                     Refused                                     '--refused--> Owing
 *
 * Attract --code, start--> Selecting --chosen at the keypad--> Presenting, Paying; --not sold there--> NotSold -> Attract
 * </pre>
 */
public record Vending(Rules rules) implements Frame.Kind<Stage> {
  @Override
  public Optional<Stage> opens(Event event) {
    return switch (event) {
      case Touched.PieceChosen _, Touched.SlotChosen _ ->
          Optional.of(new Choosing(List.of(), false));
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() ->
          Optional.of(new Restocking(Restocks.opened(attendant)));
      default -> keypad().opens(event) ? Optional.of(Selecting.NOTHING) : Optional.empty();
    };
  }

  @Override
  public Frame.Manner manner(Stage stage) {
    return switch (stage) {
      case Choosing _, Selecting _, Presenting _, Stage.Meeting _, Refused _ -> Frame.Manner.IDLES;
      case Paying _, Dispensing _, Returning(var _, Refund.Refunding _) -> Frame.Manner.BUSY;
      case Restocking _ -> Frame.Manner.ATTENDED;
      case WithStaff _, NotSold _, Delivered _, Review _, Owing _, Returning _ -> Frame.Manner.ENDS;
    };
  }

  /** A member who is gone pays with nothing. */
  @Override
  public Step<Stage, Effect> withoutMember(Stage stage) {
    return stage instanceof Stage.Meeting(var pieces, var _)
        ? Step.of(new Presenting(pieces, Optional.empty()))
        : Step.of(stage);
  }

  @Override
  public List<Effect> left(Stage stage) {
    return keypad().denial(stage);
  }

  @Override
  public Step<State<Stage>, Effect> open(Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    Optional<Step<State<Stage>, Effect>> told = keypad().told(s, manner(s.stage()), event.event());
    return told.orElseGet(() -> keypad().withDenial(s.stage(), stage(s, dialog, event)));
  }

  private Step<State<Stage>, Effect> stage(Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    return switch (s.stage()) {
      case Choosing choosing -> choosing(s, choosing, dialog, event);
      case Selecting selecting ->
          keypad()
              .selecting(
                  s, selecting, event, (at, pieces, shown) -> chosen(at, pieces, shown, event));
      case NotSold(var _, long _) when event.event() instanceof Moved.VendRefused(var why) ->
          keypad().notSold(s, why, event.stamp());
      case NotSold(var _, long closing) -> Frame.ending(s, closing, rules.times().success(), event);
      case Presenting(var pieces, var _) -> presenting(s, pieces, dialog, event);
      case Stage.Meeting(var pieces, var meeting) -> meeting(s, pieces, meeting, dialog, event);
      case Paying(var pieces, Charge charge) -> paying(s, pieces, charge, event);
      case WithStaff(HandedOver handed) ->
          handed
              .on(event, rules.times().success())
              .as(h -> h.<State<Stage>>map(at -> s.at(new WithStaff(at))).orElseGet(State::start));
      case Refused(var pieces, Payment _) -> refused(s, pieces, dialog, event);
      case Dispensing dispensing -> delivery().dispensing(s, dispensing, event);
      case Delivered(Vends _, long closing) ->
          Frame.ending(s, closing, rules.times().success(), event);
      case Review(Vends _, long closing) ->
          Frame.ending(s, closing, rules.times().success(), event);
      case Owing(Vends _, long _, long closing) ->
          Frame.ending(s, closing, rules.times().success(), event);
      case Returning returning -> delivery().returning(s, returning, event);
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

  /** Something was chosen at the keypad: the code that was shown before pays it. */
  private Step<State<Stage>, Effect> chosen(
      Open<Stage> s, List<Piece> pieces, Optional<Shown> shown, Stamped<Event> event) {
    return shown
        .filter(_ -> owes(s))
        .map(by -> charge(s, pieces, by.provider(), by.code(), event))
        .orElseGet(() -> Step.of(s.at(new Presenting(pieces, Optional.empty()))));
  }

  /** What was chosen on the page may be changed; what was chosen at the keypad is given up. */
  private Step<State<Stage>, Effect> back(Open<Stage> s, List<Piece> pieces) {
    return rules.byKeypad() ? left(s, "cancelled") : Step.of(s.at(new Choosing(pieces, false)));
  }

  private Step<State<Stage>, Effect> presenting(
      Open<Stage> s, List<Piece> pieces, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Read.PayCodePresented(PayCode code, String provider)
          when !provider.isEmpty() && owes(s) ->
          charge(s, pieces, provider, code, event);
      case Read.PayCodeHeldOff _ -> told(s, pieces, Optional.empty());
      case Read.MemberCodeScanned(MemberCode code)
          when rules.meetings().payment().byCode(s.session()) ->
          new Step<>(s, rules.meetings().scanned(s.session(), code));
      case Answered.MemberAnswered(long asked, MemberResult result)
          when asked == s.session().id() ->
          met(s, pieces, rules.meetings().payment().answered(s.session(), result), event);
      case Read _ -> told(s, pieces, Optional.of(NoticeKind.NOT_A_PAY_CODE));
      case Touch(Intent.ChooseMethod(Screen.Method method))
          when method == Screen.Method.FACE && rules.meetings().payment().byFace(s.session()) ->
          met(s, pieces, rules.meetings().pay(s.session(), event.stamp()), event);
      case Touch(Intent.Back _) -> back(s, pieces);
      default -> anywhere(s, pieces, dialog, event);
    };
  }

  /** A wallet's code may be shown instead of a face at any time. */
  private Step<State<Stage>, Effect> meeting(
      Open<Stage> s, List<Piece> pieces, Meeting meeting, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case TimerFired(Timer timer, long _) when timer == Timer.LOOK ->
          met(s, pieces, rules.meetings().tooLong(s.session(), meeting), event);
      case Read.PayCodePresented(PayCode code, String provider)
          when meeting.paying() && !provider.isEmpty() && owes(s) ->
          charge(s, pieces, provider, code, event);
      case Read.PayCodeHeldOff _ -> {
        Session still = s.session().with(s.session().look().still());
        yield told(s.with(still), pieces, Optional.empty()).after(s.session().look().offIfOn());
      }
      case Read _ -> Step.of(s, new Effect.Beep(false));
      default -> met(s, pieces, rules.meetings().on(s.session(), meeting, dialog, event), event);
    };
  }

  /** What a step of a meeting came to. */
  private Step<State<Stage>, Effect> met(
      Open<Stage> s, List<Piece> pieces, Step<Met, Effect> step, Stamped<Event> event) {
    Met met = step.next();
    Open<Stage> known = s.with(met.session());
    return switch (met.ends()) {
      case Met.On(Meeting meeting) -> step.as(_ -> known.at(new Stage.Meeting(pieces, meeting)));
      case Met.ToGoods(var notice) -> step.as(_ -> known.at(new Presenting(pieces, notice)));
      case Met.ToWays _ -> step.as(_ -> known.at(new Presenting(pieces, Optional.empty())));
      case Met.Pays(Order order, Credential by) ->
          charge(known, pieces, order, by, event).after(step.effects());
    };
  }

  private Step<State<Stage>, Effect> refused(
      Open<Stage> s, List<Piece> pieces, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.Retry _) -> Step.of(s.at(new Presenting(pieces, Optional.empty())));
      case Touch(Intent.AnotherWay _), Touch(Intent.Back _) -> back(s, pieces);
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

  static Step<State<Stage>, Effect> left(Open<Stage> s, String why) {
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
    return charge(s.with(session), pieces, rules.numbers().order(session, provider), code, event);
  }

  /** An order that the session has counted already; the camera goes off. */
  private Step<State<Stage>, Effect> charge(
      Open<Stage> s, List<Piece> pieces, Order order, Credential by, Stamped<Event> event) {
    Session session = s.session();
    return rules
        .charges()
        .begin(order, by, rules.numbers().reference(session), event)
        .<State<Stage>>as(
            charge -> s.with(session.with(session.look().still())).at(new Paying(pieces, charge)))
        .after(s.session().look().offIfOn());
  }

  private Step<State<Stage>, Effect> paying(
      Open<Stage> s, List<Piece> pieces, Charge charge, Stamped<Event> event) {
    Step<Charge, Effect> step = rules.charges().on(charge, s.view(), event);
    Payment payment = step.next().payment();
    return switch (step.next().end()) {
      case OPEN -> step.as(c -> s.at(new Paying(pieces, c)));
      case PAID ->
          Delivery.turned(s, Vends.of(pieces).begun(), payment, event.stamp())
              .after(List.of(new Effect.RecordSale(s.session(), payment)))
              .after(step.effects());
      case REFUSED, LEFT -> step.as(_ -> s.at(new Refused(pieces, payment)));
      case HANDED_OVER ->
          HandedOver.begin(s.session(), step.next(), s.view(), event, rules.times().success())
              .<State<Stage>>as(handed -> s.at(new WithStaff(handed)))
              .after(step.effects());
    };
  }

  private Keypad keypad() {
    return new Keypad(rules);
  }

  private Delivery delivery() {
    return new Delivery(rules);
  }
}
