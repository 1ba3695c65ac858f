package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.session.Act.Deed;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.junit.jupiter.api.Test;

/** Goods that not everybody may buy: scanning goes on, one look settles them, paying waits. */
class AgeTest {
  private static final AgeLimit EIGHTEEN = new AgeLimit(18);
  private final Fixture till = new Fixture();

  private Fixture touch(Intent intent) {
    return till.on(new Touch(intent));
  }

  private Fixture badge() {
    return till.on(new Read.BadgeScanned("小李"));
  }

  @Test
  void scanningGoesOnAndStaffAreCalledOnce() {
    till.scan(Fixture.BEER);
    assertEquals("age-check", till.effects(Effect.CallStaff.class).getFirst().why());
    assertTrue(till.at(Stage.Shopping.class).justScanned());
    till.scan(Fixture.BEER).scan(Fixture.TEA);
    assertTrue(till.effects(Effect.CallStaff.class).isEmpty());
    assertEquals(3, till.session().basket().articles());
  }

  @Test
  void payingWaitsAndCallsAgainWhereNobodyComes() {
    till.scan(Fixture.BEER);
    touch(new Intent.Pay());
    till.at(Stage.Shopping.class);
    assertTrue(till.effects(Effect.CallStaff.class).isEmpty(), "somebody is on the way");
    till.later(Duration.ofSeconds(31));
    touch(new Intent.Pay());
    assertEquals(1, till.effects(Effect.CallStaff.class).size());
    till.on(new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay"));
    assertTrue(till.effects(Effect.Pay.class).isEmpty());
  }

  @Test
  void aScanWhilePayingIsChosenTakesTheShopperBackToWait() {
    till.scan(Fixture.TEA);
    touch(new Intent.Pay());
    touch(new Intent.ChooseMethod(Method.PAY_CODE));
    till.scan(Fixture.BEER);
    till.at(Stage.Shopping.class);
    till.on(new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay"));
    assertTrue(till.effects(Effect.Pay.class).isEmpty());
  }

  @Test
  void oneLookAtTheTerminalSettlesTheWholeBasket() {
    till.scan(Fixture.BEER);
    badge();
    assertEquals(new Stage.Attended("小李", new Task.Ages()), till.stage());
    touch(new Intent.ConfirmAge());
    assertEquals(NoticeKind.AGE_CONFIRMED, till.told());
    assertEquals(
        List.of(Timer.ATTENDED),
        till.effects(Effect.StopTimer.class).stream().map(Effect.StopTimer::timer).toList());
    Effect.RecordAct act = till.effects(Effect.RecordAct.class).getFirst();
    assertEquals(Deed.AGE_CONFIRMED, act.act().deed());
    assertEquals("小李", act.act().attendant());
    assertEquals("18+ 啤酒", act.act().why());
    assertEquals(850, act.act().minor());
    till.scan(Fixture.BEER);
    assertTrue(till.effects(Effect.CallStaff.class).isEmpty());
    touch(new Intent.Pay());
    touch(new Intent.ChooseMethod(Method.PAY_CODE));
    till.on(new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay"));
    till.on(new Answered.PaymentAnswered(till.payment().attempt(), new Outcome.Approved("2026")));
    assertEquals(
        List.of(act.act()),
        till.effects(Effect.RecordSale.class).getFirst().session().staff().acts(),
        "who and when stand in the record of the sale");
  }

  @Test
  void tooYoungTakesTheGoodsOutAndSaysSo() {
    till.scan(Fixture.TEA).scan(Fixture.BEER);
    badge();
    touch(new Intent.RefuseAge());
    assertEquals(NoticeKind.AGE_REFUSED, till.told());
    assertEquals(1, till.session().basket().articles());
    assertEquals(Deed.AGE_REFUSED, till.effects(Effect.RecordAct.class).getFirst().act().deed());
    touch(new Intent.Pay());
    till.at(Stage.Choosing.class);
  }

  @Test
  void aLookFromAfarSettlesItWhereverTheShopperIs() {
    till.scan(Fixture.BEER);
    touch(new Intent.NoBarcode());
    till.on(new Answered.AgeChecked(till.session().id(), "小李", EIGHTEEN, true));
    assertEquals(NoticeKind.AGE_CONFIRMED, till.told());
    assertEquals(AgeLimit.NONE, till.session().age());
    till.on(new Answered.AgeChecked(till.session().id(), "小李", EIGHTEEN, true));
    assertTrue(till.effects(Effect.RecordAct.class).isEmpty(), "once is enough");
  }

  @Test
  void aLateAnswerIsNothingToTheNextShopper() {
    till.scan(Fixture.BEER);
    till.on(new Answered.AgeChecked(till.session().id() - 1, "小李", EIGHTEEN, true));
    assertEquals(EIGHTEEN, till.session().age());
    till.on(new Answered.AgeChecked(till.session().id() - 1, "小李", EIGHTEEN, false));
    assertEquals(1, till.session().basket().articles());
  }

  @Test
  void anOldLookDoesNotHoldForWhatAsksForMore() {
    till.scan(Fixture.BEER);
    till.on(new Answered.AgeChecked(till.session().id(), "小李", new AgeLimit(16), true));
    assertEquals(EIGHTEEN, till.session().age());
    touch(new Intent.Pay());
    till.at(Stage.Shopping.class);
  }

  @Test
  void theShopperCanDoWithout() {
    till.scan(Fixture.TEA).scan(Fixture.BEER);
    touch(new Intent.LeaveRestricted());
    assertEquals(1, till.session().basket().articles());
    assertTrue(till.effects(Effect.RecordAct.class).isEmpty(), "nobody of the staff did it");
    touch(new Intent.Pay());
    till.at(Stage.Choosing.class);
  }

  @Test
  void staffModeEndsByItselfAndTheBasketStays() {
    till.scan(Fixture.BEER);
    badge();
    assertEquals(
        List.of(Timer.ATTENDED),
        till.effects(Effect.StartTimer.class).stream().map(Effect.StartTimer::timer).toList());
    long timer = till.stamp();
    till.on(new Timed.TimerFired(Timer.IDLE, timer));
    till.at(Stage.Attended.class);
    till.on(new Timed.TimerFired(Timer.ATTENDED, timer));
    till.at(Stage.Shopping.class);
    assertEquals(1, till.session().basket().articles());
    assertEquals(EIGHTEEN, till.session().age());
  }

  @Test
  void aRestartOrAScanGivesTheTerminalBackToTheShopper() {
    till.scan(Fixture.BEER);
    badge();
    till.on(new Told.Restarted());
    till.at(Stage.Shopping.class);
    badge();
    till.scan(Fixture.TEA);
    till.at(Stage.Shopping.class);
    assertEquals(2, till.session().basket().articles());
  }

  @Test
  void aBadgeAnswersTheCall() {
    till.scan(Fixture.BEER);
    long call = till.stamp();
    till.on(new Answered.CallDelivered(call));
    assertEquals(StaffCall.RECEIVED, till.state().view().staff());
    badge();
    assertEquals(StaffCall.NOT_REACHED, till.state().view().staff());
    assertInstanceOf(State.Open.class, till.state());
  }
}
