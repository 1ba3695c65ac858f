package org.facepay.terminal.vending;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.screen.VendingScreen;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.screen.ChargeScreens;
import org.facepay.terminal.screen.Displays;
import org.facepay.terminal.screen.Figures;
import org.facepay.terminal.screen.Page;
import org.facepay.terminal.screen.Surroundings;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.View;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.session.refund.Refund;

/** The page of a vending machine as a function of its state, in the shopper's language. */
public record Screens(Identity identity, Rules rules) implements Page<Stage> {

  @Override
  public Snapshot snapshot(long seq, State<Stage> state, Surroundings around) {
    Display display = Displays.of(identity, state.view(), around);
    return new Snapshot(
        seq, display, screen(state, around), Displays.question(state, rules.times()));
  }

  private Screen screen(State<Stage> state, Surroundings around) {
    Language language = state.view().language();
    return switch (state) {
      case State.Open<Stage> open when around.stopped().isEmpty() || isPaid(open.stage()) ->
          screen(open, around);
      case State<Stage> _ when around.stopped().isPresent() ->
          new Screen.Closed(around.stopped().get());
      case State.Open<Stage> open -> screen(open, around);
      case State.Attract<Stage> _ -> shelf(language, 0);
      case State.Closed<Stage> closed -> new Screen.Closed(closed.reason());
    };
  }

  private static boolean isPaid(Stage stage) {
    return !(stage instanceof Stage.Choosing
        || stage instanceof Stage.Presenting
        || stage instanceof Stage.Refused);
  }

  private Screen screen(State.Open<Stage> s, Surroundings around) {
    View view = s.view();
    Language language = view.language();
    Session session = s.session();
    Priced priced = session.priced();
    ChargeScreens charges = new ChargeScreens(rules.payments(), Ways.NONE, Members.NONE);
    return switch (s.stage()) {
      case Stage.Choosing(int slot) -> shelf(language, slot);
      case Stage.Presenting(int _, Optional<Screen.Notice> notice) ->
          new Screen.PresentCode(Figures.totals(priced, language), Displays.notice(notice, around));
      case Stage.Paying(int _, Charge charge) -> charges.charging(charge, session, view, around);
      case Stage.Refused(int _, Payment payment) -> charges.refused(payment, session, view);
      case Stage.WithStaff(HandedOver handed) -> charges.handed(handed, rules.times());
      case Stage.Dispensing _ -> new VendingScreen.Dispensing(chosen(priced, language));
      case Stage.Delivered _ -> new VendingScreen.Collect(chosen(priced, language));
      case Stage.Returning(Refund refund) -> givingBack(priced, refund, view);
      case Stage.Review(long _) ->
          notDelivered(priced, priced.total().minor(), VendingScreen.Money.REVIEW, view);
      case Stage.Owing(long minor, long _) ->
          notDelivered(priced, minor, VendingScreen.Money.STAFF, view);
    };
  }

  private Screen givingBack(Priced priced, Refund refund, View view) {
    VendingScreen.Money where =
        switch (refund) {
          case Refund.Refunded(_, _, var settlement, _, _, _) ->
              switch (settlement) {
                case SETTLED -> VendingScreen.Money.REFUNDED;
                case PROCESSING -> VendingScreen.Money.REFUNDING;
                case IN_TROUBLE -> VendingScreen.Money.STAFF;
              };
          case Refund.Idling _, Refund.Refunding _, Refund.Left _ -> VendingScreen.Money.REFUNDING;
        };
    return notDelivered(priced, priced.total().minor(), where, view);
  }

  private static Screen notDelivered(
      Priced priced, long minor, VendingScreen.Money where, View view) {
    return new VendingScreen.NotDelivered(
        chosen(priced, view.language()), Figures.money(minor, priced), where, view.staff());
  }

  private Screen shelf(Language language, int chosen) {
    List<VendingScreen.Slot> slots =
        rules.slots().stream().map(s -> slot(s, language, s.number() == chosen)).toList();
    return new VendingScreen.Shelf(slots);
  }

  private VendingScreen.Slot slot(Rules.Slot slot, Language language, boolean chosen) {
    Product product = slot.product();
    return new VendingScreen.Slot(
        Integer.toString(slot.number()),
        product.picture(),
        product.text(language).name(),
        product.text(language).note(),
        new Money(product.price(), rules.currency()).figures(),
        chosen);
  }

  private static VendingScreen.Article chosen(Priced priced, Language language) {
    Product product = priced.basket().lines().getFirst().product();
    return new VendingScreen.Article(product.picture(), product.text(language).name());
  }
}
