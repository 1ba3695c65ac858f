package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.BagFinding;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Event.Timer;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.View;
import org.junit.jupiter.api.Test;

/** What shoppers do, and what must come of it. */
class CheckoutTest {
  private static final PayCode CODE = new PayCode("280000000000440343");
  private final Fixture till = new Fixture();

  private Fixture paying() {
    return till.scan(Fixture.TEA)
        .scan(Fixture.MILK)
        .on(new Event.PayRequested())
        .on(new Event.PayCodeChosen())
        .on(new Event.PayCodePresented(CODE, "alipay"));
  }

  private void answer(Outcome outcome) {
    till.on(new Event.PaymentAnswered(((State.Paying) till.state()).payment().attempt(), outcome));
  }

  @Test
  void aScanOnTheAttractScreenOpensASession() {
    till.scan(Fixture.TEA);
    State.Shopping shopping = assertInstanceOf(State.Shopping.class, till.state());
    assertEquals(500, shopping.session().basket().total().minor());
    assertTrue(shopping.justScanned());
    assertEquals(List.of(new Effect.Beep(true)), till.effects(Effect.Beep.class));
  }

  @Test
  void anUnknownArticleOpensASessionToo() {
    till.on(new Event.UnknownItemScanned("4006381333931"));
    State.Shopping shopping = assertInstanceOf(State.Shopping.class, till.state());
    assertEquals(State.Notice.Kind.ITEM_NOT_FOUND, shopping.notice().kind());
    assertEquals(List.of(new Effect.Beep(false)), till.effects(Effect.Beep.class));
  }

  @Test
  void aPaidBasketIsRecordedOnceAndPrintedWhenAskedFor() {
    paying();
    PaymentEffect.Authorise request =
        (PaymentEffect.Authorise) till.effects(Effect.Pay.class).getFirst().request();
    assertEquals("K3_7F3K_1_1", request.order().outTradeNo());
    assertEquals(1990, request.order().amount().minor());
    answer(new Outcome.Approved("2026"));
    assertEquals(1, till.effects(Effect.RecordSale.class).size());
    assertTrue(till.effects(Effect.PrintReceipt.class).isEmpty());
    till.on(new Event.ReceiptRequested());
    long job = till.effects(Effect.PrintReceipt.class).getFirst().job();
    till.on(new Event.ReceiptRequested());
    assertTrue(till.effects(Effect.PrintReceipt.class).isEmpty(), "one print at a time");
    till.on(new Event.PrintEnded(job, false, "no paper"));
    assertEquals(State.Paper.NOT_PRINTED, ((State.Paid) till.state()).paper());
    till.on(new Event.ReceiptRequested());
    long again = till.effects(Effect.PrintReceipt.class).getLast().job();
    till.on(new Event.PrintSent(job, "an older one"));
    assertEquals(State.Paper.PRINTING, ((State.Paid) till.state()).paper());
    till.on(new Event.PrintSent(again, "sent"));
    assertEquals(State.Paper.SENT, ((State.Paid) till.state()).paper(), "never as printed");
    till.on(new Event.ReceiptRequested());
    assertTrue(till.effects(Effect.PrintReceipt.class).isEmpty(), "it may have come out");
    till.on(new Event.ReceiptRefused());
    assertInstanceOf(State.Attract.class, till.state());
  }

  @Test
  void aRefusedPaymentKeepsTheBasketAndTheNextOneHasANewNumber() {
    paying();
    answer(new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "ACQ.BUYER_BALANCE_NOT_ENOUGH"));
    State.Refused refused = assertInstanceOf(State.Refused.class, till.state());
    assertEquals(2, refused.session().basket().articles());
    till.on(new Event.RetryRequested())
        .on(new Event.PayCodePresented(new PayCode("280000000000440344"), "alipay"));
    assertEquals("K3_7F3K_1_2", ((State.Paying) till.state()).payment().order().outTradeNo());
  }

  @Test
  void anUnknownOutcomeAsksAlarmsAndResolvesByItself() {
    paying();
    answer(new Outcome.Unknown("HTTP 502"));
    assertEquals(
        List.of(Timer.PAYMENT, Timer.DOUBT),
        till.effects(Effect.StartTimer.class).stream().map(Effect.StartTimer::timer).toList());
    till.on(new Event.TimerFired(Timer.DOUBT, till.stamp()));
    assertTrue(((State.Paying) till.state()).alarmed());
    Effect.CallStaff call = till.effects(Effect.CallStaff.class).getFirst();
    assertEquals("7F3K 1", call.reference());
    till.on(new Event.CallDelivered(call.call()));
    assertTrue(till.state().view().delivered());
    till.on(new Event.PayCodePresented(new PayCode("280000000000440399"), "alipay"));
    assertInstanceOf(
        State.Paying.class, till.state(), "nothing can be paid while the outcome is unknown");
    assertTrue(till.effects().isEmpty());
    till.on(new Event.TimerFired(Timer.PAYMENT, ((State.Paying) till.state()).payment().attempt()));
    assertInstanceOf(
        PaymentEffect.Query.class, till.effects(Effect.Pay.class).getFirst().request());
    answer(new Outcome.Approved("2026"));
    assertInstanceOf(State.Paid.class, till.state());
  }

  @Test
  void staffTakeAnOrderNobodyKnowsTheOutcomeOf() {
    paying();
    answer(new Outcome.Unknown("HTTP 502"));
    till.on(new Event.BadgeScanned("小李"));
    assertInstanceOf(State.Paying.class, till.state(), "not before anybody was called");
    till.on(new Event.TimerFired(Timer.DOUBT, till.stamp()));
    Payment payment = ((State.Paying) till.state()).payment();
    till.on(new Event.BadgeScanned("小李"));
    Effect.HandOver taken = till.effects(Effect.HandOver.class).getFirst();
    till.on(new Event.PaymentAnswered(payment.attempt(), new Outcome.Approved("2026")));
    assertInstanceOf(State.HandingOver.class, till.state(), "what comes now is not listened to");
    till.on(new Event.Restarted());
    long again = till.effects(Effect.HandOver.class).getFirst().attempt();
    till.on(new Event.HandedOver(taken.attempt()));
    assertInstanceOf(State.HandingOver.class, till.state());
    till.on(new Event.HandedOver(again));
    assertInstanceOf(State.Attract.class, till.state());
    assertEquals("小李", till.effects(Effect.RecordHandedOver.class).getFirst().attendant());
  }

  @Test
  void tenTouchesOnCallStaffAreOneCallUntilItIsAnsweredOrNobodyComes() {
    for (Runnable opened : List.<Runnable>of(() -> {}, () -> till.scan(Fixture.TEA))) {
      opened.run();
      assertEquals(1, calls(10));
      assertTrue(till.state().view().showCall(), "it is said each time");
      till.on(new Event.Continued());
      till.later(Duration.ofSeconds(15));
      assertEquals(0, calls(3), "not delivered yet");
      till.on(new Event.CallDelivered(till.state().view().call().stamp()));
      till.later(Duration.ofSeconds(80));
      assertEquals(0, calls(3), "on the way");
      assertTrue(till.state().view().delivered());
      till.later(Duration.ofSeconds(30));
      assertEquals(1, calls(2), "nobody has come");
      till.later(Duration.ofSeconds(31));
      assertEquals(1, calls(2), "not delivered, as the screen says");
      till.on(new Event.BadgeScanned("小李"));
      assertFalse(till.state().view().showCall());
      assertEquals(1, calls(5), "answered, and called once more");
      till.on(new Event.BadgeScanned("小李"));
    }
  }

  @Test
  void whatTheTerminalCallsForIsTheShoppersCallTooButNotTheOtherWayRound() {
    paying();
    assertEquals(1, calls(4));
    answer(new Outcome.Unknown("HTTP 502"));
    till.on(new Event.TimerFired(Timer.DOUBT, till.stamp()));
    assertEquals("payment-unknown", till.effects(Effect.CallStaff.class).getFirst().why());
    assertEquals(0, calls(10));
  }

  private int calls(int touches) {
    int calls = 0;
    for (int touch = 0; touch < touches; touch++) {
      till.on(new Event.StaffCalled());
      calls += till.effects(Effect.CallStaff.class).size();
    }
    return calls;
  }

  @Test
  void theBagsAreASoftWordFirstAndStaffWhenItComesAgain() {
    till.scan(Fixture.TEA).on(new Event.BagsChecked(BagFinding.UNEXPECTED_ITEM, ""));
    State.Shopping shopping = assertInstanceOf(State.Shopping.class, till.state());
    assertEquals(State.Notice.Kind.BAG_UNEXPECTED_ITEM, shopping.notice().kind());
    assertTrue(till.effects(Effect.CallStaff.class).isEmpty());
    till.scan(Fixture.MILK);
    assertEquals(
        2,
        till.state().openSession().orElseThrow().basket().articles(),
        "nothing stands in the way of the next scan");
    till.on(new Event.BagsChecked(BagFinding.RIGHT, ""))
        .on(new Event.BagsChecked(BagFinding.REMOVED, ""));
    assertEquals(Session.Dialog.BAG_REMOVED, till.state().openSession().orElseThrow().dialog());
    assertEquals("bag-check", till.effects(Effect.CallStaff.class).getFirst().why());
    till.scan(Fixture.TEA);
    assertEquals(Session.Dialog.NONE, till.state().openSession().orElseThrow().dialog());
    till.on(new Event.BadgeScanned("小李"));
    assertEquals(1, till.effects(Effect.AcceptBags.class).size());
    till.on(new Event.BagsChecked(BagFinding.UNEXPECTED_ITEM, ""));
    assertEquals(
        Session.Dialog.NONE,
        till.state().openSession().orElseThrow().dialog(),
        "after staff have looked the first word is a soft one again");
  }

  @Test
  void aLateAnswerToAnOldRequestIsNotListenedTo() {
    paying();
    long first = ((State.Paying) till.state()).payment().attempt();
    answer(new Outcome.Unknown("time-out"));
    till.on(new Event.TimerFired(Timer.PAYMENT, ((State.Paying) till.state()).payment().attempt()));
    State before = till.state();
    till.on(new Event.PaymentAnswered(first, new Outcome.Approved("2026")));
    assertEquals(before, till.state());
  }

  @Test
  void aRestartAsksAndNeverCharges() {
    paying();
    till.on(new Event.Restarted());
    assertInstanceOf(
        PaymentEffect.Query.class, till.effects(Effect.Pay.class).getFirst().request());
    assertEquals(1, till.effects(Effect.Pay.class).size());
  }

  @Test
  void anIdleBasketIsWarnedAboutAndThenWiped() {
    till.scan(Fixture.TEA);
    long idle = till.stamp();
    till.on(new Event.TimerFired(Timer.IDLE, idle - 1));
    assertEquals(
        Session.Dialog.NONE,
        ((State.Shopping) till.state()).session().dialog(),
        "an older timer means nothing");
    till.on(new Event.TimerFired(Timer.IDLE, idle));
    assertEquals(Session.Dialog.STILL_THERE, ((State.Shopping) till.state()).session().dialog());
    till.on(new Event.TimerFired(Timer.WIPE, idle));
    assertEquals(Checkout.START, till.state());
    assertEquals("idle", till.effects(Effect.RecordAbandoned.class).getFirst().why());
  }

  @Test
  void aTouchAfterTheWarningKeepsTheBasket() {
    till.scan(Fixture.TEA);
    long idle = till.stamp();
    till.on(new Event.TimerFired(Timer.IDLE, idle)).on(new Event.Continued());
    till.on(new Event.TimerFired(Timer.WIPE, idle));
    assertEquals(1, ((State.Shopping) till.state()).session().basket().articles());
  }

  @Test
  void nothingIsWipedWhileAPaymentIsOpen() {
    paying();
    till.later(Duration.ofHours(3)).on(new Event.TimerFired(Timer.IDLE, till.stamp() - 1));
    till.on(new Event.TimerFired(Timer.WIPE, till.stamp() - 2))
        .on(new Event.CancelConfirmed())
        .on(new Event.Finished());
    assertInstanceOf(State.Paying.class, till.state());
  }

  @Test
  void aBasketIsThrownAwayOnlyAfterBeingAskedTwice() {
    till.scan(Fixture.TEA).on(new Event.CancelConfirmed());
    assertInstanceOf(State.Shopping.class, till.state());
    till.on(new Event.CancelRequested()).on(new Event.CancelConfirmed());
    assertEquals(Checkout.START, till.state());
  }

  @Test
  void theBasketHasALimitAndSaysSo() {
    for (int i = 0; i < 31; i++) {
      till.scan(Fixture.TEA);
    }
    State.Shopping shopping = (State.Shopping) till.state();
    assertEquals(30, shopping.session().basket().articles());
    assertEquals(State.Notice.Kind.BASKET_FULL, shopping.notice().kind());
    till.on(new Event.CountChanged(1, 1));
    assertEquals(30, ((State.Shopping) till.state()).session().basket().articles());
  }

  @Test
  void quantitiesChangeByOneAndLinesGo() {
    till.scan(Fixture.TEA).on(new Event.CountChanged(1, 1)).on(new Event.CountChanged(1, 5));
    assertEquals(2, ((State.Shopping) till.state()).session().basket().articles());
    till.on(new Event.ItemScanned(Fixture.APPLES, new Quantity.Grams(732)))
        .on(new Event.LineVoided(1));
    assertEquals(871, ((State.Shopping) till.state()).session().basket().total().minor());
    till.on(new Event.CountChanged(99, 1)).on(new Event.LineOpened(99));
    assertEquals(871, ((State.Shopping) till.state()).session().basket().total().minor());
  }

  @Test
  void aPayCodeBeforePayingChargesNothing() {
    till.scan(Fixture.TEA).on(new Event.PayCodePresented(CODE, "alipay"));
    assertEquals(
        State.Notice.Kind.PAY_CODE_TOO_EARLY, ((State.Shopping) till.state()).notice().kind());
    assertTrue(till.effects(Effect.Pay.class).isEmpty());
    new Fixture().on(new Event.PayCodePresented(CODE, "alipay"));
  }

  @Test
  void aCodeNobodyCanUseIsSaidSo() {
    till.scan(Fixture.TEA).on(new Event.PayRequested()).on(new Event.PayCodeChosen());
    till.on(new Event.PayCodePresented(new PayCode("130000000000000000"), ""));
    assertEquals(
        State.Notice.Kind.NOT_A_PAY_CODE, ((State.Presenting) till.state()).notice().kind());
  }

  @Test
  void scanningWhilePayingIsChosenGoesBackToTheBasket() {
    till.scan(Fixture.TEA).on(new Event.PayRequested()).scan(Fixture.MILK);
    assertEquals(
        2, assertInstanceOf(State.Shopping.class, till.state()).session().basket().articles());
  }

  @Test
  void nothingIsSoldWhileClosed() {
    till.on(new Event.SellingStopped(Event.ClosedReason.STORAGE_FULL))
        .scan(Fixture.TEA)
        .on(new Event.Started());
    assertInstanceOf(State.Closed.class, till.state());
    till.on(new Event.SellingResumed()).scan(Fixture.TEA);
    assertInstanceOf(State.Shopping.class, till.state());
  }

  @Test
  void theNextShopperFindsThePageAsItWas() {
    till.scan(Fixture.TEA).on(new Event.LanguageSwitched()).on(new Event.ContrastToggled());
    assertTrue(till.state().view().english());
    till.on(new Event.CancelRequested()).on(new Event.CancelConfirmed());
    assertEquals(View.DEFAULT, till.state().view());
    till.on(new Event.TextSizeToggled()).on(new Event.TimerFired(Timer.VIEW_RESET, till.stamp()));
    assertEquals(View.DEFAULT, till.state().view());
  }

  @Test
  void aScanOnTheSuccessScreenIsTheNextShopper() {
    paying();
    answer(new Outcome.Approved("2026"));
    till.scan(Fixture.MILK);
    State.Shopping next = assertInstanceOf(State.Shopping.class, till.state());
    assertEquals(till.stamp(), next.session().id());
    assertEquals(1, next.session().basket().articles());
  }

  @Test
  void codesAreNeverPrinted() {
    paying();
    assertFalse(till.effects().toString().contains(CODE.digits()));
    assertFalse(till.state().toString().contains(CODE.digits()));
    Payment payment = ((State.Paying) till.state()).payment();
    assertFalse(payment.toString().contains(CODE.digits()));
  }
}
