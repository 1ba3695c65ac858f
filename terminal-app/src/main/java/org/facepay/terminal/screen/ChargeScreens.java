package org.facepay.terminal.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.Reach;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.View;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.member.Members;

/** The screens of choosing how to pay and of a charge under way, whatever is paid for. */
public record ChargeScreens(PaymentFlows flows, Ways ways, Members members) {

  /** Every way there is, of equal weight. */
  public List<Screen.Method> methods(Session session) {
    return methods(members.payByFace(session));
  }

  /** The ways that work now, where not all do; empty where all do. */
  public List<Screen.Method> only(Reach reach) {
    List<Screen.Method> all = methods(members.faces().recognised());
    List<Screen.Method> left = all.stream().filter(method -> reaches(method, reach)).toList();
    return left.size() < all.size() ? left : List.of();
  }

  /** Whether a way can work now: what needs nobody beyond this terminal always can. */
  public boolean reaches(Screen.Method method, Reach reach) {
    return switch (method) {
      case PAY_CODE -> reach.reachesAnyBut(ways.card());
      case WALLET_QR -> ways.shown().stream().anyMatch(reach::reaches);
      case ALIPAY_QR, WECHAT_QR -> ways.wallet(method).filter(reach::reaches).isPresent();
      case WALLET_FACE -> reach.reaches(members.faces().wallet());
      case CARD -> reach.reaches(ways.card());
      case FACE, STAFF -> true;
    };
  }

  private List<Screen.Method> methods(boolean byFace) {
    List<Screen.Method> methods = new ArrayList<>(List.of(Screen.Method.PAY_CODE));
    if (!ways.shown().isEmpty()) {
      methods.add(Screen.Method.WALLET_QR);
    }
    if (byFace) {
      methods.add(Screen.Method.FACE);
    }
    if (!members.faces().wallet().isEmpty()) {
      methods.add(Screen.Method.WALLET_FACE);
    }
    if (!ways.card().isEmpty()) {
      methods.add(Screen.Method.CARD);
    }
    methods.add(Screen.Method.STAFF);
    return methods;
  }

  /** The wallets that can pay here, by the names people know. */
  public PaymentScreen.Wallets named(Language language) {
    return new PaymentScreen.Wallets(
        Words.wallets(flows.flows().keySet(), language), Words.wallets(ways.shown(), language));
  }

  /** Whose code the terminal can show. */
  public List<Screen.Method> wallets() {
    return ways.shown().stream()
        .map(name -> name.equals("wechat") ? Screen.Method.WECHAT_QR : Screen.Method.ALIPAY_QR)
        .toList();
  }

  /** In how many parts. */
  public Screen splitting(Priced priced, Language language) {
    Ways.Instalments offered = ways.instalments().orElseThrow();
    List<PaymentScreen.Plan> plans =
        offered.plans().stream()
            .map(
                plan -> {
                  Ways.Cost cost = offered.cost(plan, priced.total().minor());
                  return new PaymentScreen.Plan(
                      Integer.toString(plan.months()),
                      plan.months(),
                      Figures.money(cost.each(), priced),
                      fee(cost, priced.total(), language));
                })
            .toList();
    return new PaymentScreen.Instalments(priced.total().figures(), plans);
  }

  /** A wallet's code is awaited, for all of it or for so many parts of it. */
  public Screen presenting(
      Priced priced, int months, Optional<Screen.Notice> notice, Language language) {
    Money total = priced.total();
    Optional<Ways.Instalments> offered = ways.instalments(total.minor());
    Optional<String> wallet = offered.map(o -> Words.wallet(o.provider(), language));
    return new Screen.PresentCode(
        Figures.totals(priced, language),
        notice,
        months == 0 ? wallet : Optional.empty(),
        offered
            .flatMap(o -> o.parts(months, total.minor()))
            .map(
                parts ->
                    new PaymentScreen.Parts(
                        wallet.orElseThrow(),
                        months,
                        Figures.money(parts.cost().each(), priced),
                        fee(parts.cost(), total, language))),
        Screen.Beside.NOTHING);
  }

  private static String fee(Ways.Cost cost, Money total, Language language) {
    if (cost.fee() == 0) {
      return ScreenWords.NO_FEE.in(language);
    }
    String fee = new Money(cost.fee(), total.currency()).figures();
    String all = new Money(total.minor() + cost.fee(), total.currency()).figures();
    return ScreenWords.FEE.in(language, fee, all);
  }

  /** While a charge is open. */
  public Screen charging(Charge charge, Session session, View view, Surroundings around) {
    Payment payment = charge.payment();
    if (charge.alarmed()) {
      Screen.StaffCall staff =
          charge.handing().isPresent() ? Screen.StaffCall.COMING : view.staff();
      boolean printed = charge.handing().isEmpty() && charge.slip().printed();
      return new Screen.Unknown(charge.reference(), figures(payment), staff, printed);
    }
    Screen.Totals totals = Figures.totals(session.priced(), view.language());
    String amount = payment.order().amount().figures();
    boolean certain = payment.doubtSince().isEmpty() && !payment.confirmOnPhone();
    Optional<Payment.Code> code = payment.code().filter(Payment.Code::onScreen);
    if (code.isPresent() && certain && payment.doing() != Payment.Doing.CANCEL) {
      return payQr(totals, payment, code.get(), view.language(), false);
    }
    if (payment.codeLeft()) {
      Instant left = payment.code().get().since();
      Instant ends = flows.of(payment.order()).windowEnds(payment, left);
      return new PaymentScreen.CodeClosing(
          amount,
          (int) Math.max(1, Duration.between(left, ends).toSeconds()),
          PaymentFlow.mayReturn(payment, around.now()));
    }
    boolean reading =
        payment.order().provider().equals(ways.card())
            && payment.doing() == Payment.Doing.AUTHORISE;
    return reading
        ? new PaymentScreen.FollowReader(amount, around.reader())
        : new Screen.Processing(amount, payment.confirmOnPhone());
  }

  /** Staff have taken the payment. */
  public Screen handed(HandedOver handed, Times times) {
    return new PaymentScreen.HandedOver(
        handed.reference(),
        handed.order().amount().figures(),
        handed.paper(),
        (int) times.success().toSeconds(),
        handed.closing());
  }

  /** The last charge has truly ended without money. */
  public Screen refused(Payment payment, Session session, View view) {
    DeclineReason reason =
        payment.end().orElseThrow() instanceof Payment.End.NotPaid(DeclineReason why)
            ? why
            : DeclineReason.BANK_REFUSED;
    if (reason == DeclineReason.NOT_CONFIRMED_IN_TIME && payment.code().isPresent()) {
      Screen.Totals totals = Figures.totals(session.priced(), view.language());
      return payQr(totals, payment, payment.code().get(), view.language(), true);
    }
    return new Screen.Declined(figures(payment), session.basket().articles(), words(reason));
  }

  private static Screen.DeclineReason words(DeclineReason reason) {
    return switch (reason) {
      case BANK_REFUSED -> Screen.DeclineReason.BANK_REFUSED;
      case BALANCE_TOO_LOW -> Screen.DeclineReason.BALANCE_TOO_LOW;
      case CODE_EXPIRED -> Screen.DeclineReason.CODE_EXPIRED;
      case CODE_NOT_ACCEPTED -> Screen.DeclineReason.CODE_NOT_ACCEPTED;
      case NOT_CONFIRMED_IN_TIME -> Screen.DeclineReason.NOT_CONFIRMED_IN_TIME;
      case CANCELLED_BY_SHOPPER -> Screen.DeclineReason.CANCELLED_BY_SHOPPER;
      case NETWORK_DOWN -> Screen.DeclineReason.NETWORK_DOWN;
      case LIMIT_REACHED -> Screen.DeclineReason.LIMIT_REACHED;
      case WRONG_PIN -> Screen.DeclineReason.WRONG_PIN;
      case CARD_NOT_ACCEPTED -> Screen.DeclineReason.CARD_NOT_ACCEPTED;
      case ACCOUNT_CLOSED -> Screen.DeclineReason.ACCOUNT_CLOSED;
      case NOT_COMPLETED -> Screen.DeclineReason.NOT_COMPLETED;
    };
  }

  private static String figures(Payment payment) {
    return payment.order().amount().figures();
  }

  /** A code on the screen. */
  public static Screen payQr(
      Screen.Totals totals,
      Payment payment,
      Payment.Code code,
      Language language,
      boolean expired) {
    long seconds = Duration.between(code.since(), code.ends()).toSeconds();
    return new PaymentScreen.PayQr(
        totals,
        expired ? "" : code.content(),
        Words.wallet(payment.order().provider(), language),
        expired ? 0 : (int) Math.max(1, seconds),
        expired);
  }
}
