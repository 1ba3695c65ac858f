package org.facepay.terminal.checkout;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.terminal.checkout.Stage.Attended;
import org.facepay.terminal.checkout.Stage.Choosing;
import org.facepay.terminal.checkout.Stage.ChoosingWallet;
import org.facepay.terminal.checkout.Stage.Meets;
import org.facepay.terminal.checkout.Stage.Paid;
import org.facepay.terminal.checkout.Stage.Paying;
import org.facepay.terminal.checkout.Stage.Presenting;
import org.facepay.terminal.checkout.Stage.Refused;
import org.facepay.terminal.checkout.Stage.Returning;
import org.facepay.terminal.checkout.Stage.Searching;
import org.facepay.terminal.checkout.Stage.Shopping;
import org.facepay.terminal.checkout.Stage.Splitting;
import org.facepay.terminal.checkout.Stage.Weighing;
import org.facepay.terminal.checkout.Stage.WithStaff;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.session.member.Met;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.session.refund.Refunds;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * Self-checkout as one pure function: scan, pay, receipt. One method for each stage says what can
 * happen there; what can happen wherever goods are chosen or paid for is {@link Till}'s.
 *
 * <pre>
 * Attract --scan, start--> Shopping --pay--> Choosing --code--> Presenting --pay code--> Paying --paid--> Paid -> Attract
 *    ^  \--stopped--> Closed     ^---------------back---------------/             |
 *    '--- wiped, cancelled ------'<------------- Refused <------------ not paid --'
 * </pre>
 */
public record Checkout(Rules rules) implements Frame.Kind<Stage> {

  @Override
  public Optional<Stage> opens(Event event) {
    return switch (event) {
      case Read.ItemScanned _,
          Read.BasketScanned _,
          Read.UnknownItemScanned _,
          Read.GoodsRefused _,
          Read.CouponScanned _,
          Read.UnreadableScanned _,
          Read.MemberCodeScanned _,
          Touch(Intent.Start _) ->
          Optional.of(Shopping.CALM);
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() ->
          Optional.of(new Attended(attendant, Task.Menu.FRESH));
      default -> Refunds.begins(event).map(Returning::new);
    };
  }

  @Override
  public Frame.Manner manner(Stage stage) {
    return switch (stage) {
      case Paying _ -> Frame.Manner.BUSY;
      case Paid _, WithStaff _ -> Frame.Manner.ENDS;
      case Attended _ -> Frame.Manner.ATTENDED;
      case Returning(Refund refund) ->
          switch (refund) {
            case Refund.Waiting _ -> Frame.Manner.AWAITS_STAFF;
            case Refund.Asking _, Refund.Ticking _ -> Frame.Manner.IDLES;
            case Refund.Refunding _ -> Frame.Manner.BUSY;
            case Refund.Refunded _, Refund.Left _ -> Frame.Manner.ENDS;
          };
      default -> Frame.Manner.IDLES;
    };
  }

  @Override
  public Step<Stage, Effect> withoutMember(Stage stage) {
    return switch (stage) {
      case Meets(Meeting.Following _) -> Step.of(Shopping.CALM, new Effect.StopChallenge());
      case Meets _ -> Step.of(Shopping.CALM);
      default -> Step.of(stage);
    };
  }

  @Override
  public Step<State<Stage>, Effect> open(Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    Step<State<Stage>, Effect> step =
        switch (s.stage()) {
          case Shopping shopping -> shopping(s, shopping, dialog, event);
          case Searching searching -> searching(s, searching, dialog, event);
          case Weighing weighing -> weighing(s, weighing, dialog, event);
          case Choosing _ -> choosing(s, dialog, event);
          case ChoosingWallet _ -> choosingWallet(s, dialog, event);
          case Splitting _ -> splitting(s, dialog, event);
          case Presenting presenting -> presenting(s, presenting, dialog, event);
          case Meets(Meeting meeting) -> meeting(s, meeting, dialog, event);
          case Paying(Charge charge) -> paying(s, charge, event);
          case Refused(Payment payment) -> refused(s, payment, dialog, event);
          case Paid paid -> new Sold(rules).on(s, paid, event);
          case WithStaff(HandedOver handed) -> withStaff(s, handed, event);
          case Attended attended -> service().on(s, attended, event);
          case Returning(Refund refund) -> returning(s, refund, event);
        };
    return withoutChallenge(s, step, event);
  }

  private Step<State<Stage>, Effect> shopping(
      Open<Stage> s, Shopping at, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.OpenLine(String line)) when till().line(s, line).isPresent() ->
          Step.of(
              s.at(
                  new Shopping(
                      till().line(s, line).get().number(), false, true, Optional.empty())));
      case Touch(Intent.CloseLine _), Touch(Intent.Back _) ->
          Step.of(s.at(new Shopping(at.open(), false, false, Optional.empty())));
      case Touch(Intent.Pay _) when waitsForBasket(at) -> Step.of(s, new Effect.Beep(false));
      case Touch(Intent.Pay _) -> choose(s, event);
      case Touch(Intent.NoBarcode _) -> Step.of(s.at(new Searching("", false)));
      default -> till().anywhere(s, dialog, event);
    };
  }

  /** What is on its way must not come while money moves: it would be paid by nobody. */
  private static boolean waitsForBasket(Shopping at) {
    return at.notice().filter(n -> n.kind() == NoticeKind.BASKET_COMING).isPresent();
  }

  private Step<State<Stage>, Effect> searching(
      Open<Stage> s, Searching at, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.SearchGoods _) -> Step.of(s.at(new Searching(at.query(), !at.letters())));
      case Touch(Intent.SearchLetter(char letter)) when at.query().length() < Till.LETTERS ->
          Step.of(s.at(new Searching(at.query() + letter, at.letters())));
      case Touch(Intent.ClearSearch _) -> Step.of(s.at(new Searching("", at.letters())));
      case Touched.GoodChosen(var product) -> Step.of(s.at(Till.onScale(product)));
      case Touch(Intent.Back _) -> Step.of(s.at(Shopping.CALM));
      default -> till().anywhere(s, dialog, event);
    };
  }

  /**
   * The weight is in the event that adds it, taken from the scale when the shopper touched the
   * button; the screen's weight is never billed.
   */
  private Step<State<Stage>, Effect> weighing(
      Open<Stage> s, Weighing at, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touched.Tared(int grams) when at.count() == 0 -> Step.of(s.at(till().tared(at, grams)));
      case Touch(Intent.MorePieces _) when at.count() > 0 -> Step.of(s.at(Till.counted(at, 1)));
      case Touch(Intent.FewerPieces _) when at.count() > 0 -> Step.of(s.at(Till.counted(at, -1)));
      case Touched.WeighedAdded(int grams) -> till().weighed(s, at, grams, event);
      case Touch(Intent.Back _) -> Step.of(s.at(new Searching("", false)));
      default -> till().anywhere(s, dialog, event);
    };
  }

  private Step<State<Stage>, Effect> choosing(Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.ChooseMethod(Method method)) -> chosen(s, method, event);
      case Touch(Intent.Back _) -> Step.of(s.at(Shopping.CALM));
      default -> till().anywhere(s, dialog, event);
    };
  }

  private Step<State<Stage>, Effect> chosen(Open<Stage> s, Method method, Stamped<Event> event) {
    var shown = rules.ways().shown();
    return switch (method) {
      case PAY_CODE -> Step.of(s.at(Presenting.AT_ONCE));
      case WALLET_QR ->
          shown.size() > 1
              ? Step.of(s.at(new ChoosingWallet()))
              : shown.isEmpty() ? Step.of(s) : till().show(s, shown.getFirst(), event);
      case CARD -> rules.ways().card().isEmpty() ? Step.of(s) : till().card(s, event);
      case FACE ->
          rules.meetings().payment().byFace(s.session())
              ? met(s, rules.meetings().pay(s.session(), event.stamp()), event)
              : Step.of(s);
      case WALLET_FACE ->
          rules.meetings().payment().byWalletCamera(s.session())
              ? met(s, rules.meetings().payment().challenge(s.session(), event.stamp()), event)
              : Step.of(s);
      case ALIPAY_QR, WECHAT_QR, STAFF -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> choosingWallet(
      Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.ChooseMethod(Method method)) ->
          rules
              .ways()
              .wallet(method)
              .map(wallet -> till().show(s, wallet, event))
              .orElseGet(() -> Step.of(s));
      case Touch(Intent.Back _) -> Step.of(s.at(new Choosing()));
      default -> till().anywhere(s, dialog, event);
    };
  }

  private Step<State<Stage>, Effect> splitting(Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.PayAtOnce _) -> Step.of(s.at(Presenting.AT_ONCE));
      case Touch(Intent.ChoosePlan(String months)) when rules.ways().offers(months) ->
          Step.of(s.at(new Presenting(Optional.empty(), Integer.parseInt(months))));
      case Touch(Intent.Back _) -> Step.of(s.at(Presenting.AT_ONCE));
      default -> till().anywhere(s, dialog, event);
    };
  }

  private Step<State<Stage>, Effect> presenting(
      Open<Stage> s, Presenting at, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.PayInParts _) -> split(s);
      case Touch(Intent.Back _) -> at.months() > 0 ? split(s) : Step.of(s.at(new Choosing()));
      default -> till().anywhere(s, dialog, event);
    };
  }

  private Step<State<Stage>, Effect> refused(
      Open<Stage> s, Payment payment, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.AnotherWay _) -> choose(s, event);
      case Touch(Intent.Retry _), Touch(Intent.NewCode _) ->
          till().again(s, payment.order(), event);
      case Touch(Intent.Back _) -> Step.of(s.at(new Choosing()));
      default -> till().anywhere(s, dialog, event);
    };
  }

  /** What happens to the goods happens here, too; all else is the meeting's. */
  private Step<State<Stage>, Effect> meeting(
      Open<Stage> s, Meeting meeting, Dialog dialog, Stamped<Event> event) {
    Session session = s.session();
    return switch (event.event()) {
      case TimerFired _ -> met(s, rules.meetings().tooLong(session, meeting), event);
      case Event goods when Till.isOfGoods(goods) -> till().anywhere(s, dialog, event);
      default -> met(s, rules.meetings().on(session, meeting, dialog, event), event);
    };
  }

  private Step<State<Stage>, Effect> paying(Open<Stage> s, Charge charge, Stamped<Event> event) {
    Step<Charge, Effect> step = rules.charges().on(charge, s.view(), event);
    Charge next = step.next();
    return switch (next.end()) {
      case OPEN -> step.as(c -> s.at(new Paying(c)));
      case PAID ->
          new Sold(rules)
              .begin(s, next.payment(), rules.goods().printAlways(), event)
              .after(step.effects());
      case REFUSED -> step.as(c -> s.at(new Refused(c.payment())));
      case LEFT -> step.as(c -> s.at(new Choosing()));
      case HANDED_OVER ->
          HandedOver.begin(s.session(), next, s.view(), event, rules.times().success())
              .<State<Stage>>as(handed -> s.at(new WithStaff(handed)))
              .after(step.effects());
    };
  }

  /** Whoever scans begins a new session. */
  private Step<State<Stage>, Effect> withStaff(
      Open<Stage> s, HandedOver handed, Stamped<Event> event) {
    if (event.event() instanceof Read.ItemScanned) {
      return rules.frame().step(State.start(), event);
    }
    return handed
        .on(event, rules.times().success())
        .as(h -> h.<State<Stage>>map(at -> s.at(new WithStaff(at))).orElseGet(State::start));
  }

  private Step<State<Stage>, Effect> returning(Open<Stage> s, Refund refund, Stamped<Event> event) {
    Step<Refund, Effect> step = rules.refunds().on(refund, s.view(), event);
    return step.next() instanceof Refund.Left
        ? Frame.<Stage>end().after(step.effects())
        : step.as(r -> s.at(new Returning(r)));
  }

  /** To the ways of paying, if there is anything to pay and nothing waits for a look of staff. */
  private Step<State<Stage>, Effect> choose(Open<Stage> s, Stamped<Event> event) {
    if (!s.session().ages().isEmpty()) {
      return ages().waits(s, event);
    }
    return Step.of(s.session().priced().total().minor() > 0 ? s.at(new Choosing()) : s);
  }

  /** In how many parts, where the total allows any. */
  private Step<State<Stage>, Effect> split(Open<Stage> s) {
    long total = s.session().priced().total().minor();
    return Step.of(rules.ways().instalments(total).isPresent() ? s.at(new Splitting()) : s);
  }

  /** What a meeting came to, as this session goes on. */
  Step<State<Stage>, Effect> met(Open<Stage> s, Step<Met, Effect> step, Stamped<Event> event) {
    Met met = step.next();
    Open<Stage> known = s.with(met.session());
    boolean called = step.effects().stream().anyMatch(Effect.CallStaff.class::isInstance);
    return switch (met.ends()) {
      case Met.On(Meeting meeting) ->
          step.as(_ -> (called ? known.with(s.view().withDialog()) : known).at(new Meets(meeting)));
      case Met.ToGoods(var notice) -> step.as(_ -> known.at(new Shopping(0, false, false, notice)));
      case Met.ToWays _ -> step.as(_ -> known.at(new Choosing()));
      case Met.Pays(Order order, Credential by) ->
          till().charge(known, order, by, event).after(step.effects());
    };
  }

  /** The wallet's camera does not go on asking a shopper who does something else. */
  private static Step<State<Stage>, Effect> withoutChallenge(
      Open<Stage> from, Step<State<Stage>, Effect> step, Stamped<Event> event) {
    boolean left =
        isFollowing(from)
            && !isFollowing(step.next())
            && !(event.event() instanceof Answered)
            && !step.effects().contains(new Effect.StopChallenge());
    return left ? step.and(List.of(new Effect.StopChallenge())) : step;
  }

  private static boolean isFollowing(State<Stage> state) {
    return state instanceof Open<Stage>(var _, var _, Meets(Meeting.Following _));
  }

  Till till() {
    return new Till(this);
  }

  Ages ages() {
    return new Ages(rules);
  }

  Service service() {
    return new Service(this);
  }
}
