package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.Paper;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.BagFinding;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.View;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.junit.jupiter.api.Test;

/** What shoppers do, and what must come of it. */
class CheckoutTest {
  private static final PayCode CODE = new PayCode("280000000000440343");
  private final Fixture till = new Fixture();

  private Fixture paying() {
    return till.scan(Fixture.TEA)
        .scan(Fixture.MILK)
        .on(new Touch(new Intent.Pay()))
        .on(new Touch(new Intent.ChooseMethod(Method.PAY_CODE)))
        .on(new Read.PayCodePresented(CODE, "alipay"));
  }

  private void answer(Outcome outcome) {
    till.on(new Answered.PaymentAnswered(till.payment().attempt(), outcome));
  }

  @Test
  void aScanOnTheAttractScreenOpensASession() {
    till.scan(Fixture.TEA);
    Stage.Shopping shopping = assertInstanceOf(Stage.Shopping.class, till.stage());
    assertEquals(500, till.session().priced().total().minor());
    assertTrue(shopping.justScanned());
    assertEquals(List.of(new Effect.Beep(true)), till.effects(Effect.Beep.class));
  }

  @Test
  void anUnknownArticleOpensASessionToo() {
    till.on(new Read.UnknownItemScanned("4006381333931"));
    Stage.Shopping shopping = assertInstanceOf(Stage.Shopping.class, till.stage());
    assertEquals(NoticeKind.ITEM_NOT_FOUND, till.told());
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
    till.on(new Touch(new Intent.PrintReceipt()));
    long job = till.effects(Effect.PrintReceipt.class).getFirst().job();
    till.on(new Touch(new Intent.PrintReceipt()));
    assertTrue(till.effects(Effect.PrintReceipt.class).isEmpty(), "one print at a time");
    till.on(new Answered.PrintEnded(job, false, "no paper"));
    assertEquals(Paper.NOT_PRINTED, till.at(Stage.Paid.class).paper());
    till.on(new Touch(new Intent.PrintReceipt()));
    long again = till.effects(Effect.PrintReceipt.class).getLast().job();
    till.on(new Answered.PrintSent(job, "an older one"));
    assertEquals(Paper.PRINTING, till.at(Stage.Paid.class).paper());
    till.on(new Answered.PrintSent(again, "sent"));
    assertEquals(Paper.SENT, till.at(Stage.Paid.class).paper(), "never as printed");
    till.on(new Touch(new Intent.PrintReceipt()));
    assertTrue(till.effects(Effect.PrintReceipt.class).isEmpty(), "it may have come out");
    till.on(new Touch(new Intent.NoPaper()));
    assertInstanceOf(State.Attract.class, till.state());
  }

  @Test
  void aRefusedPaymentKeepsTheBasketAndTheNextOneHasANewNumber() {
    paying();
    answer(new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "ACQ.BUYER_BALANCE_NOT_ENOUGH"));
    Stage.Refused refused = assertInstanceOf(Stage.Refused.class, till.stage());
    assertEquals(2, till.session().basket().articles());
    till.on(new Touch(new Intent.Retry()))
        .on(new Read.PayCodePresented(new PayCode("280000000000440344"), "alipay"));
    assertEquals("K3_7F3K_1_2", till.payment().order().outTradeNo());
  }

  @Test
  void anUnknownOutcomeAsksAlarmsAndResolvesByItself() {
    paying();
    answer(new Outcome.Unknown("HTTP 502"));
    assertEquals(
        List.of(Timer.PAYMENT, Timer.DOUBT),
        till.effects(Effect.StartTimer.class).stream().map(Effect.StartTimer::timer).toList());
    till.on(new Timed.TimerFired(Timer.DOUBT, till.stamp()));
    assertTrue(till.at(Stage.Paying.class).charge().alarmed());
    Effect.CallStaff call = till.effects(Effect.CallStaff.class).getFirst();
    assertEquals("7F3K 1", call.reference());
    till.on(new Answered.CallDelivered(call.call()));
    assertEquals(StaffCall.RECEIVED, till.state().view().staff());
    till.on(new Read.PayCodePresented(new PayCode("280000000000440399"), "alipay"));
    assertInstanceOf(
        Stage.Paying.class, till.stage(), "nothing can be paid while the outcome is unknown");
    assertTrue(till.effects().isEmpty());
    till.on(new Timed.TimerFired(Timer.PAYMENT, till.payment().attempt()));
    assertInstanceOf(
        PaymentEffect.Query.class, till.effects(Effect.Pay.class).getFirst().request());
    answer(new Outcome.Approved("2026"));
    assertInstanceOf(Stage.Paid.class, till.stage());
  }

  @Test
  void staffTakeAnOrderNobodyKnowsTheOutcomeOf() {
    paying();
    answer(new Outcome.Unknown("HTTP 502"));
    till.on(new Read.BadgeScanned("小李"));
    assertInstanceOf(Stage.Paying.class, till.stage(), "not before anybody was called");
    till.on(new Timed.TimerFired(Timer.DOUBT, till.stamp()));
    Payment payment = till.payment();
    till.on(new Read.BadgeScanned("小李"));
    Effect.HandOver taken = till.effects(Effect.HandOver.class).getFirst();
    till.on(new Answered.PaymentAnswered(payment.attempt(), new Outcome.Approved("2026")));
    assertInstanceOf(Charge.Handing.class, till.stage(), "what comes now is not listened to");
    till.on(new Told.Restarted());
    long again = till.effects(Effect.HandOver.class).getFirst().attempt();
    till.on(new Answered.HandedOver(taken.attempt()));
    assertInstanceOf(Charge.Handing.class, till.stage());
    till.on(new Answered.HandedOver(again));
    assertEquals("小李", till.effects(Effect.RecordHandedOver.class).getFirst().attendant());
    Effect.PrintReference slip = till.effects(Effect.PrintReference.class).getFirst();
    assertEquals(payment.order(), slip.order());
    HandedOver told = till.at(Stage.WithStaff.class).handed();
    assertEquals(Screen.Paper.PRINTING, told.paper());
    till.on(new Answered.PrintEnded(slip.job(), true, ""));
    assertEquals(Screen.Paper.PRINTED, till.at(Stage.WithStaff.class).handed().paper());
    till.on(new Timed.TimerFired(Timer.CLOSING, told.closing()));
    assertInstanceOf(Stage.WithStaff.class, till.stage(), "the paper gives it time");
    till.on(new Timed.TimerFired(Timer.CLOSING, till.stamp() - 1));
    assertInstanceOf(State.Attract.class, till.state());
  }

  @Test
  void theBagsAreASoftWordFirstAndStaffWhenItComesAgain() {
    till.scan(Fixture.TEA).on(new Moved.BagsChecked(BagFinding.UNEXPECTED_ITEM, ""));
    Stage.Shopping shopping = assertInstanceOf(Stage.Shopping.class, till.stage());
    assertEquals(NoticeKind.BAG_UNEXPECTED_ITEM, till.told());
    assertTrue(till.effects(Effect.CallStaff.class).isEmpty());
    till.scan(Fixture.MILK);
    assertEquals(
        2, till.session().basket().articles(), "nothing stands in the way of the next scan");
    till.on(new Moved.BagsChecked(BagFinding.RIGHT, ""))
        .on(new Moved.BagsChecked(BagFinding.REMOVED, ""));
    assertEquals(Session.Dialog.BAG_REMOVED, till.session().dialog());
    assertEquals("bag-check", till.effects(Effect.CallStaff.class).getFirst().why());
    till.scan(Fixture.TEA);
    assertEquals(Session.Dialog.NONE, till.session().dialog());
    till.on(new Read.BadgeScanned("小李"));
    assertEquals(1, till.effects(Effect.AcceptBags.class).size());
    till.on(new Moved.BagsChecked(BagFinding.UNEXPECTED_ITEM, ""));
    assertEquals(
        Session.Dialog.NONE,
        till.session().dialog(),
        "after staff have looked the first word is a soft one again");
  }

  @Test
  void aLateAnswerToAnOldRequestIsNotListenedTo() {
    paying();
    long first = till.payment().attempt();
    answer(new Outcome.Unknown("time-out"));
    till.on(new Timed.TimerFired(Timer.PAYMENT, till.payment().attempt()));
    State<Stage> before = till.state();
    till.on(new Answered.PaymentAnswered(first, new Outcome.Approved("2026")));
    assertEquals(before, till.state());
  }

  @Test
  void aRestartAsksAndNeverCharges() {
    paying();
    till.on(new Told.Restarted());
    assertInstanceOf(
        PaymentEffect.Query.class, till.effects(Effect.Pay.class).getFirst().request());
    assertEquals(1, till.effects(Effect.Pay.class).size());
  }

  @Test
  void anIdleBasketIsWarnedAboutAndThenWiped() {
    till.scan(Fixture.TEA);
    long idle = till.stamp();
    till.on(new Timed.TimerFired(Timer.IDLE, idle - 1));
    assertEquals(Session.Dialog.NONE, till.session().dialog(), "an older timer means nothing");
    till.on(new Timed.TimerFired(Timer.IDLE, idle));
    assertEquals(Session.Dialog.STILL_THERE, till.session().dialog());
    till.on(new Timed.TimerFired(Timer.WIPE, idle));
    assertEquals(State.start(), till.state());
    assertEquals("idle", till.effects(Effect.RecordAbandoned.class).getFirst().why());
  }

  @Test
  void aTouchAfterTheWarningKeepsTheBasket() {
    till.scan(Fixture.TEA);
    long idle = till.stamp();
    till.on(new Timed.TimerFired(Timer.IDLE, idle)).on(new Touch(new Intent.Continue()));
    till.on(new Timed.TimerFired(Timer.WIPE, idle));
    assertEquals(1, till.session().basket().articles());
  }

  @Test
  void nothingIsWipedWhileAPaymentIsOpen() {
    paying();
    till.later(Duration.ofHours(3)).on(new Timed.TimerFired(Timer.IDLE, till.stamp() - 1));
    till.on(new Timed.TimerFired(Timer.WIPE, till.stamp() - 2))
        .on(new Touch(new Intent.ConfirmCancel()))
        .on(new Touch(new Intent.Finish()));
    assertInstanceOf(Stage.Paying.class, till.stage());
  }

  @Test
  void aBasketIsThrownAwayOnlyAfterBeingAskedTwice() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.ConfirmCancel()));
    assertInstanceOf(Stage.Shopping.class, till.stage());
    till.on(new Touch(new Intent.Cancel())).on(new Touch(new Intent.ConfirmCancel()));
    assertEquals(State.start(), till.state());
  }

  @Test
  void theBasketHasALimitAndSaysSo() {
    for (int i = 0; i < 31; i++) {
      till.scan(Fixture.TEA);
    }
    till.at(Stage.Shopping.class);
    assertEquals(30, till.session().basket().articles());
    assertEquals(NoticeKind.BASKET_FULL, till.told());
    till.on(new Touch(new Intent.OneMore(String.valueOf(1))));
    assertEquals(30, till.session().basket().articles());
  }

  @Test
  void quantitiesChangeByOneAndLinesGo() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.OneMore(String.valueOf(1))));
    assertEquals(2, till.session().basket().articles());
    till.on(new Read.ItemScanned(Fixture.APPLES, new Quantity.Grams(732)))
        .on(new Touch(new Intent.RemoveLine(String.valueOf(1))));
    assertEquals(871, till.session().priced().total().minor());
    till.on(new Touch(new Intent.OneMore(String.valueOf(99))))
        .on(new Touch(new Intent.OpenLine(String.valueOf(99))));
    assertEquals(871, till.session().priced().total().minor());
  }

  @Test
  void aLineThatWasTakenOutComesBackWithOneTouch() {
    till.scan(Fixture.MILK).on(new Read.ItemScanned(Fixture.APPLES, new Quantity.Grams(732)));
    long before = till.session().priced().total().minor();
    till.on(new Touch(new Intent.RemoveLine("2")));
    assertEquals(NoticeKind.LINE_REMOVED, till.told());
    till.on(new Touch(new Intent.PutBack()));
    assertEquals(before, till.session().priced().total().minor());
    till.on(new Touch(new Intent.PutBack()));
    assertEquals(2, till.session().basket().lines().size(), "once only");
    till.on(new Touch(new Intent.RemoveLine("1"))).scan(Fixture.TEA);
    till.on(new Touch(new Intent.PutBack()));
    assertEquals(2, till.session().basket().lines().size(), "what came after it stands");
  }

  @Test
  void whateverTakesALineOutCanBeUndone() {
    till.scan(Fixture.MILK).on(new Touch(new Intent.OneLess("1")));
    assertTrue(till.session().basket().isEmpty());
    assertEquals(NoticeKind.LINE_REMOVED, till.told());
    till.on(new Touch(new Intent.PutBack()));
    assertEquals(1, till.session().basket().articles());
    till.scan(Fixture.BEER).scan(Fixture.BEER).on(new Touch(new Intent.LeaveRestricted()));
    assertEquals(1, till.session().basket().articles());
    till.on(new Touch(new Intent.PutBack()));
    assertEquals(3, till.session().basket().articles());
    assertEquals(18, till.session().age().years(), "and waits for staff again");
  }

  @Test
  void aPayCodeBeforePayingChargesNothing() {
    till.scan(Fixture.TEA).on(new Read.PayCodePresented(CODE, "alipay"));
    assertEquals(NoticeKind.PAY_CODE_TOO_EARLY, till.told());
    assertTrue(till.effects(Effect.Pay.class).isEmpty());
    new Fixture().on(new Read.PayCodePresented(CODE, "alipay"));
  }

  @Test
  void aCodeNobodyCanUseIsSaidSo() {
    till.scan(Fixture.TEA)
        .on(new Touch(new Intent.Pay()))
        .on(new Touch(new Intent.ChooseMethod(Method.PAY_CODE)));
    till.on(new Read.PayCodePresented(new PayCode("130000000000000000"), ""));
    assertEquals(NoticeKind.NOT_A_PAY_CODE, till.told());
  }

  @Test
  void scanningWhilePayingIsChosenGoesBackToTheBasket() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.Pay())).scan(Fixture.MILK);
    assertEquals(2, till.session().basket().articles());
  }

  @Test
  void nothingIsSoldWhileClosed() {
    till.on(new Told.SellingStopped(Screen.ClosedReason.STORAGE_FULL))
        .scan(Fixture.TEA)
        .on(new Touch(new Intent.Start()));
    assertInstanceOf(State.Closed.class, till.state());
    till.on(new Told.SellingResumed()).scan(Fixture.TEA);
    assertInstanceOf(Stage.Shopping.class, till.stage());
  }

  @Test
  void theNextShopperFindsThePageAsItWas() {
    till.scan(Fixture.TEA)
        .on(new Touch(new Intent.SwitchLanguage()))
        .on(new Touch(new Intent.ToggleHighContrast()));
    assertEquals(Language.ENGLISH, till.state().view().language());
    till.on(new Touch(new Intent.Cancel())).on(new Touch(new Intent.ConfirmCancel()));
    assertEquals(View.DEFAULT, till.state().view());
    till.on(new Touch(new Intent.ToggleLargerText()))
        .on(new Timed.TimerFired(Timer.VIEW_RESET, till.stamp()));
    assertEquals(View.DEFAULT, till.state().view());
  }

  @Test
  void aScanOnTheSuccessScreenIsTheNextShopper() {
    paying();
    answer(new Outcome.Approved("2026"));
    till.scan(Fixture.MILK);
    Stage.Shopping next = assertInstanceOf(Stage.Shopping.class, till.stage());
    assertEquals(till.stamp(), till.session().id());
    assertEquals(1, till.session().basket().articles());
  }

  @Test
  void codesAreNeverPrinted() {
    paying();
    assertFalse(till.effects().toString().contains(CODE.digits()));
    assertFalse(till.state().toString().contains(CODE.digits()));
    Payment payment = till.payment();
    assertFalse(payment.toString().contains(CODE.digits()));
  }
}
