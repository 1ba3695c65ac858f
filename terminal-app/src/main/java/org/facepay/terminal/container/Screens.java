package org.facepay.terminal.container;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.kiosk.screen.ContainerScreen;
import org.facepay.kiosk.screen.ContainerScreen.MoneyState;
import org.facepay.kiosk.screen.ContainerScreen.Objection;
import org.facepay.kiosk.screen.ContainerScreen.Seen;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.PaymentScreen.HoldKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.screen.ChargeScreens;
import org.facepay.terminal.screen.Displays;
import org.facepay.terminal.screen.Figures;
import org.facepay.terminal.screen.MeetingScreens;
import org.facepay.terminal.screen.Page;
import org.facepay.terminal.screen.RestockScreens;
import org.facepay.terminal.screen.Surroundings;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.View;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.session.visit.Debt;
import org.facepay.terminal.session.visit.Estimate;
import org.facepay.terminal.session.visit.Piece;

/**
 * The page of a smart container as a function of its state, in the shopper's language.
 *
 * @param receipts address of the e-receipt of an order
 */
public record Screens(Identity identity, Rules rules, Function<String, String> receipts)
    implements Page<Stage> {
  private static final int CLOCK = 11;

  @Override
  public Times times() {
    return rules.times();
  }

  @Override
  public Screen attract(View view, Surroundings around) {
    return welcome(around, Optional.empty());
  }

  /** Whether a door may be open, or money on its way. */
  @Override
  public boolean goesOn(Stage stage) {
    return !(stage instanceof Stage.Identifying
        || stage instanceof Stage.Meeting
        || stage instanceof Stage.Explaining);
  }

  private Screen welcome(Surroundings around, Optional<Screen.Notice> notice) {
    List<Screen.Method> methods = new ArrayList<>();
    rules
        .shown()
        .filter(w -> around.reach().reaches(w.provider()))
        .ifPresent(_ -> methods.add(Screen.Method.ALIPAY_QR));
    if (rules.members().faces().recognised() && !rules.members().accounts().balance().isEmpty()) {
      methods.add(Screen.Method.FACE);
    }
    return new ContainerScreen.Welcome(
        most(), methods, around.scannerReady(), Displays.notice(notice, around));
  }

  private String most() {
    return rules.limits().most().figures();
  }

  @Override
  public Screen open(State.Open<Stage> s, Surroundings around) {
    View view = s.view();
    Language language = view.language();
    Session session = s.session();
    return switch (s.stage()) {
      case Stage.Identifying(var notice) -> welcome(around, notice);
      case Stage.Meeting(var meeting) ->
          new MeetingScreens(rules.members(), Optional.of(rules.limits().most()))
              .screen(session, meeting, around);
      case Stage.Restocking(var restock, boolean _) ->
          new RestockScreens(true).screen(restock, language);
      case Stage.Explaining(Stage.Way way) ->
          new PaymentScreen.HoldExplained(
              most(), way instanceof Stage.Wallet ? HoldKind.FROZEN : HoldKind.CREDIT);
      case Stage.Promising(var holding) -> promising(holding.hold(), session, language);
      case Stage.Admitting _, Stage.Clearing _, Stage.Unlocking _ ->
          new ContainerScreen.Opening(false, 0);
      case Stage.Waiting _ ->
          new ContainerScreen.Opening(true, (int) rules.limits().pull().toSeconds());
      case Stage.Owing owing -> owing(owing, language, around);
      case Stage.PayingDebt(var _, var _, var charge, boolean _) ->
          charges().charging(charge, session, view, around);
      case Stage.DebtRefused(var _, var _, Payment payment) ->
          charges().refused(payment, session, view);
      // Nobody shops here.
      case Stage.Taking(Stage.Nobody _, var _, long _, var _, boolean _) ->
          new Screen.Closed(Screen.ClosedReason.STAFF);
      case Stage.Taking taking -> taking(taking, view);
      case Stage.Counting _ -> new ContainerScreen.Counting();
      case Stage.Settled after -> settled(after, s);
    };
  }

  /** Once the cells have said what left. */
  private Screen settled(Stage.Settled stage, State.Open<Stage> s) {
    View view = s.view();
    Language language = view.language();
    Session session = s.session();
    return switch (stage) {
      case Stage.Asking(var _, var settled) -> ask(settled.choices(), language);
      case Stage.Billed bill -> bill(bill, session, language);
      case Stage.Disputing disputing -> dispute(disputing, session, language);
      case Stage.Returning(Piece piece, Refund refund) -> returning(piece, refund, view);
      case Stage.Objected at ->
          new ContainerScreen.Objected(
              article(at.piece(), language),
              figures(at.minor()),
              at.refused() ? Objection.STAFF : Objection.REVIEW,
              view.staff());
      case Stage.NotOpened(var _, Stage.Why why, boolean _, long _) ->
          new ContainerScreen.NotOpened(reason(why), session.visit().orders() > 1);
    };
  }

  private ChargeScreens charges() {
    return new ChargeScreens(rules.payments(), Ways.NONE, rules.members());
  }

  private static ContainerScreen.Reason reason(Stage.Why why) {
    return switch (why) {
      case NO_PROMISE -> ContainerScreen.Reason.NO_PROMISE;
      case NETWORK -> ContainerScreen.Reason.NETWORK;
      case LOCK -> ContainerScreen.Reason.LOCK;
      case NOT_PULLED -> ContainerScreen.Reason.NOT_PULLED;
      case LIMIT -> ContainerScreen.Reason.LIMIT;
      case NOT_PAID -> ContainerScreen.Reason.NOT_PAID;
      case PAID -> ContainerScreen.Reason.PAID;
    };
  }

  /** A code to be scanned, or the wallet is being asked. */
  private Screen promising(Hold hold, Session session, Language language) {
    Payment asking = hold.asking();
    Optional<Payment.Code> code = asking.code().filter(Payment.Code::onScreen);
    return code.isPresent() && asking.doubtSince().isEmpty() && !asking.confirmOnPhone()
        ? ChargeScreens.payQr(
            Figures.totals(session.priced(), language), asking, code.get(), language, false)
        : new Screen.Processing(most(), asking.confirmOnPhone());
  }

  private Screen owing(Stage.Owing owing, Language language, Surroundings around) {
    Debt debt = owing.debt();
    if (owing.presenting()) {
      Screen.Totals totals =
          new Screen.Totals(
              debt.goods().stream().mapToInt(Piece::count).sum(),
              figures(debt.minor()),
              figures(debt.minor()),
              Optional.empty(),
              List.of(),
              List.of());
      return new Screen.PresentCode(totals, Displays.notice(owing.notice(), around));
    }
    return new ContainerScreen.Debt(
        debt.goods().stream().map(p -> article(p, language)).toList(),
        time(debt.since()).substring(0, CLOCK + 5),
        figures(debt.minor()),
        switch (debt.why()) {
          case BALANCE_TOO_LOW -> ContainerScreen.DebtReason.BALANCE_TOO_LOW;
          case REFUSED -> ContainerScreen.DebtReason.REFUSED;
          case HOLD_EXPIRED -> ContainerScreen.DebtReason.HOLD_EXPIRED;
        });
  }

  private String time(Instant at) {
    ZoneId zone = identity.zone();
    return Words.time(at, zone);
  }

  private Screen taking(Stage.Taking taking, View view) {
    List<Piece> pieces = taking.estimate().pieces();
    String estimate = figures(Piece.minor(pieces));
    Language language = view.language();
    if (taking.reminder() != Stage.Reminder.NONE) {
      boolean called = taking.reminder() == Stage.Reminder.STAFF_CALLED;
      int seconds = called ? 0 : (int) rules.limits().doorOpen().toSeconds();
      return new ContainerScreen.DoorOpen(estimate, seconds, view.staff());
    }
    Optional<Estimate.Stray> stray =
        taking.estimate().strays().stream().filter(_ -> !taking.kept()).findFirst();
    return stray
        .<Screen>map(
            wrong ->
                new ContainerScreen.WrongPlace(
                    article(wrong.product(), 1, language),
                    wrong.shelf(),
                    wrong.belongs(),
                    wrong.shelves(),
                    estimate,
                    estimate))
        .orElseGet(
            () ->
                new ContainerScreen.Taking(
                    pieces.stream().map(p -> taken(p, pieces.getFirst(), language)).toList(),
                    estimate,
                    most()));
  }

  private ContainerScreen.Taken taken(Piece piece, Piece newest, Language language) {
    return new ContainerScreen.Taken(
        article(piece, language),
        piece.product().text(language).note(),
        piece.shelf(),
        figures(piece.minor()),
        piece.equals(newest));
  }

  private Screen ask(List<List<Piece>> choices, Language language) {
    List<ContainerScreen.Choice> shown = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      List<Piece> own = Choices.own(choices, i);
      shown.add(
          new ContainerScreen.Choice(
              Integer.toString(i),
              own.stream().map(p -> article(p, language)).toList(),
              figures(Piece.minor(own))));
    }
    return new ContainerScreen.Ask(shown);
  }

  private Screen bill(Stage.Billed bill, Session session, Language language) {
    Optional<Order> order = bill.outcome().order();
    return new ContainerScreen.Bill(
        lines(bill, session, language),
        order.map(o -> o.amount().figures()).orElse(figures(0)),
        switch (bill.money()) {
          case NOTHING -> MoneyState.NOTHING;
          case UNCLEAR -> MoneyState.UNCLEAR;
          case CLAIMED -> MoneyState.CHARGING;
          case TAKEN -> MoneyState.CHARGED;
          case OWED -> MoneyState.OWED;
        },
        order.map(o -> receipts.apply(o.outTradeNo())).orElse(""),
        time(bill.outcome().closed()).substring(CLOCK, CLOCK + 5),
        rules.limits().objectDays(),
        (int) rules.times().success().toSeconds(),
        bill.closing());
  }

  private List<ContainerScreen.BillLine> lines(
      Stage.Billed bill, Session session, Language language) {
    List<ContainerScreen.BillLine> lines = new ArrayList<>();
    for (Basket.Line line : session.basket().lines()) {
      long amount =
          session.priced().lines().stream()
              .filter(l -> l.goods().number() == line.number())
              .mapToLong(l -> l.amount())
              .sum();
      lines.add(
          new ContainerScreen.BillLine(
              Integer.toString(line.number()),
              article(line.product(), line.articles(), language),
              figures(amount),
              seen(bill, line.product())));
    }
    for (Piece piece : bill.outcome().goods().unclear()) {
      lines.add(
          new ContainerScreen.BillLine(
              "-" + lines.size(), article(piece, language), figures(0), Seen.NOT_CLEAR));
    }
    return lines;
  }

  private static Seen seen(Stage.Billed bill, Product product) {
    boolean sure =
        bill.outcome().goods().charged().stream()
            .anyMatch(p -> p.product().equals(product) && p.sure());
    if (sure) {
      return Seen.CLEARLY;
    }
    return bill.outcome().goods().told() ? Seen.TOLD : Seen.LIKELY;
  }

  private Screen dispute(Stage.Disputing at, Session session, Language language) {
    Optional<Piece> piece = at.piece(session);
    Optional<String> refund =
        piece
            .filter(p -> at.complaint().isPresent() && Billing.returns(at, p))
            .map(p -> Billing.goods(session, at, p))
            .map((Return goods) -> goods.sale().amount(goods.lines()).figures());
    return new ContainerScreen.Dispute(
        lines(at.bill(), session, language).stream()
            .filter(l -> l.seen() != Seen.NOT_CLEAR)
            .toList(),
        piece.map(_ -> Integer.toString(at.line())),
        at.complaint()
            .map(
                c ->
                    switch (c) {
                      case NOT_TAKEN -> ContainerScreen.Complaint.NOT_TAKEN;
                      case WRONG_NUMBER -> ContainerScreen.Complaint.WRONG_NUMBER;
                    }),
        refund);
  }

  private Screen returning(Piece piece, Refund refund, View view) {
    Return goods =
        switch (refund) {
          case Refund.Refunding r -> r.goods();
          case Refund.Refunded r -> r.goods();
          case Refund.Idling _, Refund.Left _ ->
              throw new IllegalStateException("the money is on its way");
        };
    boolean settled =
        refund instanceof Refund.Refunded r && r.settlement() == PaymentScreen.Settlement.SETTLED;
    return new ContainerScreen.Objected(
        article(piece, view.language()),
        goods.sale().amount(goods.lines()).figures(),
        settled ? Objection.REFUNDED : Objection.REFUNDING,
        view.staff());
  }

  private String figures(long minor) {
    return new Money(minor, rules.limits().most().currency()).figures();
  }

  private static Screen.Article article(Piece piece, Language language) {
    return article(piece.product(), piece.count(), language);
  }

  private static Screen.Article article(Product product, int pieces, Language language) {
    return new Screen.Article(product.picture(), product.text(language).name(), pieces);
  }
}
