package org.facepay.terminal.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.checkout.Rules;
import org.facepay.terminal.checkout.State;
import org.facepay.terminal.checkout.Ways;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.session.Session;

/** The screens of choosing how to pay and of a charge under way. */
record PaymentScreens(Rules rules) {

  /** Every way there is, of equal weight. */
  List<Screen.Method> methods(Session session) {
    List<Screen.Method> methods = new ArrayList<>(List.of(Screen.Method.PAY_CODE));
    if (!rules.ways().shown().isEmpty()) {
      methods.add(Screen.Method.WALLET_QR);
    }
    if (rules.faces().pays() && !session.face().locked()) {
      methods.add(Screen.Method.FACE);
    }
    if (!rules.faces().wallet().isEmpty()) {
      methods.add(Screen.Method.WALLET_FACE);
    }
    if (!rules.ways().card().isEmpty()) {
      methods.add(Screen.Method.CARD);
    }
    methods.add(Screen.Method.STAFF);
    return methods;
  }

  /** Whose code the terminal can show. */
  List<Screen.Method> wallets() {
    return rules.ways().shown().stream()
        .map(name -> name.equals("wechat") ? Screen.Method.WECHAT_QR : Screen.Method.ALIPAY_QR)
        .toList();
  }

  Screen splitting(State.Splitting state, boolean en) {
    Basket basket = state.session().basket();
    Ways.Instalments offered = rules.ways().instalments().orElseThrow();
    List<PaymentScreen.Plan> plans =
        offered.plans().stream()
            .map(
                plan -> {
                  Ways.Cost cost = offered.cost(plan, basket.total().minor());
                  return new PaymentScreen.Plan(
                      Integer.toString(plan.months()),
                      plan.months(),
                      ScreenOf.money(cost.each(), basket),
                      fee(cost, basket, en));
                })
            .toList();
    return new PaymentScreen.Instalments(basket.total().figures(), plans);
  }

  private static String fee(Ways.Cost cost, Basket basket, boolean en) {
    if (cost.fee() == 0) {
      return en ? "No extra cost" : "不加钱";
    }
    return (en ? "Fee ¥" : "手续费 ¥") + ScreenOf.money(cost.fee(), basket);
  }

  /** While a charge is open and nobody has been alarmed. */
  Screen paying(State.Paying state, Screen.Totals totals, Surroundings around) {
    Payment payment = state.payment();
    String amount = payment.order().amount().figures();
    boolean certain = payment.doubtSince().isEmpty() && !payment.confirmOnPhone();
    Optional<Payment.Code> code = payment.code().filter(Payment.Code::onScreen);
    if (code.isPresent() && certain && payment.doing() != Payment.Doing.CANCEL) {
      return payQr(totals, payment, code.get(), state.view().english(), false);
    }
    if (payment.code().filter(Payment.Code::left).isPresent()) {
      Instant left = payment.code().get().since();
      Instant ends = rules.payment(payment.order().provider()).windowEnds(payment, left);
      return new PaymentScreen.CodeClosing(
          amount, (int) Math.max(1, Duration.between(left, ends).toSeconds()));
    }
    boolean reading =
        payment.order().provider().equals(rules.ways().card())
            && payment.doing() == Payment.Doing.AUTHORISE;
    return reading
        ? new PaymentScreen.FollowReader(amount, around.reader())
        : new Screen.Processing(amount, payment.confirmOnPhone());
  }

  /** The last charge has truly ended without money. */
  Screen refused(State.Refused state, Screen.Totals totals) {
    Payment payment = state.payment();
    DeclineReason reason =
        payment.end().orElseThrow() instanceof Payment.End.NotPaid(DeclineReason why)
            ? why
            : DeclineReason.BANK_REFUSED;
    if (reason == DeclineReason.NOT_CONFIRMED_IN_TIME && payment.code().isPresent()) {
      return payQr(totals, payment, payment.code().get(), state.view().english(), true);
    }
    return new Screen.Declined(
        payment.order().amount().figures(),
        state.session().basket().articles(),
        Screen.DeclineReason.valueOf(reason.name()));
  }

  private static Screen payQr(
      Screen.Totals totals, Payment payment, Payment.Code code, boolean en, boolean expired) {
    long seconds = Duration.between(code.since(), code.ends()).toSeconds();
    return new PaymentScreen.PayQr(
        totals,
        expired ? "" : code.content(),
        Words.wallet(payment.order().provider(), en),
        expired ? 0 : (int) Math.max(1, seconds),
        expired);
  }
}
