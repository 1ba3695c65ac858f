package org.facepay.terminal.checkout;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.receipt.BasketCodes;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.screen.ChargeScreens;
import org.facepay.terminal.screen.Displays;
import org.facepay.terminal.screen.Figures;
import org.facepay.terminal.screen.MeetingScreens;
import org.facepay.terminal.screen.Page;
import org.facepay.terminal.screen.RefundScreens;
import org.facepay.terminal.screen.Surroundings;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.View;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.session.refund.Refund;

/** The page of a self-checkout as a function of its state, in the shopper's language. */
public final class Screens implements Page<Stage> {
  private static final int OFFERS = 2;

  private final Identity identity;
  private final Rules rules;
  private final ReceiptLinks links;
  private final List<Product> offers;
  private final MeetingScreens meetings;
  private final ChargeScreens charges;
  private final ProduceScreens produce;
  private final StaffScreens staff;

  /** Of a shop that suspends no baskets. */
  public Screens(
      Identity identity, Rules rules, ReceiptLinks links, java.util.Collection<Product> goods) {
    this(identity, rules, links, goods, Optional.empty());
  }

  /**
   * @param baskets how suspended ones are written, where any are
   * @param goods the price book; the dearest reductions are shown on the attract screen
   */
  public Screens(
      Identity identity,
      Rules rules,
      ReceiptLinks links,
      java.util.Collection<Product> goods,
      Optional<BasketCodes> baskets) {
    this.identity = identity;
    this.rules = rules;
    this.links = links;
    this.meetings = new MeetingScreens(rules.members(), Optional.empty());
    this.charges = new ChargeScreens(rules.payments(), rules.ways(), rules.members());
    this.produce = new ProduceScreens(goods);
    this.staff = new StaffScreens(rules, identity, baskets);
    this.offers =
        goods.stream()
            .filter(p -> p.regular() > p.price() && p.unit() == Product.Unit.PIECE)
            .sorted(
                Comparator.comparingLong((Product p) -> p.price() - p.regular())
                    .thenComparing(Product::code))
            .limit(OFFERS)
            .toList();
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public Times times() {
    return rules.times();
  }

  @Override
  public Screen attract(View view, Surroundings around) {
    return new Screen.Attract(
        offers.stream().map(p -> offer(p, view.language())).toList(),
        around.scannerReady(),
        charges.only(around.reach()));
  }

  @Override
  public boolean goesOn(Stage stage) {
    return stage instanceof Stage.Paying
        || stage instanceof Stage.Paid
        || stage instanceof Stage.WithStaff
        || (stage instanceof Stage.Returning(Refund refund) && !(refund instanceof Refund.Idling));
  }

  @Override
  public Screen open(State.Open<Stage> s, Surroundings around) {
    View view = s.view();
    Language language = view.language();
    Session session = s.session();
    Priced priced = session.priced();
    return switch (s.stage()) {
      case Stage.Shopping at ->
          new Screen.Basket(
              Lines.of(session, at, language),
              Figures.totals(priced, language),
              Displays.notice(at.notice(), around),
              meetings.tag(session, around),
              at.editing(),
              produce.any(),
              StaffScreens.wait(session, view));
      case Stage.Searching at -> produce.searching(at, priced, around.weight(), language);
      case Stage.Weighing at -> ProduceScreens.weighing(at, priced, around.weight(), language);
      case Stage.Choosing _ -> choice(session, charges.methods(session), around, language);
      case Stage.ChoosingWallet _ -> choice(session, charges.wallets(), around, language);
      case Stage.Splitting _ -> charges.splitting(priced, language);
      case Stage.Presenting at ->
          charges.presenting(priced, at.months(), Displays.notice(at.notice(), around), language);
      case Stage.Meets(Meeting meeting) -> meetings.screen(session, meeting, around);
      case Stage.Paying(Charge charge) -> charges.charging(charge, session, view, around);
      case Stage.Refused(Payment payment) -> charges.refused(payment, session, view);
      case Stage.Paid at -> success(at, priced);
      case Stage.WithStaff(HandedOver handed) -> charges.handed(handed, rules.times());
      case Stage.Attended at -> staff.screen(s, at);
      case Stage.Returning(Refund refund) -> RefundScreens.screen(refund, view);
    };
  }

  private Screen choice(
      Session session, List<Screen.Method> methods, Surroundings around, Language language) {
    return new Screen.PayChoice(
        Lines.of(session, Stage.Shopping.CALM, language),
        Figures.totals(session.priced(), language),
        methods,
        methods.stream().filter(m -> !charges.reaches(m, around.reach())).toList(),
        charges.named(language));
  }

  private Screen success(Stage.Paid at, Priced priced) {
    return new Screen.Success(
        at.payment().order().amount().figures(),
        Figures.saved(priced),
        links.link(SaleRecord.id(at.payment())).toString(),
        at.paper(),
        (int) at.closing().stays().toSeconds(),
        at.closing().stamp());
  }

  private Screen.Offer offer(Product p, Language language) {
    String percent =
        String.format(
            Locale.ROOT, "%d%%", Math.round(100.0 * (p.regular() - p.price()) / p.regular()));
    String saved = new Money(p.regular() - p.price(), identity.currency()).figures();
    return new Screen.Offer(
        p.picture(),
        p.text(language).name(),
        CheckoutWords.REDUCED_TODAY.in(language, percent, saved),
        new Money(p.price(), identity.currency()).figures());
  }
}
