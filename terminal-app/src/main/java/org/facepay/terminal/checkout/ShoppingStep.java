package org.facepay.terminal.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.checkout.State.Choosing;
import org.facepay.terminal.checkout.State.ChoosingWallet;
import org.facepay.terminal.checkout.State.Idling;
import org.facepay.terminal.checkout.State.Notice;
import org.facepay.terminal.checkout.State.Presenting;
import org.facepay.terminal.checkout.State.Refused;
import org.facepay.terminal.checkout.State.Shopping;
import org.facepay.terminal.checkout.State.Splitting;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Basket.Line;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.BagFinding;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * The part of {@link Checkout} in which no charge is open: filling the basket and choosing how to
 * pay.
 */
record ShoppingStep(Rules rules) {

  /**
   * @param state already touched: the dialog that was open is gone from it
   * @param dialog the one that was open
   */
  Step<State, Effect> step(Idling state, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.ItemScanned(Product product, Quantity quantity, String supplement) ->
          add(state, product, quantity, supplement);
      case Event.BagAdded(Product bag) -> add(state, bag, new Quantity.Pieces(1), "");
      case Event.UnknownItemScanned(String code) ->
          notFound(state, Notice.Kind.ITEM_NOT_FOUND, code);
      case Event.GoodsRefused(Product product, Event.Refusal why) ->
          notFound(state, refusal(why), product.text(state.view().english()).name());
      case Event.CouponScanned _ -> notFound(state, Notice.Kind.COUPON, "");
      case Event.UnreadableScanned _, Event.ReceiptScanned _, Event.ReceiptNotFound _ ->
          notFound(state, Notice.Kind.UNREADABLE, "");
      case Event.PayCodePresented(PayCode code, String provider) ->
          payCode(state, code, provider, event);
      case Event.BagsChecked(BagFinding finding, String name) -> bags(state, finding, name, event);
      case Event.BadgeScanned(String attendant)
          when !attendant.isEmpty() && state.session().bagPrompts() > 0 ->
          Step.of(
              quiet(state.with(state.session().withBagPrompts(0))),
              new Effect.AcceptBags(),
              new Effect.Beep(true));
      case Event.CountChanged(int line, int by) -> count(state, line, by);
      case Event.LineVoided(int line) ->
          shopping(state, state.session().basket().without(line), 0, false);
      case Event.LineOpened(int line)
          when state instanceof Shopping s && s.session().basket().line(line).isPresent() ->
          Step.of(new Shopping(s.view(), s.session(), line, false, true, Notice.NONE));
      case Event.LineClosed _ when state instanceof Shopping s ->
          Step.of(new Shopping(s.view(), s.session(), s.open(), false, false, Notice.NONE));
      case Event.CancelRequested _ -> cancel(state);
      case Event.CancelConfirmed _ when dialog == Dialog.CONFIRM_CANCEL ->
          Checkout.end(new Effect.RecordAbandoned(state.session(), "cancelled"));
      case Event.Finished _ when dialog == Dialog.STILL_THERE ->
          Checkout.end(new Effect.RecordAbandoned(state.session(), "finished"));
      case Event.PayRequested _ when state instanceof Shopping -> choose(state);
      case Event.AnotherWayRequested _ when state instanceof Refused -> choose(state);
      case Event.PayCodeChosen _ when state instanceof Choosing -> split(state);
      case Event.PlanChosen(int months)
          when state instanceof Splitting && rules.ways().offers(months) ->
          present(state, months);
      case Event.ShownCodeChosen _
          when state instanceof Choosing && !rules.ways().shown().isEmpty() ->
          rules.ways().shown().size() > 1
              ? Step.of(new ChoosingWallet(state.view(), state.session()))
              : new PayingStep(rules).show(state, rules.ways().shown().getFirst(), event);
      case Event.WalletChosen(String wallet)
          when state instanceof ChoosingWallet && rules.ways().shown().contains(wallet) ->
          new PayingStep(rules).show(state, wallet, event);
      case Event.CardChosen _ when state instanceof Choosing && !rules.ways().card().isEmpty() ->
          new PayingStep(rules).card(state, event);
      case Event.RetryRequested _ when state instanceof Refused refused -> again(refused, event);
      case Event.WentBack _ when !(state instanceof FaceState || state instanceof ProduceState) ->
          back(state);
      case Event.Continued _ -> Step.of(state.with(state.view().withoutDialog()));
      default -> new ProduceStep(this).step(state, dialog, event);
    };
  }

  /** Puts goods into the basket, unless that much of them costs nothing. */
  Step<State, Effect> add(Idling state, Product product, Quantity quantity, String supplement) {
    if (!product.isPriced(quantity)) {
      return notice(state, Notice.Kind.NOT_WEIGHED, product.text(state.view().english()).name());
    }
    Basket fuller = state.session().basket().add(product, quantity, supplement);
    if (!rules.limits().allow(fuller)) {
      return notice(state, Notice.Kind.BASKET_FULL, "");
    }
    Session session = state.session().with(fuller);
    int line = fuller.lines().getFirst().number();
    return withoutChallenge(
        state,
        Step.of(
            new Shopping(state.view(), session, line, true, false, Notice.NONE),
            new Effect.Beep(true)));
  }

  /** A soft word first, staff when it comes again; the next scan is never in anybody's way. */
  private Step<State, Effect> bags(
      Idling state, BagFinding finding, String name, Stamped<Event> event) {
    if (finding == BagFinding.RIGHT) {
      return Step.of(quiet(state));
    }
    int prompts = state.session().bagPrompts() + 1;
    Idling counted = state.with(state.session().withBagPrompts(prompts));
    if (prompts == 1 || finding == BagFinding.MISSING_ITEM) {
      return Step.of(
          counted instanceof Shopping s
              ? new Shopping(
                  s.view(),
                  s.session(),
                  s.open(),
                  false,
                  s.editing(),
                  new Notice(Notice.Kind.valueOf("BAG_" + finding.name()), name))
              : counted);
    }
    Idling asked =
        counted
            .with(counted.session().with(Dialog.valueOf("BAG_" + finding.name())))
            .with(counted.view().called(event.stamp(), event.at(), false));
    return Step.of(
        asked, new Effect.CallStaff(event.stamp(), "bag-check", rules.reference(state.session())));
  }

  /** Without a word about bags. */
  private static Idling quiet(Idling state) {
    return state instanceof Shopping s && s.notice().kind().name().startsWith("BAG_")
        ? new Shopping(s.view(), s.session(), s.open(), false, s.editing(), Notice.NONE)
        : state;
  }

  /** The wallet's camera does not go on asking a shopper who does something else. */
  private static Step<State, Effect> withoutChallenge(Idling from, Step<State, Effect> step) {
    if (!(from instanceof FaceState.Following)) {
      return step;
    }
    List<Effect> effects = new ArrayList<>(step.effects());
    effects.add(new Effect.StopChallenge());
    return new Step<>(step.next(), effects);
  }

  private Step<State, Effect> count(Idling state, int number, int by) {
    Optional<Line> line = state.session().basket().line(number);
    if (line.isEmpty()
        || !(line.get().quantity() instanceof Quantity.Pieces pieces)
        || Math.abs(by) != 1) {
      return Step.of(state);
    }
    Basket changed = state.session().basket().withCount(number, pieces.count() + by);
    if (by > 0 && !rules.limits().allow(changed)) {
      return notice(state, Notice.Kind.BASKET_FULL, "");
    }
    boolean still = changed.line(number).isPresent();
    return shopping(
        state, changed, still ? number : 0, still && state instanceof Shopping s && s.editing());
  }

  private static Step<State, Effect> shopping(
      Idling state, Basket basket, int open, boolean editing) {
    Session session = state.session().with(basket);
    return Step.of(new Shopping(state.view(), session, open, false, editing, Notice.NONE));
  }

  private static Notice.Kind refusal(Event.Refusal why) {
    return switch (why) {
      case EXPIRED -> Notice.Kind.EXPIRED_GOODS;
      case RECALLED -> Notice.Kind.RECALLED_GOODS;
      case NOT_WEIGHED -> Notice.Kind.NOT_WEIGHED;
    };
  }

  private static Step<State, Effect> notFound(Idling state, Notice.Kind kind, String detail) {
    return state instanceof Presenting
        ? notice(state, Notice.Kind.NOT_A_PAY_CODE, "")
        : notice(state, kind, detail);
  }

  private static Step<State, Effect> notice(Idling state, Notice.Kind kind, String detail) {
    Notice notice = new Notice(kind, detail);
    State next =
        switch (state) {
          case Presenting p
              when kind == Notice.Kind.NOT_A_PAY_CODE || kind == Notice.Kind.NOT_FOR_INSTALMENTS ->
              new Presenting(p.view(), p.session(), notice, p.months());
          case Shopping s -> new Shopping(s.view(), s.session(), s.open(), false, false, notice);
          default -> new Shopping(state.view(), state.session(), 0, false, false, notice);
        };
    return Step.of(next, new Effect.Beep(false));
  }

  private Step<State, Effect> payCode(
      Idling state, PayCode code, String provider, Stamped<Event> event) {
    boolean early =
        state instanceof Shopping
            || state instanceof ProduceState
            || (state instanceof FaceState f && !f.paying());
    if (early || state.session().basket().total().minor() <= 0) {
      return notice(state, Notice.Kind.PAY_CODE_TOO_EARLY, "");
    }
    if (provider.isEmpty()) {
      Presenting presenting = new Presenting(state.view(), state.session(), Notice.NONE, 0);
      return notice(presenting, Notice.Kind.NOT_A_PAY_CODE, "");
    }
    int months = state instanceof Presenting p ? p.months() : 0;
    if (months > 0
        && rules.ways().instalments().filter(i -> i.provider().equals(provider)).isEmpty()) {
      return notice(state, Notice.Kind.NOT_FOR_INSTALMENTS, "");
    }
    return withoutChallenge(
        state, new PayingStep(rules).begin(state, provider, months, code, event));
  }

  private static Step<State, Effect> cancel(Idling state) {
    return state.session().basket().isEmpty()
        ? Checkout.end()
        : Step.of(state.with(state.session().with(Dialog.CONFIRM_CANCEL)));
  }

  private static Step<State, Effect> choose(Idling state) {
    return state.session().basket().total().minor() <= 0
        ? Step.of(state)
        : Step.of(new Choosing(state.view(), state.session()));
  }

  /** Whoever may pay in parts is asked; everybody else is not kept waiting. */
  private Step<State, Effect> split(Idling state) {
    long total = state.session().basket().total().minor();
    return rules.ways().instalments(total).isPresent()
        ? Step.of(new Splitting(state.view(), state.session()))
        : present(state, 0);
  }

  private static Step<State, Effect> present(Idling state, int months) {
    return Step.of(new Presenting(state.view(), state.session(), Notice.NONE, months));
  }

  /** In the way that was refused. */
  private Step<State, Effect> again(Refused state, Stamped<Event> event) {
    Order refused = state.payment().order();
    if (refused.shown()) {
      return new PayingStep(rules).show(state, refused.provider(), event);
    }
    return refused.provider().equals(rules.ways().card())
        ? new PayingStep(rules).card(state, event)
        : present(state, refused.instalments());
  }

  private Step<State, Effect> back(Idling state) {
    return switch (state) {
      case Presenting p when p.months() > 0 -> split(p);
      case Presenting p -> Step.of(new Choosing(p.view(), p.session()));
      case Splitting s -> Step.of(new Choosing(s.view(), s.session()));
      case ChoosingWallet w -> Step.of(new Choosing(w.view(), w.session()));
      case Refused r -> Step.of(new Choosing(r.view(), r.session()));
      case Choosing c -> Step.of(new Shopping(c.view(), c.session(), 0, false, false, Notice.NONE));
      case Shopping s ->
          Step.of(new Shopping(s.view(), s.session(), s.open(), false, false, Notice.NONE));
      case ProduceState p -> Step.of(p);
      case FaceState f -> Step.of(f);
      case RefundState.Open r -> Step.of(r);
    };
  }
}
