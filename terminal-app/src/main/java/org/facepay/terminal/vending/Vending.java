package org.facepay.terminal.vending;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.facepay.terminal.session.PastSale;
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
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.facepay.terminal.vending.Stage.Choosing;
import org.facepay.terminal.vending.Stage.Delivered;
import org.facepay.terminal.vending.Stage.Dispensing;
import org.facepay.terminal.vending.Stage.Owing;
import org.facepay.terminal.vending.Stage.Paying;
import org.facepay.terminal.vending.Stage.Presenting;
import org.facepay.terminal.vending.Stage.Refused;
import org.facepay.terminal.vending.Stage.Returning;
import org.facepay.terminal.vending.Stage.Review;
import org.facepay.terminal.vending.Stage.WithStaff;

/**
 * A vending machine as one pure function: choose, pay, and it falls, or the money goes back, or
 * staff decide. What was asked of the dispenser is never asked again: a second turn would be a
 * second article.
 *
 * <pre>
 * Attract --slot--> Choosing --pay--> Presenting --pay code--> Paying --paid--> Dispensing --fell--> Delivered -> Attract
 *                                                                 | not paid        |--nobody saw--> Review -> Attract
 *                                                                 |                 '--did not--> Returning -> Attract
 *                                                              Refused                              '--refused--> Owing
 * </pre>
 */
public record Vending(Rules rules) implements Frame.Kind<Stage> {
  /** Longer than the slowest machine takes; whoever has not answered by then will not. */
  private static final Duration LONGEST_FALL = Duration.ofSeconds(60);

  @Override
  public Optional<Stage> opens(Event event) {
    return event instanceof Touched.SlotChosen(int slot, Product _)
        ? Optional.of(new Choosing(slot))
        : Optional.empty();
  }

  @Override
  public Frame.Manner manner(Stage stage) {
    return switch (stage) {
      case Choosing _, Presenting _, Refused _ -> Frame.Manner.IDLES;
      case Paying _, Dispensing _, Returning(Refund.Refunding _) -> Frame.Manner.BUSY;
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
      case Choosing(int slot) -> choosing(s, slot, dialog, event);
      case Presenting(int slot, var _) -> presenting(s, slot, dialog, event);
      case Paying(int slot, Charge charge) -> paying(s, slot, charge, event);
      case WithStaff(HandedOver handed) ->
          handed
              .on(event, rules.times().success())
              .as(h -> h.<State<Stage>>map(at -> s.at(new WithStaff(at))).orElseGet(State::start));
      case Refused(int slot, Payment _) -> refused(s, slot, dialog, event);
      case Dispensing dispensing -> dispensing(s, dispensing, event);
      case Delivered(Payment _, long closing) -> ending(s, closing, event);
      case Review(long closing) -> ending(s, closing, event);
      case Owing(long _, long closing) -> ending(s, closing, event);
      case Returning(Refund refund) -> returning(s, refund, event);
    };
  }

  private Step<State<Stage>, Effect> choosing(
      Open<Stage> s, int slot, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.Pay _) when owes(s) ->
          Step.of(s.at(new Presenting(slot, Optional.empty())));
      case Touch(Intent.Back _) -> left(s, "cancelled");
      default -> anywhere(s, dialog, event);
    };
  }

  private Step<State<Stage>, Effect> presenting(
      Open<Stage> s, int slot, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Read.PayCodePresented(PayCode code, String provider)
          when !provider.isEmpty() && owes(s) ->
          charge(s, slot, provider, code, event);
      case Read _ -> told(s, slot, NoticeKind.NOT_A_PAY_CODE);
      case Touch(Intent.Back _) -> Step.of(s.at(new Choosing(slot)));
      default -> anywhere(s, dialog, event);
    };
  }

  private Step<State<Stage>, Effect> refused(
      Open<Stage> s, int slot, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.Retry _) -> Step.of(s.at(new Presenting(slot, Optional.empty())));
      case Touch(Intent.AnotherWay _), Touch(Intent.Back _) -> Step.of(s.at(new Choosing(slot)));
      default -> anywhere(s, dialog, event);
    };
  }

  /** While nothing is paid, another slot may be chosen and the machine left. */
  private Step<State<Stage>, Effect> anywhere(Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touched.SlotChosen(int chosen, Product product) -> chosen(s, chosen, product);
      case Read _ -> Step.of(s, new Effect.Beep(false));
      case Touch(Intent.Cancel _) -> left(s, "cancelled");
      case Touch(Intent.Finish _) when dialog == Dialog.STILL_THERE -> left(s, "finished");
      default -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> chosen(Open<Stage> s, int slot, Product product) {
    Basket one = Basket.empty(rules.currency()).add(product, new Quantity.Pieces(1), "");
    return Step.of(s.with(s.session().with(one)).at(new Choosing(slot)));
  }

  private static boolean owes(Open<Stage> s) {
    return s.session().priced().total().minor() > 0;
  }

  private static Step<State<Stage>, Effect> left(Open<Stage> s, String why) {
    return Frame.end(new Effect.RecordAbandoned(s.session(), why));
  }

  private static Step<State<Stage>, Effect> told(Open<Stage> s, int slot, NoticeKind kind) {
    Optional<Screen.Notice> notice = Optional.of(new Screen.Notice(kind, ""));
    return Step.of(s.at(new Presenting(slot, notice)), new Effect.Beep(false));
  }

  private Step<State<Stage>, Effect> charge(
      Open<Stage> s, int slot, String provider, PayCode code, Stamped<Event> event) {
    Session session = s.session().nextOrder();
    Order order = rules.numbers().order(session, provider);
    return rules
        .charges()
        .begin(order, code, rules.numbers().reference(session), event)
        .as(charge -> s.with(session).at(new Paying(slot, charge)));
  }

  private Step<State<Stage>, Effect> paying(
      Open<Stage> s, int slot, Charge charge, Stamped<Event> event) {
    Step<Charge, Effect> step = rules.charges().on(charge, s.view(), event);
    Payment payment = step.next().payment();
    return switch (step.next().end()) {
      case OPEN -> step.as(c -> s.at(new Paying(slot, c)));
      case PAID ->
          step.<State<Stage>>as(_ -> s.at(new Dispensing(slot, payment, event.stamp())))
              .and(
                  List.of(
                      new Effect.RecordSale(s.session(), payment),
                      new Effect.Dispense(event.stamp(), slot),
                      new Effect.StartTimer(Timer.DISPENSING, event.stamp(), LONGEST_FALL)));
      case REFUSED, LEFT -> step.as(_ -> s.at(new Refused(slot, payment)));
      case HANDED_OVER ->
          HandedOver.begin(step.next(), s.view(), event, rules.times().success())
              .<State<Stage>>as(handed -> s.at(new WithStaff(handed)))
              .and(
                  List.of(
                      new Effect.RecordHandedOver(
                          s.session(), payment, step.next().handing().orElseThrow().attendant())))
              .after(step.effects());
    };
  }

  private Step<State<Stage>, Effect> dispensing(
      Open<Stage> s, Dispensing at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.Dispensed(long attempt, Drop drop) when attempt == at.attempt() ->
          fell(s, at, drop, event);
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.DISPENSING && attempt == at.attempt() ->
          fell(s, at, Drop.UNCERTAIN, event);
      case Told.Restarted _ -> fell(s, at, Drop.UNCERTAIN, event);
      default -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> fell(
      Open<Stage> s, Dispensing at, Drop drop, Stamped<Event> event) {
    long stamp = event.stamp();
    Effect closing = new Effect.StartTimer(Timer.CLOSING, stamp, rules.times().success());
    Step<State<Stage>, Effect> next =
        switch (drop) {
          case DELIVERED -> Step.of(s.at(new Delivered(at.payment(), stamp)), closing);
          case NOT_DELIVERED ->
              rules
                  .refunds()
                  .begin(notCome(s.session(), at.payment()), event)
                  .as(refund -> s.at(new Returning(refund)));
          case UNCERTAIN ->
              Step.of(
                  s.at(new Review(stamp)),
                  new Effect.CallStaff(
                      stamp, "vend-uncertain", rules.numbers().reference(s.session())),
                  closing);
        };
    return next.after(List.of(new Effect.StopTimer(Timer.DISPENSING)));
  }

  /** What was paid and did not come: all of it. */
  private static Return notCome(Session session, Payment payment) {
    Order order = payment.order();
    Product product = session.basket().lines().getFirst().product();
    long total = order.amount().minor();
    PastSale.PastLine line =
        new PastSale.PastLine(
            1,
            product.code(),
            product.zh().name(),
            product.en().name(),
            product.picture(),
            "×1",
            total,
            false);
    PastSale sale =
        new PastSale(
            order.outTradeNo(),
            order.provider(),
            order.amount().currency().getCurrencyCode(),
            total,
            0,
            List.of(line));
    return new Return(sale, List.of(1), "");
  }

  private Step<State<Stage>, Effect> returning(Open<Stage> s, Refund refund, Stamped<Event> event) {
    Step<Refund, Effect> step = rules.refunds().on(refund, s.view(), event);
    return switch (step.next()) {
      case Refund.Left _ -> Frame.<Stage>end().after(step.effects());
      case Refund.Idling _ when refund instanceof Refund.Refunding(Return goods, var no, _, _, _) ->
          owing(s, goods, no, event.stamp()).after(step.effects());
      default -> step.as(r -> s.at(new Returning(r)));
    };
  }

  /** The money does not go back from here: staff have to give it. */
  private Step<State<Stage>, Effect> owing(
      Open<Stage> s, Return goods, String requestNo, long stamp) {
    return Step.of(
        s.at(new Owing(goods.sale().totalMinor(), stamp)),
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
