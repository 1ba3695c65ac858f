package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.ShownCode;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.charge.Ways;
import org.junit.jupiter.api.Test;

/** Codes the terminal shows, cards, and paying in parts. */
class WaysTest {
  private static final PayCode CODE = new PayCode("280000000000440343");
  private static final Product TV =
      Fixture.product("6900123400999", 49_900, 49_900, 49_900, Product.Unit.PIECE, 1300);
  private static final String WALLET = "wechat";
  private static final String LINK = "https://qr.example/1";

  private final Fixture till = new Fixture();

  private Payment payment() {
    return till.payment();
  }

  private PaymentEffect asked() {
    return till.effects(Effect.Pay.class).getFirst().request();
  }

  private void answer(Outcome outcome) {
    till.on(new Answered.PaymentAnswered(payment().attempt(), outcome));
  }

  private void poll() {
    till.on(new Timed.TimerFired(Timer.PAYMENT, payment().attempt()));
    assertInstanceOf(PaymentEffect.Query.class, asked());
  }

  private void show() {
    till.scan(Fixture.TEA)
        .on(new Touch(new Intent.Pay()))
        .on(new Touch(new Intent.ChooseMethod(Method.WALLET_QR)));
    till.on(new Touch(new Intent.ChooseMethod(Method.CARD))); // shows no code
    assertInstanceOf(Stage.ChoosingWallet.class, till.stage());
    till.on(new Touch(new Intent.Back()))
        .on(new Touch(new Intent.ChooseMethod(Method.WALLET_QR)))
        .on(new Touch(new Intent.ChooseMethod(Method.WECHAT_QR)));
    PaymentEffect.Authorise request = assertInstanceOf(PaymentEffect.Authorise.class, asked());
    assertEquals(new ShownCode(Duration.ofMinutes(2)), request.credential());
    assertTrue(request.order().shown());
    assertEquals(WALLET, request.order().provider());
    answer(new Outcome.Shown(LINK));
    assertTrue(payment().code().orElseThrow().onScreen());
  }

  @Test
  void aCodeNobodyHasScannedIsNoNews() {
    show();
    for (int n = 0; n < 5; n++) {
      poll();
      answer(new Outcome.NotFound());
      assertTrue(payment().doubtSince().isEmpty());
    }
    poll();
    answer(new Outcome.Pending());
    assertTrue(payment().confirmOnPhone());
    poll();
    answer(new Outcome.Approved("2026"));
    assertInstanceOf(Stage.Paid.class, till.stage());
  }

  @Test
  void aCodeThatHasEndedIsClosedAndAnotherHasItsOwnOrder() {
    show();
    till.later(Duration.ofMinutes(2));
    poll();
    answer(new Outcome.NotFound());
    assertInstanceOf(PaymentEffect.Cancel.class, asked());
    answer(new Outcome.Reversed());
    Stage.Refused refused = assertInstanceOf(Stage.Refused.class, till.stage());
    assertEquals(
        new Payment.End.NotPaid(DeclineReason.NOT_CONFIRMED_IN_TIME),
        refused.payment().end().orElseThrow());
    till.on(new Touch(new Intent.Retry()));
    assertEquals("K3_7F3K_1_2", payment().order().outTradeNo());
    assertInstanceOf(ShownCode.class, ((PaymentEffect.Authorise) asked()).credential());
    assertEquals(WALLET, payment().order().provider(), "the wallet that was chosen");
  }

  @Test
  void turningAwayFromACodeEndsItFirst() {
    show();
    till.on(new Touch(new Intent.AnotherWay()));
    assertInstanceOf(PaymentEffect.Cancel.class, asked());
    till.on(new Read.PayCodePresented(CODE, "alipay"));
    assertEquals("K3_7F3K_1_1", payment().order().outTradeNo(), "nothing else is paid meanwhile");
    answer(new Outcome.NotFound());
    till.later(Duration.ofSeconds(150));
    poll();
    answer(new Outcome.NotFound());
    assertInstanceOf(Stage.Choosing.class, till.stage());
  }

  @Test
  void whoTurnsAwayFromACodeMayTurnBackAndNobodyIsCalled() {
    show();
    till.on(new Touch(new Intent.AnotherWay()));
    answer(new Outcome.NotFound());
    assertTrue(payment().code().orElseThrow().left());
    Duration doubt =
        till.effects(Effect.StartTimer.class).stream()
            .filter(timer -> timer.timer() == Timer.DOUBT)
            .findFirst()
            .orElseThrow()
            .delay();
    assertTrue(
        doubt.compareTo(Fixture.RULES.ways().shownValid()) > 0,
        "staff are called before the code has run out: " + doubt);
    till.on(new Touch(new Intent.Back()));
    assertTrue(payment().code().orElseThrow().onScreen());
    assertEquals(Optional.empty(), payment().doubtSince());
    answer(new Outcome.Approved("2026"));
    assertInstanceOf(Stage.Paid.class, till.stage());
  }

  @Test
  void whoPaysACodeAfterTurningAwayHasPaid() {
    show();
    till.on(new Touch(new Intent.AnotherWay()));
    answer(new Outcome.NotFound());
    poll();
    answer(new Outcome.Approved("2026"));
    assertInstanceOf(Stage.Paid.class, till.stage());
    assertEquals(1, till.effects(Effect.RecordSale.class).size());
  }

  @Test
  void theCardTerminalLeadsAndCanBeLeft() {
    till.scan(Fixture.TEA)
        .on(new Touch(new Intent.Pay()))
        .on(new Touch(new Intent.ChooseMethod(Method.CARD)));
    PaymentEffect.Authorise request = assertInstanceOf(PaymentEffect.Authorise.class, asked());
    assertEquals(new CardPresented(), request.credential());
    till.on(new Touch(new Intent.AnotherWay()));
    assertEquals(
        List.of(new Effect.AbortPayment(request.order())), till.effects(Effect.AbortPayment.class));
    answer(new Outcome.Declined(DeclineReason.CANCELLED_BY_SHOPPER, "Aborted"));
    assertInstanceOf(Stage.Refused.class, till.stage());
    till.on(new Touch(new Intent.Retry()));
    assertEquals("K3_7F3K_1_2", payment().order().outTradeNo());
  }

  @Test
  void partsAreOfferedWhereTheTotalAllows() {
    till.scan(Fixture.TEA)
        .on(new Touch(new Intent.Pay()))
        .on(new Touch(new Intent.ChooseMethod(Method.PAY_CODE)));
    till.on(new Touch(new Intent.PayInParts()));
    assertInstanceOf(Stage.Presenting.class, till.stage(), "too little for parts");
    till.on(new Touch(new Intent.Back())).on(new Touch(new Intent.Back())).scan(TV);
    till.on(new Touch(new Intent.Pay())).on(new Touch(new Intent.ChooseMethod(Method.PAY_CODE)));
    assertInstanceOf(Stage.Presenting.class, till.stage(), "who pays at once is not asked");
    till.on(new Touch(new Intent.PayInParts()));
    assertInstanceOf(Stage.Splitting.class, till.stage());
    till.on(new Touch(new Intent.ChoosePlan("12")));
    assertInstanceOf(Stage.Splitting.class, till.stage(), "a plan the shop has not");
    till.on(new Touch(new Intent.ChoosePlan("6")));
    till.on(new Read.PayCodePresented(new PayCode("130000000000440343"), "wechat"));
    assertEquals(NoticeKind.NOT_FOR_INSTALMENTS, till.told());
    till.on(new Read.PayCodePresented(CODE, "alipay"));
    Order order = payment().order();
    assertEquals(6, order.instalments());
    assertEquals(50_400, order.amount().minor());
    answer(new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "ACQ.X"));
    till.on(new Touch(new Intent.Retry()));
    assertEquals(6, assertInstanceOf(Stage.Presenting.class, till.stage()).months());
    till.on(new Touch(new Intent.Back())).on(new Touch(new Intent.PayAtOnce()));
    assertEquals(0, assertInstanceOf(Stage.Presenting.class, till.stage()).months());
  }

  @Test
  void nobodyPaysLessThanAllInParts() {
    Ways.Instalments shopper = Fixture.RULES.ways().instalments().orElseThrow();
    for (long total = 30_000; total < 30_500; total++) {
      for (Ways.Plan plan : shopper.plans()) {
        Ways.Cost cost = shopper.cost(plan, total);
        assertTrue(cost.each() * plan.months() >= total + cost.fee());
        assertTrue(cost.each() * plan.months() < total + cost.fee() + plan.months());
      }
    }
    assertEquals(new Ways.Cost(5_225, 1_350), shopper.cost(shopper.plans().getLast(), 30_000));
  }
}
