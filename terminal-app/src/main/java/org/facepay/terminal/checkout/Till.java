package org.facepay.terminal.checkout;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.checkout.Stage.Meets;
import org.facepay.terminal.checkout.Stage.Paying;
import org.facepay.terminal.checkout.Stage.Presenting;
import org.facepay.terminal.checkout.Stage.Searching;
import org.facepay.terminal.checkout.Stage.Shopping;
import org.facepay.terminal.checkout.Stage.Weighing;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.ShownCode;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Basket.Issue;
import org.facepay.terminal.sale.Basket.Line;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.BagFinding;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.session.member.Met;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * What can happen to the goods wherever no charge is open, also while paying is being chosen, and
 * how a charge of them begins.
 */
record Till(Checkout checkout) {
  static final int LETTERS = 8;
  private static final int MOST_PIECES = 99;

  /** Whether an event is of the goods, whatever the screen shows. */
  static boolean isOfGoods(Event event) {
    return event instanceof Read
        || event instanceof Moved.BagsChecked
        || event instanceof Touched.BagAdded
        || event instanceof Answered.AgeChecked
        || event instanceof Answered.BagsAccepted
        || event instanceof Answered.BasketClaimed
        || (event instanceof Touch(Intent touched)
            && (touched instanceof Intent.OneMore
                || touched instanceof Intent.OneLess
                || touched instanceof Intent.RemoveLine
                || touched instanceof Intent.LeaveRestricted
                || touched instanceof Intent.Cancel
                || touched instanceof Intent.ConfirmCancel
                || touched instanceof Intent.Finish));
  }

  /**
   * @param s already touched: the dialog that was open is gone from it
   * @param dialog the one that was open
   */
  Step<State<Stage>, Effect> anywhere(Open<Stage> s, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Read read -> read(s, read, event);
      case Touched.BagAdded(Product bag) -> add(s, bag, new Quantity.Pieces(1), Issue.ANY, event);
      case Moved.BagsChecked(BagFinding finding, String name) ->
          new Bags(rules()).checked(s, finding, name, event);
      case Touch(Intent.OneMore(String line)) -> count(s, line, 1, event);
      case Touch(Intent.OneLess(String line)) -> count(s, line, -1, event);
      case Touch(Intent.RemoveLine(String line)) -> removed(s, line(s, line).stream().toList());
      case Touch(Intent.PutBack _)
          when s.stage() instanceof Shopping at && !at.removed().isEmpty() ->
          putBack(s, at.removed(), event);
      case Touch(Intent.LeaveRestricted _) -> removed(s, s.session().ages());
      case Answered.AgeChecked(long session, String attendant, var age, boolean old)
          when session == s.session().id() ->
          checkout.ages().looked(s, attendant, age, old, event);
      case Answered.BagsAccepted(long session, String attendant)
          when session == s.session().id() && s.session().attention().bags().wrong() ->
          checkout.service().bagsAccepted(s, attendant, event);
      case Answered.BasketClaimed answer when answer.session() == s.session().id() ->
          new Resuming(rules()).answered(s, answer, event);
      case Touch(Intent.Cancel _) -> cancel(s);
      case Touch(Intent.ConfirmCancel _) when dialog == Dialog.CONFIRM_CANCEL ->
          Frame.end(new Effect.RecordAbandoned(s.session(), "cancelled"));
      case Touch(Intent.Finish _) when dialog == Dialog.STILL_THERE ->
          Frame.end(new Effect.RecordAbandoned(s.session(), "finished"));
      case Touch(Intent.Member _) when rules().members().meets() ->
          checkout.met(s, rules().meetings().begin(s.session(), event.stamp()), event);
      case Answered.FaceAnswered(long _, FaceResult result) ->
          passing(s, rules().meetings().seenInPassing(s.session(), result));
      case Answered.MemberAnswered(long session, MemberResult result)
          when session == s.session().id() ->
          answered(s, result);
      case TimerFired _ ->
          passing(s, rules().meetings().seenInPassing(s.session(), new FaceResult.NotRecognised()));
      default -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> read(Open<Stage> s, Read read, Stamped<Event> event) {
    return switch (read) {
      case Read.ItemScanned(Product product, Quantity quantity, String supplement, String until) ->
          add(s, product, quantity, new Issue(supplement, until), event);
      case Read.UnknownItemScanned(String code) -> notFound(s, NoticeKind.ITEM_NOT_FOUND, code);
      case Read.GoodsRefused(Product product, Read.Refusal why) ->
          notFound(s, refusal(why), name(s, product));
      case Read.CouponScanned(String code) -> coupon(s, code);
      case Read.UnreadableScanned _, Read.ReceiptScanned _, Read.ReceiptNotFound _ ->
          notFound(s, NoticeKind.UNREADABLE, "");
      case Read.BasketScanned basket -> new Resuming(rules()).scanned(s, basket, event);
      case Read.PayCodePresented(PayCode code, String provider) ->
          payCode(s, code, provider, event);
      case Read.BadgeScanned(String attendant)
          when !attendant.isEmpty()
              && s.session().attention().bags().wrong()
              && s.session().ages().isEmpty() ->
          checkout.service().bagsAccepted(s, attendant, event);
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() ->
          checkout.service().begin(s, attendant, event);
      case Read.MemberCodeScanned(MemberCode code) when rules().members().codes() ->
          new Step<>(s, rules().meetings().scanned(s.session(), code));
      case Read.MemberCodeScanned _ -> notFound(s, NoticeKind.UNREADABLE, "");
      case Read.BadgeScanned _, Read.PayCodeHeldOff _ -> Step.of(s);
    };
  }

  /** It counts as soon as its terms are met, whatever else is in the basket then. */
  private Step<State<Stage>, Effect> coupon(Open<Stage> s, String code) {
    return switch (s.session().priced().offers().coupon(code)) {
      case NONE -> notFound(s, NoticeKind.COUPON, "");
      case TAKEN -> Step.of(s);
      case COUNTS ->
          Step.of(
              s.with(s.session().withCoupon(code))
                  .at(new Shopping(0, false, false, told(NoticeKind.COUPON_TAKEN, ""))),
              new Effect.Beep(true));
    };
  }

  /** Puts goods into the basket, unless that much of them costs nothing. */
  private Step<State<Stage>, Effect> add(
      Open<Stage> s, Product product, Quantity quantity, Issue issue, Stamped<Event> event) {
    return product.isPriced(quantity)
        ? fuller(s, s.session().basket().add(product, quantity, issue), event)
        : notice(s, NoticeKind.NOT_WEIGHED, name(s, product));
  }

  private Step<State<Stage>, Effect> fuller(Open<Stage> s, Basket basket, Stamped<Event> event) {
    Session fuller = s.session().with(basket);
    if (!fits(fuller)) {
      return notice(s, NoticeKind.BASKET_FULL, "");
    }
    int line = fuller.basket().lines().getFirst().number();
    return Step.<State<Stage>, Effect>of(
            s.with(fuller).at(new Shopping(line, true, false, Optional.empty())),
            new Effect.Beep(true))
        .and(checkout.ages().called(s.session(), fuller, event));
  }

  /** One of the goods without a barcode, on the scale or to be counted. */
  static Weighing onScale(Product product) {
    return new Weighing(product, 0, product.unit() == Product.Unit.PIECE ? 1 : 0, false);
  }

  static Weighing counted(Weighing at, int by) {
    int count = Math.clamp((long) at.count() + by, 1, MOST_PIECES);
    return new Weighing(at.product(), at.tareGrams(), count, false);
  }

  /** A bag is taken off, or put back on; what is more than a bag is goods, and billed. */
  Weighing tared(Weighing at, int grams) {
    boolean off = at.tareGrams() == 0 && rules().goods().limits().isBag(grams);
    boolean bagFirst = at.tareGrams() == 0 && !off;
    return new Weighing(at.product(), off ? grams : 0, at.count(), bagFirst);
  }

  Step<State<Stage>, Effect> weighed(Open<Stage> s, Weighing at, int grams, Stamped<Event> event) {
    int net = grams - at.tareGrams();
    if (at.count() == 0 && net < Weighing.LEAST_GRAMS) {
      return Step.of(s, new Effect.Beep(false));
    }
    Quantity much = at.count() > 0 ? new Quantity.Pieces(at.count()) : new Quantity.Grams(net);
    return add(s, at.product(), much, Issue.ANY, event);
  }

  /** One more of what staff have reduced costs what it costs. */
  private Step<State<Stage>, Effect> count(
      Open<Stage> s, String name, int by, Stamped<Event> event) {
    Optional<Line> line = line(s, name);
    if (line.isEmpty() || !(line.get().quantity() instanceof Quantity.Pieces(int pieces))) {
      return Step.of(s);
    }
    if (pieces + by < 1) {
      return removed(s, List.of(line.get()));
    }
    int number = line.get().number();
    if (by > 0 && line.get().percentOff() > 0) {
      return add(s, line.get().product(), new Quantity.Pieces(by), line.get().issue(), event);
    }
    Session changed = s.session().with(s.session().basket().withCount(number, pieces + by));
    if (by > 0 && !fits(changed)) {
      return notice(s, NoticeKind.BASKET_FULL, "");
    }
    boolean editing = s.stage() instanceof Shopping at && at.editing();
    return shopping(s, changed, number, editing);
  }

  /** Lines are taken out, and can be put back until something else happens to the basket. */
  private static Step<State<Stage>, Effect> removed(Open<Stage> s, List<Line> lines) {
    if (lines.isEmpty()) {
      return Step.of(s.at(Shopping.CALM));
    }
    Session without = s.session().with(s.session().basket().without(lines));
    String name = lines.size() == 1 ? name(s, lines.getFirst().product()) : "";
    return Step.of(
        s.with(without)
            .at(new Shopping(0, false, false, told(NoticeKind.LINE_REMOVED, name), lines)));
  }

  private Step<State<Stage>, Effect> putBack(
      Open<Stage> s, List<Line> lines, Stamped<Event> event) {
    Basket basket = s.session().basket();
    for (Line line : lines.reversed()) {
      basket = basket.back(line);
    }
    return fuller(s, basket, event);
  }

  private boolean fits(Session session) {
    return rules()
        .goods()
        .limits()
        .allow(session.basket().articles(), session.priced().total().minor());
  }

  private static Step<State<Stage>, Effect> shopping(
      Open<Stage> s, Session session, int open, boolean editing) {
    return Step.of(s.with(session).at(new Shopping(open, false, editing, Optional.empty())));
  }

  /** A line of the basket by the name the page has for it. */
  Optional<Line> line(Open<Stage> s, String name) {
    return s.session().basket().lines().stream()
        .filter(l -> Integer.toString(l.number()).equals(name))
        .findFirst();
  }

  private static NoticeKind refusal(Read.Refusal why) {
    return switch (why) {
      case EXPIRED -> NoticeKind.EXPIRED_GOODS;
      case RECALLED -> NoticeKind.RECALLED_GOODS;
      case NOT_WEIGHED -> NoticeKind.NOT_WEIGHED;
    };
  }

  private Step<State<Stage>, Effect> notFound(Open<Stage> s, NoticeKind kind, String detail) {
    return s.stage() instanceof Presenting
        ? notice(s, NoticeKind.NOT_A_PAY_CODE, "")
        : notice(s, kind, detail);
  }

  Step<State<Stage>, Effect> notice(Open<Stage> s, NoticeKind kind, String detail) {
    Optional<Screen.Notice> notice = told(kind, detail);
    Stage next =
        switch (s.stage()) {
          case Presenting(var _, int months)
              when kind == NoticeKind.NOT_A_PAY_CODE || kind == NoticeKind.NOT_FOR_INSTALMENTS ->
              new Presenting(notice, months);
          case Shopping(int open, var _, var _, var _, var _) ->
              new Shopping(open, false, false, notice);
          default -> new Shopping(0, false, false, notice);
        };
    return Step.of(s.at(next), new Effect.Beep(false));
  }

  private static Optional<Screen.Notice> told(NoticeKind kind, String detail) {
    return Optional.of(new Screen.Notice(kind, detail));
  }

  private static Step<State<Stage>, Effect> cancel(Open<Stage> s) {
    return s.session().basket().isEmpty()
        ? Frame.end()
        : Step.of(s.with(s.session().with(Dialog.CONFIRM_CANCEL)));
  }

  private Step<State<Stage>, Effect> answered(Open<Stage> s, MemberResult result) {
    return switch (result) {
      case MemberResult.Found(FoundMember member) ->
          passing(s, rules().meetings().foundInPassing(s.session(), member));
      case MemberResult.Joined(FoundMember member) ->
          passing(s, rules().meetings().foundInPassing(s.session(), member));
      case MemberResult.NotFound _, MemberResult.TakenNumber _ ->
          notFound(s, NoticeKind.MEMBER_NOT_FOUND, "");
      case MemberResult.Unavailable _ -> notFound(s, NoticeKind.MEMBERS_UNAVAILABLE, "");
    };
  }

  /** A member was met behind the goods, or nobody: told in passing. */
  private static Step<State<Stage>, Effect> passing(Open<Stage> s, Step<Met, Effect> step) {
    Session known = step.next().session();
    return step.as(
        met ->
            s.stage() instanceof Shopping(int open, var _, boolean editing, var _, var _)
                    && met.ends() instanceof Met.ToGoods(var notice)
                ? s.with(known).at(new Shopping(open, false, editing, notice))
                : s.with(known));
  }

  /** A wallet's code where it can pay now. */
  private Step<State<Stage>, Effect> payCode(
      Open<Stage> s, PayCode code, String provider, Stamped<Event> event) {
    boolean early =
        s.stage() instanceof Shopping
            || s.stage() instanceof Searching
            || s.stage() instanceof Weighing
            || (s.stage() instanceof Meets(Meeting meeting) && !meeting.paying());
    if (early || s.session().priced().total().minor() <= 0) {
      return notice(s, NoticeKind.PAY_CODE_TOO_EARLY, "");
    }
    if (provider.isEmpty()) {
      return notice(s.at(Presenting.AT_ONCE), NoticeKind.NOT_A_PAY_CODE, "");
    }
    int months = s.stage() instanceof Presenting(var _, int parts) ? parts : 0;
    boolean whole =
        rules().ways().instalments().filter(i -> i.provider().equals(provider)).isEmpty();
    return months > 0 && whole
        ? notice(s, NoticeKind.NOT_FOR_INSTALMENTS, "")
        : charge(s, provider, months, code, event);
  }

  /** In the way that was refused. */
  Step<State<Stage>, Effect> again(Open<Stage> s, Order refused, Stamped<Event> event) {
    if (refused.shown()) {
      return show(s, refused.provider(), event);
    }
    return refused.provider().equals(rules().ways().card())
        ? card(s, event)
        : Step.of(s.at(new Presenting(Optional.empty(), refused.instalments())));
  }

  /** Shows a code that the shopper's phone scans. */
  Step<State<Stage>, Effect> show(Open<Stage> s, String wallet, Stamped<Event> event) {
    return charge(s, wallet, 0, new ShownCode(rules().ways().shownValid()), event);
  }

  /** Lets the card terminal ask for a card. */
  Step<State<Stage>, Effect> card(Open<Stage> s, Stamped<Event> event) {
    return charge(s, rules().ways().card(), 0, new CardPresented(), event);
  }

  /** Charges the basket under the session's next order number, in so many parts. */
  private Step<State<Stage>, Effect> charge(
      Open<Stage> s, String provider, int months, Credential by, Stamped<Event> event) {
    Session session = s.session().nextOrder();
    Order order = rules().numbers().order(session, provider, months, by instanceof ShownCode);
    return charge(s.with(session), order, by, event);
  }

  /**
   * Charges an order that the session has counted already; the camera goes off. Nothing is charged
   * for goods that wait for a look of staff.
   */
  Step<State<Stage>, Effect> charge(
      Open<Stage> s, Order order, Credential by, Stamped<Event> event) {
    Session session = s.session();
    if (!session.ages().isEmpty()) {
      return checkout.ages().waits(s, event);
    }
    Step<Charge, Effect> step =
        rules().charges().begin(order, by, rules().numbers().reference(session), event);
    return step.<State<Stage>>as(
            c -> s.with(session.with(session.look().still())).at(new Paying(c)))
        .after(session.look().offIfOn());
  }

  private static String name(Open<Stage> s, Product product) {
    return product.text(s.view().language()).name();
  }

  private Rules rules() {
    return checkout.rules();
  }
}
