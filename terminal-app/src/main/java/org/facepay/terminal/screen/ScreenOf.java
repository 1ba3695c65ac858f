package org.facepay.terminal.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.terminal.checkout.FaceState;
import org.facepay.terminal.checkout.ProduceState;
import org.facepay.terminal.checkout.RefundState;
import org.facepay.terminal.checkout.Rules;
import org.facepay.terminal.checkout.State;
import org.facepay.terminal.config.TerminalConfig.Identity;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.View;

/** The screen as a function of the state, in the shopper's language. */
public final class ScreenOf {
  private static final int OFFERS = 2;

  private final Identity identity;
  private final Rules rules;
  private final ReceiptLinks links;
  private final List<Product> offers;
  private final FaceScreens faces;
  private final PaymentScreens payments;
  private final ProduceScreens produce;

  /**
   * @param goods the price book; the dearest reductions are shown on the attract screen
   */
  public ScreenOf(
      Identity identity, Rules rules, ReceiptLinks links, java.util.Collection<Product> goods) {
    this.identity = identity;
    this.rules = rules;
    this.links = links;
    this.faces = new FaceScreens(rules.faces());
    this.payments = new PaymentScreens(rules);
    this.produce = new ProduceScreens(goods);
    this.offers =
        goods.stream()
            .filter(p -> p.regular() > p.price() && p.unit() == Product.Unit.PIECE)
            .sorted(
                Comparator.comparingLong((Product p) -> p.price() - p.regular())
                    .thenComparing(Product::code))
            .limit(OFFERS)
            .toList();
  }

  /** What the page shows. */
  public Snapshot snapshot(long seq, State state, Surroundings around) {
    View view = state.view();
    Display display =
        new Display(
            view.english() ? Display.Language.EN : Display.Language.ZH,
            view.largerText(),
            view.highContrast(),
            identity.shop().in(view.english()),
            identity.terminal().in(view.english()),
            around.clock(),
            around.online());
    return new Snapshot(seq, display, screen(state, around), overlay(state));
  }

  private Screen screen(State state, Surroundings around) {
    boolean en = state.view().english();
    boolean moneyIsShown =
        state instanceof State.Paying
            || state instanceof State.HandingOver
            || state instanceof State.Paid
            || state instanceof RefundState.Refunding
            || state instanceof RefundState.Refunded;
    if (around.stopped().isPresent() && !moneyIsShown) {
      return new Screen.Closed(around.stopped().get());
    }
    return switch (state) {
      case State.Attract _ -> new Screen.Attract(offers.stream().map(p -> offer(p, en)).toList());
      case State.Closed closed ->
          new Screen.Closed(Screen.ClosedReason.valueOf(closed.reason().name()));
      case State.Shopping s ->
          new Screen.Basket(
              lines(s, en),
              totals(s.session(), en),
              notice(s.notice(), around),
              faces.tag(s, around),
              s.editing(),
              produce.any());
      case State.Choosing s ->
          new Screen.PayChoice(
              lines(s, en), totals(s.session(), en), payments.methods(s.session()));
      case State.ChoosingWallet s ->
          new Screen.PayChoice(lines(s, en), totals(s.session(), en), payments.wallets());
      case State.Splitting s -> payments.splitting(s, en);
      case State.Presenting s ->
          new Screen.PresentCode(totals(s.session(), en), notice(s.notice(), around));
      case ProduceState s -> produce.screen(s, totals(s.session(), en), around.weight());
      case RefundState s -> RefundScreens.screen(s);
      case FaceState s -> faces.screen(s, around);
      case State.HandingOver h ->
          new Screen.Unknown(rules.reference(h.session()), amount(h.payment()), true, false);
      case State.Paying p when p.alarmed() ->
          new Screen.Unknown(
              rules.reference(p.session()),
              amount(p.payment()),
              p.view().delivered(),
              p.referencePrinted());
      case State.Paying p -> payments.paying(p, totals(p.session(), en), around);
      case State.Refused r -> payments.refused(r, totals(r.session(), en));
      case State.Paid p ->
          new Screen.Success(
              amount(p.payment()),
              saved(p.session().basket()),
              links.link(SaleRecord.id(p.payment())).toString(),
              Screen.Paper.valueOf(p.paper().name()),
              (int) seconds(p));
    };
  }

  private long seconds(State.Paid paid) {
    var times = rules.times();
    return (paid.paper() == State.Paper.PRINTED ? times.afterPaper() : times.success()).toSeconds();
  }

  private Optional<Snapshot.Overlay> overlay(State state) {
    View view = state.view();
    if (view.showCall()) {
      return Optional.of(new Snapshot.Overlay.AttendantCalled(view.delivered()));
    }
    return state instanceof State.Idling idling
        ? switch (idling.session().dialog()) {
          case NONE -> Optional.empty();
          case STILL_THERE ->
              Optional.of(new Snapshot.Overlay.IdleWarning((int) rules.times().wipe().toSeconds()));
          case CONFIRM_CANCEL ->
              Optional.of(new Snapshot.Overlay.ConfirmCancel(idling.session().basket().articles()));
          case BAG_UNEXPECTED_ITEM, BAG_MISSING_ITEM, BAG_REMOVED ->
              Optional.of(
                  new Snapshot.Overlay.BagCheck(
                      Snapshot.Overlay.BagCheckKind.valueOf(
                          idling.session().dialog().name().substring("BAG_".length())),
                      view.delivered()));
          case CONFIRM_WITHDRAW -> Optional.of(new Snapshot.Overlay.ConfirmWithdraw());
        }
        : Optional.empty();
  }

  private static Optional<Screen.Notice> notice(State.Notice notice, Surroundings around) {
    if (notice.kind() == State.Notice.Kind.NONE) {
      return around.scannerReady()
          ? Optional.empty()
          : Optional.of(new Screen.Notice(Screen.NoticeKind.SCANNER_OFFLINE, ""));
    }
    return Optional.of(
        new Screen.Notice(Screen.NoticeKind.valueOf(notice.kind().name()), notice.detail()));
  }

  private static List<Screen.Line> lines(State.Idling state, boolean en) {
    int open = state instanceof State.Shopping s ? s.open() : 0;
    boolean justScanned = state instanceof State.Shopping s && s.justScanned();
    Basket basket = state.session().basket();
    return basket.lines().stream()
        .map(l -> line(l, basket, en, l.number() == open, justScanned))
        .toList();
  }

  private static Screen.Line line(
      Basket.Line line, Basket basket, boolean en, boolean open, boolean justScanned) {
    Product product = line.product();
    boolean reduced = line.regular() > line.amount();
    String each = "¥" + money(line.unitPrice(), basket);
    int count = line.quantity() instanceof Quantity.Pieces(int pieces) ? pieces : 0;
    String dot = en ? " · " : "·";
    String note = product.text(en).note();
    // The open row has its buttons where the others have their quantity.
    String size = open && count == 0 ? Words.quantity(line) + dot + note : note;
    return new Screen.Line(
        Integer.toString(line.number()),
        product.picture(),
        product.text(en).name(),
        count > 1 ? size + dot + each : size,
        Words.quantity(line),
        count,
        money(line.amount(), basket),
        reduced ? Optional.of(money(line.regular(), basket)) : Optional.empty(),
        reduced ? Optional.of(offer(line, en)) : Optional.empty(),
        open,
        open && justScanned);
  }

  private static Screen.Totals totals(Session session, boolean en) {
    Basket basket = session.basket();
    return new Screen.Totals(
        basket.articles(),
        basket.regular().figures(),
        basket.total().figures(),
        saved(basket),
        reductions(basket, en),
        basket.taxes().stream()
            .map(t -> new Screen.Tax(t.rate().label(), money(t.tax(), basket)))
            .toList());
  }

  private static String offer(Basket.Line line, boolean en) {
    return line.amount() < line.withoutMembership() ? memberPrice(en) : en ? "Special offer" : "特价";
  }

  private static String memberPrice(boolean en) {
    return en ? "Member price" : "会员价";
  }

  private static List<Screen.Reduction> reductions(Basket basket, boolean en) {
    long member = basket.memberSavesMinor();
    long offers = basket.regular().minor() - basket.total().minor() - member;
    List<Screen.Reduction> reductions = new ArrayList<>();
    if (member > 0) {
      reductions.add(new Screen.Reduction(memberPrice(en), money(member, basket)));
    }
    if (offers > 0) {
      String label = en ? "Special offers" : "特价优惠";
      reductions.add(new Screen.Reduction(label, money(offers, basket)));
    }
    return reductions;
  }

  static Optional<String> saved(Basket basket) {
    long saved = basket.regular().minor() - basket.total().minor();
    return saved > 0 ? Optional.of(money(saved, basket)) : Optional.empty();
  }

  private static String amount(Payment payment) {
    return payment.order().amount().figures();
  }

  private Screen.Offer offer(Product p, boolean en) {
    String percent =
        String.format(
            Locale.ROOT, "%d%%", Math.round(100.0 * (p.regular() - p.price()) / p.regular()));
    return new Screen.Offer(
        p.picture(),
        p.text(en).name(),
        en
            ? percent + " off today"
            : "今日特价，省 ¥" + new Money(p.regular() - p.price(), identity.currency()).figures(),
        new Money(p.price(), identity.currency()).figures());
  }

  static String money(long minor, Basket basket) {
    return new Money(minor, basket.currency()).figures();
  }
}
